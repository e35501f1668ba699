import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/base/result.ts';
import { LIMITS, PACKAGE_TYPE } from '../../../src/package/limits.ts';
import { readPackage, writePackage } from '../../../src/package/index.ts';
import { p, story } from '../export/a-story.ts';
import { vietnamese } from '../export/stories.ts';
import { directory, packageOf, patched, zipped } from './a-zip.ts';

const flood = story({ headline: 'Flood' }, p('Water rose.'));
const made = await writePackage(vietnamese);
const whole = made.ok ? made.value : new Uint8Array();

async function refused(bytes: Uint8Array): Promise<{ code: string; about?: object }> {
  const read: Result<unknown> = await readPackage(bytes);
  if (read.ok) throw new Error('it was read');
  return { code: read.failure.code, ...(read.failure.about && { about: read.failure.about }) };
}
const damaged = (reason: string | RegExp): object => ({
  code: 'package.damaged',
  about: { reason: expect.stringMatching(reason) as string },
});

describe('what is no story package', () => {
  it.each([
    ['a text', strToU8('Water rose.')],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['another zip', zipped({ 'word/document.xml': '<w/>' })],
    ['a zip of another type', zipped({ mimetype: 'application/epub+zip' })],
    ['a zip of a type as long as ours', zipped({ mimetype: 'x'.repeat(PACKAGE_TYPE.length) })],
  ])('%s is refused as such', async (_, bytes) => {
    expect(await refused(bytes)).toEqual({ code: 'package.not-a-story' });
  });
});

describe('a newer Copydesk’s package', () => {
  it('is refused with its number, for the package’s format and for the story’s', async () => {
    expect(await refused(await packageOf({ ...flood }, {}, { format: 7 }))).toEqual({
      code: 'package.newer',
      about: { version: 7, known: 1 },
    });
    expect(await refused(await packageOf({ ...flood }, {}, { format: 7, files: 'in another shape' }))).toMatchObject({
      code: 'package.newer',
    });
    expect(await refused(await packageOf({ ...flood, schema: 9 }))).toEqual({
      code: 'package.newer',
      about: { version: 9, known: 1 },
    });
  });

  it('with files and fields that we do not know is read', async () => {
    const bytes = await packageOf({ ...flood }, { 'comments.json': strToU8('[]') }, { mood: 'good' });
    expect(await readPackage(bytes)).toMatchObject({
      ok: true,
      value: { story: flood, others: new Map([['comments.json', strToU8('[]')]]), missing: [] },
    });
  });
});

describe('a damaged package', () => {
  it('that was cut off gives the story where that came through, and says what did not', async () => {
    let last: 'refused' | 'read' = 'refused';
    for (let length = 4; length < whole.length; length += Math.ceil(whole.length / 200)) {
      const read = await readPackage(whole.subarray(0, length));
      if (!read.ok) {
        expect(read.failure).toMatchObject(damaged('its end is missing'));
        expect(last).toBe('refused');
        continue;
      }
      last = 'read';
      expect(read.value.story).toEqual(vietnamese.story);
      expect(read.value.missing[0]).toEqual({
        is: 'file',
        name: 'the list of its files',
        reason: 'its end is missing',
      });
      const isPictureLost = read.value.missing.some(({ is, name }) => is === 'picture' && name === 'cau-dong-hai.jpg');
      expect(read.value.media.size).toBe(isPictureLost ? 0 : 1);
    }
    expect(last).toBe('read');
    expect(await refused(new Uint8Array())).toEqual(damaged('it is empty'));
  });

  it.each([
    ['manifest.json', /"manifest.json" is missing/],
    ['story.json', /"story.json" is missing/],
  ])('without its %s is refused', async (name, reason) => {
    const files: Record<string, string> = {
      mimetype: PACKAGE_TYPE,
      'manifest.json': JSON.stringify({ format: 1, story: flood.id, head: '0'.repeat(64), lineage: [], files: {} }),
      'story.json': '{}',
    };
    const { [name]: _, ...rest } = files;
    expect(await refused(zipped(rest))).toEqual(damaged(reason));
  });

  it('whose files are not those of its manifest is refused', async () => {
    const { id } = flood;
    const other = { sha256: '0'.repeat(64), size: 3 };
    expect(await refused(await packageOf({ ...flood }, {}, { files: { 'story.json': other } }))).toEqual(
      damaged('"story.json" was changed'),
    );
    expect(await refused(await packageOf({ ...flood }, {}, { files: { 'gone.txt': other } }))).toEqual(
      damaged('"story.json" is not in its manifest'),
    );
    expect(await refused(await packageOf({ ...flood }, {}, { story: `${id}x` }))).toEqual(damaged('another story'));
    expect(await refused(await packageOf({ ...flood }, {}, { head: 'f'.repeat(64) }))).toEqual(
      damaged('another version'),
    );
    expect(await refused(await packageOf({ ...flood }, {}, { lineage: 'none' }))).toEqual(
      damaged('not as it should be'),
    );
  });

  it('whose story is none is refused', async () => {
    expect(await refused(await packageOf({ ...flood, headline: 7 }))).toEqual(damaged(/not a story \(headline\)/));
  });

  it('without a picture gives the story, and names the picture', async () => {
    const raw = { ...flood, media: vietnamese.story.media };
    const [id = ''] = Object.keys(raw.media);
    const path = `media/${id}.jpg`;
    const read = await readPackage(await packageOf(raw));
    if (!read.ok) throw new Error(read.failure.detail);
    expect(read.value.story.headline).toBe('Flood');
    expect(read.value.missing).toEqual([{ is: 'picture', name: 'cau-dong-hai.jpg', reason: `"${path}" is missing` }]);
    // Bytes that are not that picture's are not taken for it.
    const other = await readPackage(await packageOf(raw, { [path]: strToU8('another') }));
    expect(other).toMatchObject({ ok: true, value: { missing: [{ is: 'picture', name: 'cau-dong-hai.jpg' }] } });
    expect(other.ok && other.value.media.size).toBe(0);
  });

  it('whose JSON nests without end is refused, and does not exhaust the stack', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(await refused(zipped({ mimetype: PACKAGE_TYPE, 'manifest.json': deep }))).toEqual(
      damaged('"manifest.json" is not JSON'),
    );
  });

  it('with text that is not UTF-8 is refused', async () => {
    expect(
      await refused(zipped({ mimetype: PACKAGE_TYPE, 'manifest.json': new Uint8Array([0x22, 0xff, 0x22]) })),
    ).toEqual(damaged('not JSON'));
  });
});

describe('a hostile package', () => {
  const SIZE = 24;
  const PACKED = 20;
  const OFFSET = 42;

  it.each(['../evil', '/etc/passwd', 'a/../../b', 'media\\..\\x', 'C:x', './x', 'a//b', 'nul\u0000', 'a\nb'])(
    'with a file named %j is refused before anything is unpacked',
    async (name) => {
      expect(await refused(zipped({ mimetype: PACKAGE_TYPE, [name]: 'x' }))).toEqual(damaged('forbidden name'));
    },
  );

  it('with one name twice, or in two cases, is refused', async () => {
    const twice = zipped({ mimetype: PACKAGE_TYPE, 'aaaa.json': 'x', 'bbbb.json': 'y' });
    const { entries } = directory(twice);
    twice.set(strToU8('aaaa.json'), (entries[2] ?? 0) + 46);
    expect(await refused(twice)).toEqual(damaged('it holds "aaaa.json" twice'));
    expect(await refused(zipped({ mimetype: PACKAGE_TYPE, 'story.json': 'x', 'Story.JSON': 'y' }))).toEqual(
      damaged('twice'),
    );
  });

  it('that claims absurd sizes is refused before anything is unpacked', async () => {
    expect(await refused(patched(whole, 1, SIZE, 0xffffffff))).toEqual(
      damaged('"manifest.json" claims an absurd size'),
    );
    const many = zipped(Object.fromEntries(['mimetype', 'a', 'b', 'c', 'd'].map((name) => [name, 'x'])));
    const large = [1, 2, 3, 4].reduce((zip, entry) => patched(zip, entry, SIZE, LIMITS.file), many);
    expect(await refused(large)).toEqual(damaged('"d" claims an absurd size'));
  });

  it('that holds a bomb is refused after a bounded effort', async () => {
    // 64 MiB of zeros in 64 KiB, which the directory calls ten bytes.
    const bomb = zipped({ mimetype: PACKAGE_TYPE, 'manifest.json': new Uint8Array(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await refused(patched(bomb, 1, SIZE, 10))).toEqual(damaged('"manifest.json" is damaged'));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  }, 30_000);

  it('that brings strange files without end gets none of them unpacked', async () => {
    const strange = await packageOf({ ...flood }, {}, {});
    const bomb = zipped({
      mimetype: PACKAGE_TYPE,
      ...unzipSync(strange),
      'strange.bin': new Uint8Array(LIMITS.text + 1),
    });
    const read = await readPackage(bomb);
    if (!read.ok) throw new Error(read.failure.detail);
    expect(read.value.others.size).toBe(0);
    expect(read.value.missing).toEqual([
      { is: 'file', name: 'strange.bin', reason: '"strange.bin" is absurdly large' },
    ]);
  }, 30_000);

  it('whose directory points elsewhere is refused', async () => {
    expect(await refused(patched(whole, 1, OFFSET, 0))).toEqual(damaged('"manifest.json" is missing'));
    expect(await refused(patched(whole, 1, OFFSET, 0xfffffff0))).toEqual(damaged('"manifest.json" is missing'));
    expect(await refused(patched(whole, 1, PACKED, 0x7fffffff))).toEqual(damaged('"manifest.json" is cut off'));
  });

  it('that lists more files than it has is read from its beginning; one of more than any story is refused', async () => {
    const count = (value: number): Uint8Array => {
      const copy = whole.slice();
      new DataView(copy.buffer).setUint16(directory(copy).end + 10, value, true);
      return copy;
    };
    for (const lie of [2, 50]) {
      const read = await readPackage(count(lie));
      if (!read.ok) throw new Error(read.failure.detail);
      expect(read.value.story).toEqual(vietnamese.story);
      expect(read.value.missing).toMatchObject([{ is: 'file', reason: 'its list of files is damaged' }]);
    }
    expect(await refused(count(0xffff))).toEqual(damaged('it lists 65535 files'));
  });

  it('with an encrypted file, or one packed in an unknown way, is refused', async () => {
    expect(await refused(patched(whole, 1, 8, 0x00080001))).toEqual(damaged('encrypted'));
    expect(await refused(patched(whole, 1, 8, 0x00630000))).toEqual(damaged('unknown way'));
  });
});
