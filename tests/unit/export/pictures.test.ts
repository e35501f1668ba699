import { describe, expect, it } from 'vitest';
import type { ExportFormat, Rendition } from '../../../src/export/format.ts';
import { htmlFolder, htmlFragmentFolder } from '../../../src/export/html/index.ts';
import { newsmlG2 } from '../../../src/export/newsml-g2/index.ts';
import { ninjs } from '../../../src/export/ninjs/index.ts';
import type { CropRatio } from '../../../src/story/photo-details.ts';
import { figure, photo, picture, story, withPictures } from './a-story.ts';
import { all } from './read-page.ts';

const flood = await picture('flood.jpg');

async function pathOf(alt: string, caption = ''): Promise<string | undefined> {
  const made = await htmlFolder.write(withPictures(story({}, figure(photo(flood, { alt, caption }))), flood));
  return made.ok ? made.value[1]?.path : made.failure.code;
}
const named = (words: string): string => `media/01-${words}-${flood.id.slice(0, 12)}.jpg`;

it('names a picture after what it shows', async () => {
  expect(await pathOf('Nước lũ ở Huế')).toBe(named('nuoc-lu-o-hue'));
  expect(await pathOf('', 'Đường ngập')).toBe(named('duong-ngap'));
  expect(await pathOf('', '?!')).toBe(named('photo'));
});

it('cuts a long name at a word', async () => {
  expect(await pathOf('Water rises in the streets of the old town after three days of rain')).toBe(
    named('water-rises-in-the-streets-of-the-old'),
  );
  expect(await pathOf('x'.repeat(90))).toBe(named('x'.repeat(40)));
});

it.each(['../../etc/passwd', 'CON', 'a/b\\c:d*e?f"g<h>i|j', '\u0000\u202e', '漢字'])(
  'is safe as a file name for %j',
  async (alt) => {
    expect(await pathOf(alt)).toMatch(/^media\/01-[a-z0-9-]+-[0-9a-f]{12}[.]jpg$/);
  },
);

describe('renditions', () => {
  const at = (type: string, width: number, height: number, ratio?: CropRatio): Rendition => {
    const bytes = new TextEncoder().encode(`${type} ${width} ${height}`);
    const sha256 = `${width}${ratio === undefined ? type.charCodeAt(6) : height}`.padEnd(64, 'a');
    return { sha256, type, width, height, bytes, ...(ratio && { ratio }) };
  };
  const made = [
    at('image/webp', 640, 427),
    at('image/jpeg', 640, 427),
    at('image/webp', 1280, 853),
    at('image/jpeg', 1280, 853),
    at('image/jpeg', 1600, 900, '16:9'),
    at('image/jpeg', 1200, 1200, '1:1'),
  ];
  const shown = photo(flood, { alt: 'Lũ', focalPoint: { x: 0.3, y: 0.4 } });
  const input = { ...withPictures(story({ headline: 'Lũ' }, figure(shown)), flood), renditions: () => made };
  const address = 'https://example.org/tin/lu.html';
  const text = async (format: ExportFormat, options = {}): Promise<{ first: string; paths: string[] }> => {
    const written = await format.write({ ...input, options });
    if (!written.ok) throw new Error(written.failure.code);
    const [first, ...files] = written.value;
    return { first: new TextDecoder().decode(first?.bytes), paths: files.map(({ path }) => path) };
  };

  it('are offered by width, each form by itself, with what every reader shows in the image', async () => {
    const { first, paths } = await text(htmlFolder);
    const [source] = all(first, 'source');
    expect(source?.attributes.type).toBe('image/webp');
    expect(source?.attributes.srcset).toMatch(/^media\/\S+[.]webp 1280w, media\/\S+[.]webp 640w$/);
    const [image] = all(first, 'img');
    expect(image?.attributes.srcset).toMatch(/^media\/\S+[.]jpg 1280w, media\/\S+[.]jpg 640w$/);
    expect(image?.attributes).toMatchObject({ width: '1280', height: '853' });
    expect(paths).toHaveLength(6);
  });

  it('keep the focal point in sight where a page cuts them', async () => {
    const { first } = await text(htmlFolder);
    expect(all(first, 'img')[0]?.attributes.class).toBe('focus-30-40');
    expect(first).toContain('.focus-30-40 { object-position: 30% 40%; }');
    const fragment = await text(htmlFragmentFolder);
    expect(all(fragment.first, 'img')[0]?.attributes.style).toBe('object-position: 30% 40%');
    expect(fragment.paths).toHaveLength(4);
  });

  it('cut for a ratio stand where cards and search engines look for them', async () => {
    const { first } = await text(htmlFolder, { address });
    const property = (name: string): string | undefined =>
      all(first, 'meta').find(({ attributes }) => attributes.property === name)?.attributes.content;
    expect(property('og:image')).toMatch(/^https:\/\/example[.]org\/tin\/media\/01-lu-1600900/);
    expect([property('og:image:width'), property('og:image:height')]).toEqual(['1600', '900']);
    const json = JSON.parse(/ld\+json">([^]*?)<\/script>/.exec(first)?.[1] ?? '{}') as {
      image: { width: number; height: number; contentUrl: string }[];
    };
    expect(json.image.map(({ width, height }) => [width, height])).toEqual([
      [1280, 853],
      [1600, 900],
      [1200, 1200],
    ]);
    for (const { contentUrl } of json.image) expect(contentUrl).toMatch(/^https:\/\/example[.]org\/tin\/media\//);
  });

  it('are named one by one in ninjs, and told apart in NewsML-G2', async () => {
    const { first } = await text(ninjs, { address });
    const { associations } = JSON.parse(first) as { associations: { renditions: { name: string; width: number }[] }[] };
    expect(associations[0]?.renditions.map(({ name }) => name)).toEqual([
      'original',
      '1280w-webp',
      '640w',
      '640w-webp',
      '16:9',
      '1:1',
    ]);
    const news = await text(newsmlG2, { address });
    expect(news.first).toMatch(
      /<remoteContent renditionuri="urn:x-copydesk:rendition:16-9"[^>]* width="1600" height="900"/,
    );
  });
});
