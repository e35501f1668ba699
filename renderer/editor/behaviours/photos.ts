import { $getNodeByKey, $getSelection, type LexicalEditor, type NodeKey } from 'lexical';
import { MAX_PICTURE_BYTES } from '../../../src/ipc/calls/media.ts';
import type { Notice } from '../../../src/ipc/calls/app.ts';
import type { Client } from '../../../src/ipc/client.ts';
import { fail, type Result } from '../../../src/base/result.ts';
import { newBlockId } from '../../../src/base/ids.ts';
import type { StoryChange } from '../../../src/story/change.ts';
import { createPhoto } from '../../../src/story/create.ts';
import type { MediaFile } from '../../../src/story/schema.ts';
import { $nodeOf } from '../blocks/index.ts';
import { $insertBlock } from '../commands/insert.ts';
import { keepFocus } from '../dom/focus.ts';
import { $bodyBlock } from '../sections/blocks.ts';

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

async function canShow(picture: Blob): Promise<boolean> {
  try {
    const bitmap = await createImageBitmap(picture);
    bitmap.close();
    return true;
  } catch {
    return false;
  }
}

/** Has the host keep a picture's original. Names the file in every failure. */
async function keepPicture(host: Client, file: File): Promise<Result<{ id: string; file: MediaFile }>> {
  if (file.size > MAX_PICTURE_BYTES) {
    return fail('media.too-large', `${file.name} has ${file.size} bytes`, {
      file: file.name,
      size: megabytes(file.size),
      limit: megabytes(MAX_PICTURE_BYTES),
    });
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return fail('media.unreadable', String(error), { file: file.name });
  }
  const isShowable = await canShow(file);
  const kept = await host.call('media.add', { name: file.name, bytes });
  // The host looks at the file's head alone; a picture that breaks off later is found out here.
  if (kept.ok && !isShowable) return fail('media.not-a-picture', `${file.name} cannot be decoded`, { file: file.name });
  return kept;
}

/** Who hears of what comes in: changes of the story, and what could not be taken. */
export interface Tell {
  onChange: (change: StoryChange) => void;
  onNotice: (notice: Notice) => void;
}

/** Takes a picture file into the story's media; answers its id there, or null where it could not be kept, which is told. */
export async function takePicture(host: Client, file: File, tell: Tell): Promise<string | null> {
  const kept = await keepPicture(host, file);
  if (!kept.ok) {
    tell.onNotice(kept.failure);
    return null;
  }
  tell.onChange({ blocks: {}, media: { [kept.value.id]: kept.value.file } });
  return kept.value.id;
}

/**
 * Takes picture files into the story: each is kept by the host, then stands as a figure behind the block where the caret
 * was when they came, in their order. Files that are no pictures are told and left out.
 */
export async function insertPhotos(
  editor: LexicalEditor,
  host: Client,
  files: readonly File[],
  tell: Tell,
): Promise<void> {
  let after = editor.read((): NodeKey | null => {
    const [node] = $getSelection()?.getNodes() ?? [];
    return node ? ($bodyBlock(node)?.getKey() ?? null) : null;
  });
  for (const file of files) {
    const media = await takePicture(host, file, tell);
    if (media === null) continue;
    editor.update(
      () => {
        const figure = $nodeOf({ type: 'figure', id: newBlockId(), photos: [createPhoto({ media })] });
        $insertBlock(figure, after === null ? null : $getNodeByKey(after));
        after = figure.getKey();
      },
      { discrete: true, tag: keepFocus(editor) },
    );
  }
}
