import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchCopydesk, newFolder, type Copydesk } from '../desktop/launch.ts';
import { openStoryOf, paragraphs, putCaret, savedStory } from '../desktop/newsroom.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { costOf, measuring, medianOf, typeKeys, type KeyCost } from './keys.ts';

const KEYS = 70;

/** Types until it is enough; answers what every key cost. */
async function typedUntil(page: Page, isEnough: (rounds: number) => Promise<boolean>): Promise<KeyCost[]> {
  const devtools = await measuring(page);
  const runs: KeyCost[] = [];
  do runs.push(await costOf(page, devtools, () => typeKeys(page, KEYS)));
  while (!(await isEnough(runs.length)));
  return runs;
}

/** How many photos come in at once; `PHOTOS=20` for a short run. */
const COUNT = Number(process.env['PHOTOS'] ?? 100);
const [WIDTH, HEIGHT] = [6000, 4000];
/** Different files of one picture: a comment tells them apart. */
async function photoFiles(page: Page): Promise<string[]> {
  const data = await page.evaluate(
    async ([width, height]) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d')!;
      // Smooth colours under fine grain, as a photo has them; plain ones would be decoded in no time.
      const sky = context.createLinearGradient(0, 0, width, height);
      for (const [at, colour] of [
        [0, '#5b7fa6'],
        [0.5, '#d9c9a3'],
        [1, '#3b5a2a'],
      ] as const)
        sky.addColorStop(at, colour);
      context.fillStyle = sky;
      context.fillRect(0, 0, width, height);
      const grain = new OffscreenCanvas(512, 512);
      const dots = grain.getContext('2d')!;
      const noise = dots.createImageData(512, 512);
      for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 40 : Math.random() * 255;
      dots.putImageData(noise, 0, 0);
      context.fillStyle = context.createPattern(grain, 'repeat')!;
      context.fillRect(0, 0, width, height);
      const bytes = new Uint8Array(
        await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer(),
      );
      let text = '';
      for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return btoa(text);
    },
    [WIDTH, HEIGHT] as const,
  );
  const picture = Buffer.from(data, 'base64');
  const folder = newFolder();
  const files: string[] = [];
  for (let n = 0; n < COUNT; n++) {
    const comment = Buffer.from([0xff, 0xfe, 0, 4, n >> 8, n & 255]);
    files.push(join(folder, `anh-${n}.jpg`));
    await writeFile(files[n]!, Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]));
  }
  return files;
}

/** Resident memory in MB: of the window with its threads, and of the host. */
async function memory(app: ElectronApplication): Promise<{ window: number; host: number }> {
  const kilobytes = await app.evaluate(({ app: program }) =>
    program.getAppMetrics().map(({ type, memory: { workingSetSize } }) => ({ type, size: workingSetSize })),
  );
  const of = (type: string): number =>
    kilobytes.filter((one) => one.type === type).reduce((sum, one) => sum + one.size, 0) / 1024;
  return { window: of('Tab'), host: of('Browser') };
}

/** Has the host look at the memory four times a second; answers the most that there was once it is asked. */
async function watchMemory(app: ElectronApplication): Promise<() => Promise<{ window: number; host: number }>> {
  await app.evaluate(({ app: program }) => {
    const most = { window: 0, host: 0 };
    const look = (): void => {
      const of = (type: string): number =>
        program
          .getAppMetrics()
          .filter((one) => one.type === type)
          .reduce((sum, { memory: { workingSetSize } }) => sum + workingSetSize / 1024, 0);
      most.window = Math.max(most.window, of('Tab'));
      most.host = Math.max(most.host, of('Browser'));
    };
    Object.assign(globalThis, { mostMemory: most, memoryWatch: setInterval(look, 250) });
  });
  return () =>
    app.evaluate(() => {
      const watch = globalThis as unknown as {
        mostMemory: { window: number; host: number };
        memoryWatch: NodeJS.Timeout;
      };
      clearInterval(watch.memoryWatch);
      return watch.mostMemory;
    });
}

test(`${COUNT} photos of 24 megapixels come in while someone types`, { timeout: 1_800_000 }, async () => {
  const { page, app }: Copydesk = await launchCopydesk();
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
  const files = await photoFiles(page);
  const id = await openStoryOf(page, 'Đo ảnh', paragraphs(20));
  const idle = await memory(app);
  await putCaret(page, 10, 'end');
  const without = await typedUntil(page, async (rounds) => rounds >= 5);

  // At the end of the text: what is typed above does not move.
  await putCaret(page, 19, 'end');
  const count = async (): Promise<number> => page.locator('.photo').count();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Insert photo' }).click();
  const stop = await watchMemory(app);
  const began = performance.now();
  await (await chooser).setFiles(files);
  await expect.poll(count, { timeout: 60_000 }).toBeGreaterThan(0);
  await putCaret(page, 10, 'end');
  const during = await typedUntil(page, async () => (await count()) === COUNT);
  const took = performance.now() - began;
  const most = await stop();
  await expect
    .poll(async () => (await savedStory(page, id)).body.filter(({ type }) => type === 'figure').length, {
      timeout: 60_000,
    })
    .toBe(COUNT);
  const after = await typedUntil(page, async (rounds) => rounds >= 5);
  const frames = (runs: KeyCost[]): number[] => runs.flatMap((run) => run.frames);
  const of = (runs: KeyCost[]): string =>
    [0.5, 0.95].map((share) => withUnit(percentile(frames(runs), share), 'ms')).join('; ');
  const ratio = percentile(frames(during), 0.5) / percentile(frames(without), 0.5);
  figure(
    'photos',
    `key to page while ${COUNT} photos of 24 megapixels come in: median; slowest of twenty`,
    `${of(during)} (${ratio.toFixed(2)} times)`,
    `before: ${of(without)}; once they stand there: ${of(after)}`,
  );
  const work = (runs: KeyCost[]): string => withUnit(medianOf(runs, 'work'), 'ms');
  figure(
    'photos',
    'processor time of the window’s thread for a key meanwhile: median of the rounds',
    work(during),
    `before: ${work(without)}; once they stand there: ${work(after)}`,
  );
  figure(
    'photos',
    `until all ${COUNT} stand in the story`,
    withUnit(took / 1000, 's'),
    withUnit(took / COUNT, 'ms') + ' each',
  );
  figure(
    'photos',
    'most memory meanwhile: the window; the host',
    `${withUnit(Math.round(most.window), 'MB')}; ${withUnit(Math.round(most.host), 'MB')}`,
    `before: ${withUnit(Math.round(idle.window), 'MB')}; ${withUnit(Math.round(idle.host), 'MB')}; one such picture decoded: 92 MB`,
  );
  expect(during.length).toBeGreaterThan(0);
});

test('the copies of a photo for the web', { timeout: 300_000 }, async () => {
  const { page, app } = await launchCopydesk();
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
  const [file] = await photoFiles(page);
  await openStoryOf(page, 'Đo bản', paragraphs(1));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Insert photo' }).click();
  await (await chooser).setFiles(file!);
  await expect.poll(() => page.locator('.photo').count(), { timeout: 60_000 }).toBe(1);
  const exported = async (): Promise<number> => {
    const out = join(newFolder(), 'out');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, out);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const began = performance.now();
    await page.getByRole('menuitem', { name: 'Web page with pictures (folder)' }).click();
    await page.getByText(`Exported to ${out}`).waitFor({ timeout: 120_000 });
    return performance.now() - began;
  };
  const [first, again] = [await exported(), await exported()];
  figure(
    'photos',
    'export of a story with one photo of 24 megapixels, its six copies made',
    withUnit(first, 'ms'),
    `again, with the copies kept: ${withUnit(again, 'ms')}`,
  );
  expect(again).toBeGreaterThan(0);
});
