import { ok, type Result } from '../../src/base/result.ts';
import { createStory } from '../../src/story/create.ts';
import { contentHash } from '../../src/versions/index.ts';
import { writeNew } from './packaged.ts';
import { printable } from './words.ts';

/** `copydesk new`: an empty story as a package, which is its own first version. Answers the path. */
export async function newCommand(choices: { lang: string; headline: string; out: string }): Promise<Result<string>> {
  const story = createStory({ language: choices.lang, headline: choices.headline.normalize('NFC') });
  const hash = await contentHash(story);
  const head = { hash, parents: [], at: story.createdAt, by: '', kind: 'sent' as const, words: 0 };
  const written = await writeNew(choices.out, {
    story,
    media: () => undefined,
    history: { lineage: [], head, versions: [] },
  });
  return written.ok ? ok(`${printable(written.value.path)}\n`) : written;
}
