import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPackage, writePackage, type PackagedHistory } from '../../../src/package/index.ts';
import type { Story } from '../../../src/story/schema.ts';
import { contentHash } from '../../../src/versions/index.ts';
import type { ExportInput } from '../../../src/export/format.ts';
import { figure, p, photo, picture, story, unknown, withPictures } from '../export/a-story.ts';
import { edges, oneOfEverything, vietnamese } from '../export/stories.ts';

async function packed(input: ExportInput): Promise<Uint8Array> {
  const made = await writePackage(input);
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value;
}

describe('a story package', () => {
  const samples = {
    vietnamese,
    oneOfEverything,
    ...Object.fromEntries(Object.entries(edges).map(([name, story]) => [name, { story, media: () => undefined }])),
  };

  it.each(Object.entries(samples))('gives back the story and its pictures: %s', async (_, input) => {
    const read = await readPackage(await packed(input));
    expect(read).toEqual({
      ok: true,
      value: {
        story: input.story,
        head: await contentHash(input.story),
        history: { lineage: [], head: undefined, versions: [] },
        media: new Map(Object.keys(input.story.media).map((id) => [id, input.media(id)])),
        others: new Map(),
        missing: [],
      },
    });
  });

  it('carries where it came from, and strangers’ files', async () => {
    const [first, second] = [
      { ...vietnamese.story, headline: 'Một' },
      { ...vietnamese.story, headline: 'Hai' },
    ];
    const versionOf = async (of: Story, ...parents: string[]): Promise<PackagedHistory['versions'][number]> => ({
      story: of,
      version: { hash: await contentHash(of), parents, at: of.updatedAt, by: 'Lan', kind: 'sent', words: 7 },
    });
    const one = await versionOf(first);
    const two = await versionOf(second, one.version.hash);
    const head = (await versionOf(vietnamese.story, two.version.hash)).version;
    const history = { lineage: [two.version.hash, one.version.hash], head, versions: [one, two] };
    const others = new Map([['notes/desk.txt', strToU8('ask again')]]);
    const bytes = await packed({ ...vietnamese, history, others } as ExportInput);
    const read = await readPackage(bytes);
    expect(read).toMatchObject({ ok: true, value: { history, others, missing: [] } });
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('versions/'))).toHaveLength(2);
    // A version whose content is not what it is called is no version of anybody.
    const lying = { ...history, versions: [{ ...one, story: second }, two] };
    const left = await readPackage(await packed({ ...vietnamese, history: lying } as ExportInput));
    expect(left.ok && left.value.history.versions).toEqual([two]);
  });

  it('is the same bytes for the same story, in whatever order its fields came', async () => {
    const { story: told } = oneOfEverything;
    const reversed = Object.fromEntries(Object.entries(structuredClone(told)).reverse()) as typeof told;
    expect(await packed({ ...oneOfEverything, story: reversed })).toEqual(await packed(oneOfEverything));
  });

  it('begins with its type, stored, where file managers look for it', async () => {
    const bytes = await packed(vietnamese);
    expect(strFromU8(bytes.subarray(0, 4))).toBe('PK\u0003\u0004');
    expect(strFromU8(bytes.subarray(30, 38 + 'application/vnd.copydesk.story+zip'.length))).toBe(
      'mimetypeapplication/vnd.copydesk.story+zip',
    );
  });

  it('is readable by anyone who unpacks it', async () => {
    const files = unzipSync(await packed(vietnamese));
    const [id = ''] = Object.keys(vietnamese.story.media);
    expect(Object.keys(files)).toEqual(['mimetype', 'manifest.json', 'story.json', 'index.html', `media/${id}.jpg`]);
    expect(strFromU8(files['index.html'] as Uint8Array)).toContain(`<img src="media/${id}.jpg"`);
    expect(JSON.parse(strFromU8(files['manifest.json'] as Uint8Array))).toMatchObject({
      format: 1,
      story: vietnamese.story.id,
      lineage: [],
    });
  });

  it('is named by its content, not by when it was saved', async () => {
    const head = async (input: ExportInput): Promise<unknown> =>
      (JSON.parse(strFromU8(unzipSync(await packed(input))['manifest.json'] as Uint8Array)) as { head: unknown }).head;
    const later = { ...vietnamese.story, updatedAt: '2025-06-13T00:00:00.000+07:00' };
    const changed = { ...vietnamese.story, headline: 'Khánh thành cầu' };
    expect(await head({ ...vietnamese, story: later })).toBe(await head(vietnamese));
    expect(await head({ ...vietnamese, story: changed })).not.toBe(await head(vietnamese));
  });

  it('does not carry a photo that was taken out of the story', async () => {
    const [kept, removed] = [await picture('kept.jpg'), await picture('removed.jpg')];
    const told = story({ headline: 'One photo' }, figure(photo(kept)));
    const read = await readPackage(await packed(withPictures(told, kept, removed)));
    expect(read.ok && [...read.value.media.keys()]).toEqual([kept.id]);
    expect(read.ok && Object.keys(read.value.story.media)).toEqual([kept.id]);
  });

  it('carries a picture that only a block of a newer Copydesk names', async () => {
    const film = await picture('film.jpg');
    const block = unknown('film', 'A film');
    if (block.type === 'unknown') block.original.poster = film.id;
    const read = await readPackage(await packed(withPictures(story({}, block), film)));
    expect(read.ok && read.value.story.body).toEqual([block]);
    expect(read.ok && read.value.media.get(film.id)).toEqual(film.bytes);
  });

  it('keeps every character, those that no page may hold too', async () => {
    const strange = 'half \ud800 nul \u0000 nfd a\u0301 \u2028 "\\';
    const read = await readPackage(
      await packed({ story: story({ headline: strange }, p(strange)), media: () => undefined }),
    );
    expect(read.ok && read.value.story.headline).toBe(strange);
  });

  it('says which photo has no picture, and writes nothing', async () => {
    const lost = await picture('lost.jpg');
    const made = await writePackage({ ...withPictures(story({}, figure(photo(lost))), lost), media: () => undefined });
    expect(made).toMatchObject({ ok: false, failure: { code: 'export.media-missing', about: { photo: 'lost.jpg' } } });
  });
});
