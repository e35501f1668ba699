import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import { readPackage, writePackage, type PackagedHistory, type StoryPackage } from '../../../src/package/index.ts';
import { openSuggestions, storyAs } from '../../../src/review/index.ts';
import type { Story } from '../../../src/story/schema.ts';
import { contentHash, type Version } from '../../../src/versions/index.ts';
import { p, story } from '../export/a-story.ts';
import { vietnamese } from '../export/stories.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-merge-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function copydesk(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  const room = { out: (text: string) => (out += text), error: (text: string) => (error += text), environment: {} };
  return { code: await runCli(args, room), out, error };
}

const versionOf = async (of: Story, ...parents: string[]): Promise<Version> => ({
  hash: await contentHash(of),
  parents,
  at: of.updatedAt,
  by: '',
  kind: 'sent',
  words: 0,
});

/** A package on the disk, of a story that came from `base`, which travels in it. */
async function packed(name: string, of: Story, base?: Story, others?: Map<string, Uint8Array>): Promise<string> {
  const history: PackagedHistory | undefined = base && {
    lineage: [await contentHash(base)],
    head: await versionOf(of, await contentHash(base)),
    versions: [{ version: await versionOf(base), story: base }],
  };
  const made = await writePackage({ story: of, media: vietnamese.media, history, others });
  if (!made.ok) throw new Error(made.failure.detail);
  const path = join(folder, name);
  await writeFile(path, made.value);
  return path;
}

async function read(path: string): Promise<StoryPackage> {
  const found = await readPackage(await readFile(path));
  if (!found.ok) throw new Error(found.failure.detail);
  return found.value;
}

const [opening, middle] = [p('The bridge is two kilometres long.'), p('It opens in April.')];
const base = story({ headline: 'Bridge' }, opening, middle);
const say = (from: Story, words: string): Story => ({
  ...from,
  body: [opening, { ...middle, text: [{ text: words }] }],
});
const mine = { ...base, headline: 'Bridge opens' };

describe('copydesk merge', () => {
  it('makes one story of two copies, over the version that travels in them', async () => {
    const [a, b] = [
      await packed('mine.story', mine, base, new Map([['desk/note.txt', new Uint8Array([65])]])),
      await packed('theirs.story', say(base, 'It opens in May.'), base),
    ];
    const out = join(folder, 'merged.story');
    expect(await copydesk('merge', a, b, '--out', out)).toEqual({ code: 0, out: `${out}\n`, error: '' });
    const merged = await read(out);
    expect(merged.story.headline).toBe('Bridge opens');
    expect(merged.story.body).toEqual(say(base, 'It opens in May.').body);
    const heads = [(await read(a)).head, (await read(b)).head];
    expect(merged.history.head).toMatchObject({ kind: 'after-merge', parents: heads });
    expect(merged.history.lineage).toEqual([...heads, await contentHash(base)]);
    expect(merged.history.versions.map(({ version }) => version.hash).sort()).toEqual(
      [...heads, await contentHash(base)].sort(),
    );
    expect([...merged.others.keys()]).toEqual(['desk/note.txt']);

    // The same copy again brings nothing; the result is a copy like any other.
    const again = join(folder, 'again.story');
    expect(await copydesk('merge', out, b, '--out', again)).toMatchObject({ code: 0 });
    expect((await read(again)).story).toEqual(merged.story);
    // Nothing is ever replaced.
    const before = await readFile(out);
    expect(await copydesk('merge', a, b, '--out', out)).toMatchObject({ code: 1 });
    expect(await readFile(out)).toEqual(before);
  });

  it('ends with 3 where both changed the same words, and keeps both', async () => {
    const a = await packed('mine.story', say(base, 'It opens in June.'), base);
    const b = await packed('theirs.story', say(base, 'It opens in May.'), base);
    const out = join(folder, 'merged.story');
    const { code, out: text } = await copydesk('merge', a, b, '--out', out, '--json');
    expect(code).toBe(3);
    expect(JSON.parse(text)).toMatchObject({
      path: out,
      base: await contentHash(base),
      flags: [{ kind: 'both-wrote', block: middle.id, mine: 'June', theirs: 'May', kept: 'both' }],
    });
    const other = join(folder, 'other.story');
    const plain = await copydesk('merge', b, a, '--out', other);
    expect(plain.out).toContain('"May" | "June"');
    // The text is the same whoever merges; the wording of whose copy came is a suggestion.
    const [one, two] = [(await read(out)).story, (await read(other)).story];
    expect([two.headline, two.body]).toEqual([one.headline, one.body]);
    expect(openSuggestions(one)).toMatchObject([
      { block: middle.id, after: expect.stringContaining('May') as unknown },
    ]);
    expect(storyAs(one, 'original').body).toEqual(say(base, 'It opens in June.').body);
    expect(storyAs(two, 'original').body).toEqual(say(base, 'It opens in May.').body);
  });

  it('says so where the copies have no version in common, or are two stories', async () => {
    const a = await packed('mine.story', mine);
    const b = await packed('theirs.story', say(base, 'It opens in May.'));
    const out = join(folder, 'merged.story');
    const { code, error } = await copydesk('merge', a, b, '--out', out);
    expect(code).toBe(1);
    expect(error).toContain('have no version in common');
    const stranger = await packed('stranger.story', { ...base, id: 'anotherstory23456789' });
    expect(await copydesk('merge', a, stranger, '--out', out)).toMatchObject({
      code: 1,
      error: expect.stringContaining('are different stories') as string,
    });
    // One that came straight from the other needs nothing else.
    const child = await packed('child.story', say(mine, 'It opens in May.'), mine);
    expect(await copydesk('merge', a, child, '--out', out)).toMatchObject({ code: 0 });
    expect((await read(out)).story.headline).toBe('Bridge opens');
  });
});

describe('copydesk new and verify', () => {
  it('begin a story, and say that its file is whole', async () => {
    const out = join(folder, 'new.story');
    expect(await copydesk('new', '--lang', 'vi', '--headline', 'Cầu mới', '--out', out)).toMatchObject({
      code: 0,
      out: `${out}\n`,
    });
    const made = await read(out);
    expect(made.story).toMatchObject({ language: 'vi', headline: 'Cầu mới' });
    expect(made.history.head?.hash).toBe(made.head);
    expect(await copydesk('verify', out)).toMatchObject({ code: 0, out: `The package is whole: ${out}\n` });
    expect(await copydesk('new', '--out', out)).toMatchObject({ code: 1 });
  });

  it('name what a damaged file has lost', async () => {
    const path = await packed('cut.story', vietnamese.story, base);
    const bytes = await readFile(path);
    const half = join(folder, 'half.story');
    await writeFile(half, bytes.subarray(0, bytes.length - 300));
    const { code, out } = await copydesk('verify', half, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ whole: false, story: vietnamese.story.id });
    expect((JSON.parse(out) as { missing: { name: string }[] }).missing.length).toBeGreaterThan(0);
    await writeFile(half, bytes.subarray(0, 60));
    expect(await copydesk('verify', half)).toMatchObject({ code: 1 });
    expect(await copydesk('verify', half, '--json')).toMatchObject({ code: 1 });
  });
});
