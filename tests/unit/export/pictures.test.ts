import { expect, it } from 'vitest';
import { htmlFolder } from '../../../src/export/html/index.ts';
import { figure, photo, picture, story, withPictures } from './a-story.ts';

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
