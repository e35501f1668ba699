import { fileSource, takeIn } from '../../electron/handlers/take-in.ts';
import { exportStory } from '../../electron/services/exporter.ts';
import { openLibrary } from '../../electron/services/library.ts';
import { openMediaStore } from '../../electron/services/media.ts';
import { historyFor } from '../../electron/services/packaged-history.ts';
import { Returned } from '../../electron/services/returned.ts';
import { createParagraph } from '../../src/story/create.ts';
import { newFolder } from '../desktop/launch.ts';

/** What an editor on another computer makes of a package: the same story with one more paragraph at its end, sent back. */
export async function editorsCopy(path: string, words: string): Promise<string> {
  const home = newFolder('editor-');
  const media = openMediaStore({ home });
  const library = await openLibrary({ home, media, by: () => 'Minh' });
  try {
    const { stories, failures } = await takeIn([fileSource(path)], new Returned(library, media));
    const [id] = stories;
    if (id === undefined) throw new Error(`the editor could not open the story: ${failures[0]?.code}`);
    const opened = await library.open(id);
    if (!opened.ok) throw new Error(opened.failure.detail);
    const { story, seq } = opened.value;
    const added = createParagraph([{ text: words }]);
    const order = [...story.body.map((block) => block.id), added.id];
    await library.change(id, seq + 1, { blocks: { [added.id]: added }, order });
    const made = await library.versions.make(id, { kind: 'sent' });
    const now = await library.read(id);
    if (!made.ok || !now.ok) throw new Error('the editor could not send the story');
    const back = `${newFolder('returned-')}/back.story`;
    const written = await exportStory({
      story: now.value.story,
      media: async (picture) => (await media.read(picture)) ?? undefined,
      as: 'story',
      history: await historyFor(library.versions, id, made.value.version.hash),
      path: back,
    });
    if (!written.ok) throw new Error(written.failure.detail);
    return back;
  } finally {
    await library.closeAll();
  }
}
