import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { fileSource, takeIn, type TakenIn } from '../../electron/handlers/take-in.ts';
import { exportStory } from '../../electron/services/exporter.ts';
import { openLibrary, type Library } from '../../electron/services/library.ts';
import { openMediaStore } from '../../electron/services/media.ts';
import { historyFor } from '../../electron/services/packaged-history.ts';
import { Returned } from '../../electron/services/returned.ts';
import { mergeStories } from '../../src/merge/index.ts';
import { readPackage, writePackage } from '../../src/package/index.ts';
import { createParagraph, createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { newHome } from './folder.ts';

interface Computer {
  home: string;
  library: Library;
  returned: Returned;
}

const running: Library[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((library) => library.closeAll()));
});

async function computer(by: string): Promise<Computer> {
  const home = await newHome();
  const media = openMediaStore({ home });
  const library = await openLibrary({ home, media, by: () => by });
  running.push(library);
  return { home, library, returned: new Returned(library, media) };
}

const said = <T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

const lu = createStory({
  language: 'vi',
  headline: 'Nước lên',
  body: [createParagraph([{ text: 'Nước sông lên nhanh.' }]), createParagraph([{ text: 'Dân đã sơ tán.' }])],
});

/** The story leaves a computer as a package, as the export menu does it. */
async function send({ home, library }: Computer, name: string): Promise<string> {
  const { version } = said(await library.versions.make(lu.id, { kind: 'sent' }));
  const { story } = said(await library.read(lu.id));
  const history = await historyFor(library.versions, lu.id, version.hash);
  const path = join(home, name);
  said(await exportStory({ story, media: () => undefined, as: 'story', history, path }));
  return path;
}

const receive = ({ returned }: Computer, ...paths: string[]): Promise<TakenIn> =>
  takeIn(paths.map(fileSource), returned);

async function change({ library }: Computer, of: Partial<Story>): Promise<void> {
  const { seq } = said(await library.open(lu.id));
  said(await library.change(lu.id, seq + 1, { blocks: {}, fields: of }));
}

async function merge({ library, returned }: Computer, token: string): Promise<Story> {
  const { compared } = said(await returned.compare(token));
  if (!compared?.base) throw new Error('no common version');
  const { story } = mergeStories(compared.base, compared.mine, compared.theirs);
  const { seq } = said(await library.open(lu.id));
  return said(await returned.accept(token, seq, story)).merged?.story ?? story;
}

it('a story goes to and fro between two computers, and each sees only what is new', async () => {
  const [reporter, editor] = [await computer('Lan'), await computer('Minh')];
  said(await reporter.library.create(lu));
  expect(await receive(editor, await send(reporter, 'one.story'))).toEqual({
    stories: [lu.id],
    returned: [],
    failures: [],
  });

  await change(reporter, { kicker: 'Thời sự' });
  await change(editor, { headline: 'Nước lên nhanh' });
  const back = await receive(reporter, await send(editor, 'two.story'));
  expect(back).toMatchObject({ stories: [], returned: [{ id: lu.id, file: 'two.story', headline: 'Nước lên' }] });
  const token = back.returned[0]?.token ?? '';
  expect(said(await reporter.returned.compare(token)).compared).toMatchObject({ by: 'Minh', missing: [] });
  expect(await merge(reporter, token)).toMatchObject({ kicker: 'Thời sự', headline: 'Nước lên nhanh' });
  // Decided: the same offer counts no more, and the same file brings nothing.
  expect(await reporter.returned.compare(token)).toMatchObject({ failure: { code: 'merge.gone' } });
  const again = await receive(reporter, join(editor.home, 'two.story'));
  expect(again).toMatchObject({ stories: [lu.id], returned: [], failures: [{ code: 'merge.known' }] });

  // The other way round: over the merge, not over where it all began.
  await change(editor, { standfirst: 'Mưa lớn suốt đêm.' });
  const third = await receive(editor, await send(reporter, 'three.story'));
  const { compared } = said(await editor.returned.compare(third.returned[0]?.token ?? ''));
  expect(compared?.base?.headline).toBe('Nước lên nhanh');
  expect(await merge(editor, third.returned[0]?.token ?? '')).toMatchObject({
    kicker: 'Thời sự',
    headline: 'Nước lên nhanh',
    standfirst: 'Mưa lớn suốt đêm.',
  });
  const versions = said(await editor.library.versions.history.list(lu.id));
  expect(versions[0]).toMatchObject({ kind: 'after-merge' });
  expect(versions[0]?.parents).toHaveLength(2);
});

it('what was typed since the merge was shown is never written over', async () => {
  const [reporter, editor] = [await computer('Lan'), await computer('Minh')];
  said(await reporter.library.create(lu));
  await receive(editor, await send(reporter, 'one.story'));
  await change(editor, { headline: 'Nước lên nhanh' });
  await change(reporter, { kicker: 'Thời sự' });
  const { returned } = await receive(reporter, await send(editor, 'two.story'));
  const token = returned[0]?.token ?? '';
  const { seq } = said(await reporter.library.open(lu.id));
  await change(reporter, { kicker: 'Thời sự - Mưa lũ' });
  expect(await reporter.returned.accept(token, seq, lu)).toMatchObject({ failure: { code: 'drafts.out-of-step' } });
  expect(said(await reporter.library.read(lu.id)).story.kicker).toBe('Thời sự - Mưa lũ');
  // Asked again it is merged with what there is now.
  expect(await merge(reporter, token)).toMatchObject({ kicker: 'Thời sự - Mưa lũ', headline: 'Nước lên nhanh' });
});

it('a copy without a common version can be kept beside, and a damaged one comes as far as it is whole', async () => {
  const reporter = await computer('Lan');
  said(await reporter.library.create(lu));
  const stranger = { ...lu, headline: 'Một bản từ nơi khác' };
  const made = said(await writePackage({ story: stranger, media: () => undefined }));
  const path = join(reporter.home, 'stranger.story');
  await writeFile(path, made);
  const { returned } = await receive(reporter, path);
  const token = returned[0]?.token ?? '';
  expect(said(await reporter.returned.compare(token)).compared?.base).toBeNull();
  const { id } = said(await reporter.returned.separate(token));
  expect(id).not.toBe(lu.id);
  expect(said(await reporter.library.read(id ?? '')).story.headline).toBe('Một bản từ nơi khác');
  expect(said(await reporter.library.read(lu.id)).story.headline).toBe('Nước lên');

  const other = said(await writePackage({ story: { ...lu, id: 'anotherstory23456789' }, media: () => undefined }));
  await writeFile(path, other.subarray(0, other.length - 200));
  expect((await readPackage(other.subarray(0, other.length - 200))).ok).toBe(true);
  expect(await receive(reporter, path)).toMatchObject({
    stories: ['anotherstory23456789'],
    failures: [{ code: 'package.incomplete', about: { file: 'stranger.story' } }],
  });
});
