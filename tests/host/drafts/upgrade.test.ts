import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { History } from '../../../electron/services/history/history.ts';
import { readPackage, writePackage } from '../../../src/package/index.ts';
import { readStory } from '../../../src/story/read.ts';
import { STORY_SCHEMA, type Story } from '../../../src/story/schema.ts';
import { oneOfEverything } from '../../unit/export/stories.ts';
import { newHome } from '../folder.ts';
import { draftsIn } from './drafts-in.ts';
import { textOf } from './typist.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const folderOf = (schema: number): string => join(fixtures, `schema-${schema}`);

/**
 * Saves today's format as a fixture: a data folder with a snapshot and a change in the log, a package, and the story as
 * JSON. Done once for each format, when it is new: COPYDESK_SAVE_FIXTURE=1 npm test -- upgrade
 */
async function saveToday(): Promise<void> {
  const folder = folderOf(STORY_SCHEMA);
  const home = await newHome();
  const { story } = oneOfEverything;
  const drafts = draftsIn({ home });
  await drafts.create({ ...story, headline: 'Before the change in the log', body: story.body.slice(0, 2) });
  const blocks = Object.fromEntries(story.body.slice(2).map((block) => [block.id, block]));
  const order = story.body.map(({ id }) => id);
  await drafts.change(story.id, 1, { blocks, order, fields: { headline: story.headline } });
  await new History({ home }).make(story, 1, { kind: 'named', label: 'Đã duyệt', by: 'Lan' });
  await mkdir(folder, { recursive: true });
  await cp(join(home, 'stories'), join(folder, 'stories'), { recursive: true });
  const packed = await writePackage(oneOfEverything);
  if (!packed.ok) throw new Error(packed.failure.detail);
  await writeFile(join(folder, 'story.story'), packed.value);
  await writeFile(join(folder, 'story.json'), `${JSON.stringify(story, null, 2)}\n`);
}

if (process.env['COPYDESK_SAVE_FIXTURE']) await saveToday();

describe.each(Array.from({ length: STORY_SCHEMA }, (_, index) => index + 1))('what format %i saved', (schema) => {
  const folder = folderOf(schema);

  async function expected(): Promise<Story> {
    const read = readStory(JSON.parse(await readFile(join(folder, 'story.json'), 'utf8')));
    if (!read.ok) throw new Error(read.failure.detail);
    return read.value;
  }

  it('is kept here', () => {
    expect(existsSync(folder)).toBe(true);
  });

  it('opens from its data folder, snapshot and log', async () => {
    const home = await newHome();
    await cp(join(folder, 'stories'), join(home, 'stories'), { recursive: true });
    const story = await expected();
    const opened = await draftsIn({ home }).open(story.id);
    expect(opened).toMatchObject({ ok: true, value: { seq: 1, notices: [] } });
    expect(opened.ok && textOf(opened.value.story)).toBe(textOf(story));
  });

  it('has the versions that were made of it', async () => {
    const home = await newHome();
    await cp(join(folder, 'stories'), join(home, 'stories'), { recursive: true });
    const story = await expected();
    const history = new History({ home });
    const list = await history.list(story.id);
    expect(list).toMatchObject({ ok: true, value: [{ kind: 'named', label: 'Đã duyệt', by: 'Lan' }] });
    const read = await history.read(story.id, (list.ok && list.value[0]?.hash) || '');
    expect(read.ok && textOf(read.value.story)).toBe(textOf(story));
  });

  it('has its versions under new ones, and gives them other names', async () => {
    const home = await newHome();
    await cp(join(folder, 'stories'), join(home, 'stories'), { recursive: true });
    const story = await expected();
    const history = new History({ home });
    for (const headline of ['Bản hai', 'Bản ba']) await history.make({ ...story, headline }, 2, { kind: 'saved' });
    await history.name(story.id, 1, 'Bản đầu');
    const again = new History({ home, onTrouble: (failure) => expect(failure).toBeNull() });
    const list = await again.list(story.id);
    if (!list.ok) throw new Error(list.failure.detail);
    expect(list.value).toMatchObject([{ n: 3 }, { n: 2 }, { n: 1, kind: 'named', label: 'Bản đầu', by: 'Lan' }]);
    const read = await Promise.all(list.value.map(({ hash }) => again.read(story.id, hash)));
    expect(read.map((one) => one.ok && one.value.story.headline)).toEqual(['Bản ba', 'Bản hai', story.headline]);
  });

  it('opens from its package', async () => {
    const read = await readPackage(new Uint8Array(await readFile(join(folder, 'story.story'))));
    expect(read).toMatchObject({ ok: true, value: { story: await expected(), missing: [] } });
  });
});
