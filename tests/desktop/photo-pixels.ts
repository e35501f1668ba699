import type { Locator, Page } from 'playwright-core';

/** The colours of a picture's quarters: upper left, upper right, lower left, lower right. */
export type Quarters = readonly [string, string, string, string];

/** A picture file of four coloured quarters: red, green above blue, yellow. */
export async function quarteredPicture(
  page: Page,
  { width, height, type = 'image/jpeg' }: { width: number; height: number; type?: string },
): Promise<Buffer> {
  const bytes = await page.evaluate(
    async ([wide, high, form]) => {
      const canvas = new OffscreenCanvas(wide, high);
      const context = canvas.getContext('2d')!;
      const colours = ['#d81e1e', '#1ec81e', '#1e1edc', '#f0dc1e'];
      colours.forEach((colour, index) => {
        context.fillStyle = colour;
        context.fillRect(((index % 2) * wide) / 2, (Math.floor(index / 2) * high) / 2, wide / 2, high / 2);
      });
      const blob = await canvas.convertToBlob({ type: form, quality: 0.95 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [width, height, type] as const,
  );
  return Buffer.from(bytes);
}

/** The colours in the middle of a picture file's quarters, and its size in pixels. */
export async function quartersOf(
  page: Page,
  file: Uint8Array,
): Promise<{ width: number; height: number; colours: Quarters }> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const at = (x: number, y: number): string => {
      const [red = 0, green = 0, blue = 0] = context.getImageData(x * width, y * height, 1, 1).data;
      const isOn = [red > 140, green > 140, blue > 140].map(Number).join('');
      const names: Record<string, string> = { 100: 'red', '010': 'green', '001': 'blue', 110: 'yellow', 111: 'white' };
      return names[isOn] ?? `${red},${green},${blue}`;
    };
    const colours = [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)] as const;
    return { width, height, colours };
  }, Buffer.from(file).toString('base64'));
}

/** The quarters of what stands on the screen there. */
export const quartersShown = async (page: Page, shown: Locator): Promise<Quarters> => {
  await shown.scrollIntoViewIfNeeded();
  return (await quartersOf(page, await shown.screenshot())).colours;
};

/** How many pixels of a picture file are rather red. */
export async function redPixels(page: Page, file: Uint8Array): Promise<number> {
  return page.evaluate(async (data) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, picture.width, picture.height);
    let count = 0;
    for (let at = 0; at < bytes.length; at += 4)
      if (bytes[at]! - Math.max(bytes[at + 1]!, bytes[at + 2]!) > 50) count++;
    return count;
  }, Buffer.from(file).toString('base64'));
}
