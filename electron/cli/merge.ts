import { now } from '../../src/base/dates.ts';
import { fail, ok, type Result } from '../../src/base/result.ts';
import { mergeStories, type Flag } from '../../src/merge/index.ts';
import { commonBase, copyOf, mergedLineage, type PackagedHistory, type StoryPackage } from '../../src/package/index.ts';
import { storyWords } from '../../src/story/measure.ts';
import { clashesOffered } from '../../src/review/index.ts';
import { initialsOf } from '../../src/settings/person.ts';
import type { Story } from '../../src/story/schema.ts';
import { contentHash, type Version } from '../../src/versions/index.ts';
import { readPackageFile } from '../services/package-file.ts';
import { writeNew } from './packaged.ts';
import { printable } from './words.ts';

type Carried = PackagedHistory['versions'][number];

/** A package's own content as a version, with what it came from. */
function headOf({ story, head, history }: StoryPackage): Carried {
  const parents = history.lineage.filter((hash) => hash !== head).slice(0, 1);
  const version: Version = history.head ?? {
    hash: head,
    parents,
    at: story.updatedAt,
    by: '',
    kind: 'received',
    words: storyWords(story),
  };
  return { version, story };
}

/** Each version once, in an order in which none stands before what it came from. */
function versionsOf(all: readonly Carried[], lineage: readonly string[]): Carried[] {
  const once = new Map(all.map((one) => [one.version.hash, one]));
  return lineage
    .toReversed()
    .flatMap((hash) => once.get(hash) ?? [])
    .filter((one, index, kept) => kept.indexOf(one) === index);
}

async function historyOf(story: Story, mine: StoryPackage, theirs: StoryPackage): Promise<PackagedHistory> {
  const lineage = mergedLineage(copyOf(mine).lineage, copyOf(theirs).lineage);
  const hash = await contentHash(story);
  const parents = [mine.head, theirs.head].filter((parent) => parent !== hash);
  const head: Version = { hash, parents, at: now(), by: '', kind: 'after-merge', words: storyWords(story) };
  const all = [...mine.history.versions, ...theirs.history.versions, headOf(mine), headOf(theirs)];
  const versions = versionsOf(all, lineage).filter(({ version }) => version.hash !== hash);
  return { lineage: lineage.filter((name) => name !== hash), head, versions };
}

const sayFlag = ({ kind, block, part, mine, theirs, kept }: Flag): string =>
  printable(`  ${kind}  ${block === null ? part : `${block} ${part}`}: "${mine}" | "${theirs}" (${kept})`);

/**
 * `copydesk merge`: two packages of one story as a third, over the last version that both came from. `hasFlags` decides
 * the exit code.
 *
 * Fails with `merge.other-story`, `merge.no-base`, `export.exists` (`path`), and as reading and writing packages do.
 */
export async function mergeCommand(
  paths: { mine: string; theirs: string; out: string },
  isJson: boolean,
): Promise<Result<{ text: string; hasFlags: boolean }>> {
  const [mine, theirs] = [await readPackageFile(paths.mine), await readPackageFile(paths.theirs)];
  if (!mine.ok) return mine;
  if (!theirs.ok) return theirs;
  if (mine.value.story.id !== theirs.value.story.id)
    return fail('merge.other-story', 'two different stories', { path: paths.mine, other: paths.theirs });
  const base = await commonBase(copyOf(mine.value), copyOf(theirs.value));
  if (!base) return fail('merge.no-base', 'no common version', { path: paths.mine, other: paths.theirs });
  const { story: merged, flags } = mergeStories(base.story, mine.value.story, theirs.value.story);
  const { by = '', at = theirs.value.story.updatedAt } = theirs.value.history.head ?? {};
  const who = { name: by, initials: initialsOf({ name: by, initials: '' }), colour: 'ochre' };
  const story = clashesOffered(mine.value.story, merged, flags, who, at);
  const pictures = new Map([...theirs.value.media, ...mine.value.media]);
  const written = await writeNew(paths.out, {
    story,
    media: (id) => pictures.get(id),
    history: await historyOf(story, mine.value, theirs.value),
    others: new Map([...theirs.value.others, ...mine.value.others]),
  });
  if (!written.ok) return written;
  const { path } = written.value;
  const text = isJson
    ? JSON.stringify({ path, base: base.hash, head: await contentHash(story), flags }, null, 2)
    : [printable(path), ...flags.map(sayFlag)].join('\n');
  return ok({ text: `${text}\n`, hasFlags: flags.length > 0 });
}
