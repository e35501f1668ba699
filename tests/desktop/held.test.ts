import { expect, test } from 'vitest';
import { weigher, type Held } from './held.ts';
import { launchCopydesk } from './launch.ts';
import { everyKind, openStoryOf, paragraphs } from './newsroom.ts';

test('going from story to story leaves nothing behind: no thread, no node, no listener', async () => {
  const copydesk = await launchCopydesk();
  const { page } = copydesk;
  await page.getByRole('option').first().waitFor();
  await openStoryOf(page, 'Mọi kiểu phần', everyKind().body);
  await openStoryOf(page, 'Bài dài', paragraphs(60));
  const weigh = await weigher(copydesk);
  const turn = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n++)
      for (const headline of ['Mọi kiểu phần', 'Bài dài']) {
        await page.getByRole('option', { name: headline }).click();
        await expect.poll(() => page.title()).toBe(`${headline} - Copydesk`);
        await page.locator('.editor-body').waitFor();
      }
  };
  await turn(3);
  const before = await weigh();
  await turn(10);
  // What the page does after a pause is done when nothing is more than it was.
  const more = async (): Promise<Partial<Held>> => {
    const now = await weigh();
    const grown = (['workers', 'nodes', 'listeners'] as const).filter((what) => now[what] > before[what]);
    return Object.fromEntries(grown.map((what) => [what, now[what] - before[what]]));
  };
  await expect.poll(more).toEqual({});
});
