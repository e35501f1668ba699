import { $getNodeByKey, $getSelection, $setSelection, type LexicalEditor, type NodeKey } from 'lexical';
import type { Notice } from '../../../src/ipc/calls/app.ts';
import type { Client } from '../../../src/ipc/client.ts';
import { newBlockId } from '../../../src/base/ids.ts';
import { fillPhoto } from '../../../src/picture/fill.ts';
import type { StoryChange } from '../../../src/story/change.ts';
import { createPhoto } from '../../../src/story/create.ts';
import { keepPicture, type Taken } from '../../pictures/take.ts';
import type { ProgressStore } from '../../state/progress.ts';
import { $createPhoto } from '../blocks/figure/index.ts';
import { $isPhotoNode } from '../blocks/figure/photo-node.ts';
import { $nodeOf } from '../blocks/index.ts';
import { $insertBlock } from '../commands/insert.ts';
import { keepFocus } from '../dom/focus.ts';
import { $bodyBlock } from '../sections/blocks.ts';

/** Where pictures come in, and who hears of it. */
export interface Intake {
  host: Client;
  /** The story's language, BCP 47. */
  language: () => string;
  progress: ProgressStore;
  /** Changes of the story. */
  onChange: (change: StoryChange) => void;
  /** What could not be taken. */
  onNotice: (notice: Notice) => void;
}

/** Takes a picture file into the story's media; null where it could not be kept, which is told. */
export async function takePicture(intake: Intake, file: File): Promise<Taken | null> {
  const kept = await keepPicture(intake.host, file, intake.language());
  if (!kept.ok) {
    intake.onNotice(kept.failure);
    return null;
  }
  const { id, file: known } = kept.value;
  intake.onChange({ blocks: {}, media: { [id]: known } });
  return kept.value;
}

/** Takes files in one after the other and hands each over; the reporter sees how far it is and may stop it. */
async function takeEach(
  intake: Intake,
  files: readonly File[],
  hand: (taken: Taken, isFirst: boolean) => void,
): Promise<void> {
  const work = intake.progress.begin('photos-in', files.length);
  let isFirst = true;
  try {
    for (const file of files) {
      if (work.signal.aborted) return;
      const taken = await takePicture(intake, file);
      if (taken) {
        hand(taken, isFirst);
        isFirst = false;
      }
      work.step();
    }
  } finally {
    work.end();
  }
}

const photoOf = ({ id, details }: Taken): ReturnType<typeof createPhoto> =>
  fillPhoto(createPhoto({ media: id }), details);

const $place = (): string =>
  JSON.stringify(
    $getSelection()
      ?.getStartEndPoints()
      ?.map(({ key, offset }) => [key, offset]) ?? null,
  );

/**
 * Takes picture files into the story: each is kept by the host, then stands as a figure behind the block where the caret
 * was when they came, in their order. The caret goes to the first one's caption, unless it went elsewhere meanwhile. Files
 * that are no pictures are told and left out.
 */
export async function insertPhotos(editor: LexicalEditor, intake: Intake, files: readonly File[]): Promise<void> {
  const { place, block } = editor.read(() => {
    const [node] = $getSelection()?.getNodes() ?? [];
    return { place: $place(), block: node ? ($bodyBlock(node)?.getKey() ?? null) : null };
  });
  let after: NodeKey | null = block;
  await takeEach(intake, files, (taken, isFirst) => {
    editor.update(
      () => {
        const selection = isFirst && $place() === place ? null : ($getSelection()?.clone() ?? null);
        const figure = $nodeOf({ type: 'figure', id: newBlockId(), photos: [photoOf(taken)] });
        $insertBlock(figure, after === null ? null : $getNodeByKey(after));
        after = figure.getKey();
        const isThere = selection?.getNodes().every((node) => node.isAttached()) === true;
        if (isThere) $setSelection(selection);
      },
      { discrete: true, tag: keepFocus(editor) },
    );
  });
}

/** Takes picture files into the figure of a photo, behind it: a gallery. */
export async function addToGallery(
  editor: LexicalEditor,
  intake: Intake,
  files: readonly File[],
  photo: NodeKey,
): Promise<void> {
  let after = photo;
  await takeEach(intake, files, (taken) => {
    editor.update(
      () => {
        const before = $getNodeByKey(after);
        if (!$isPhotoNode(before)) return;
        const added = $createPhoto(photoOf(taken));
        before.insertAfter(added);
        after = added.getKey();
      },
      { discrete: true, tag: keepFocus(editor) },
    );
  });
}

/** Gives a photo another picture; what is said of it stays. */
export async function replacePicture(editor: LexicalEditor, intake: Intake, file: File, photo: NodeKey): Promise<void> {
  const taken = await takePicture(intake, file);
  if (!taken) return;
  editor.update(
    () => {
      const node = $getNodeByKey(photo);
      if ($isPhotoNode(node))
        node.setPhoto({
          media: taken.id,
          crop: undefined,
          crops: undefined,
          focalPoint: undefined,
          rotation: undefined,
        });
    },
    { tag: keepFocus(editor) },
  );
}
