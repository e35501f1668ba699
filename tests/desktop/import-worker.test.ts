import type { ElectronApplication, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { launchCopydesk } from './launch.ts';
import { newStory, savedStory, storyId } from './newsroom.ts';

let page: Page;
let app: ElectronApplication;

beforeAll(async () => {
  ({ page, app } = await launchCopydesk());
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

describe('foreign HTML is read off the window’s own thread', () => {
  test('a page of megabytes comes whole, while the reporter types on in the headline', async () => {
    const html = Array.from(
      { length: 12_000 },
      (_, line) => `<p style="color:#123456;margin:0 0 8pt">Dòng <b>${line}</b> của trang dán vào, đủ dài.</p>`,
    ).join('');
    await newStory(page);
    await page.keyboard.type('Dán lớn');
    await page.getByRole('textbox', { name: 'Story body' }).click();
    await app.evaluate(
      ({ clipboard }, content) => {
        (clipboard as unknown as { write: (content: object) => void }).write(content);
      },
      { html, text: 'Dòng' },
    );
    await page.keyboard.press('Control+v');
    await page.getByRole('textbox', { name: 'Headline' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' vẫn gõ được');
    await expect.poll(() => page.title()).toBe('Dán lớn vẫn gõ được - Copydesk');
    const lengthOf = async (): Promise<number> =>
      (await savedStory(page, await storyId(page, 'Dán lớn vẫn gõ được'))).body.length;
    await expect.poll(() => lengthOf().catch(() => 0), { timeout: 30_000 }).toBe(12_000);
  });

  test('no worker but ours can be started', async () => {
    const refused = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          // From a timer: what a debugger's own call runs is not bound by the policy.
          setTimeout(() => {
            const blob = URL.createObjectURL(new Blob(['self.postMessage(1)'], { type: 'text/javascript' }));
            const names: string[] = [];
            for (const address of [blob, 'data:text/javascript,0', 'https://example.org/w.js', './assets/other.js']) {
              try {
                new Worker(address);
              } catch (error) {
                names.push((error as Error).name);
              }
            }
            resolve(names);
          });
        }),
    );
    expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  });
});
