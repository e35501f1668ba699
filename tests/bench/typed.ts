import type { Page } from 'playwright-core';
import { caretHeard } from '../desktop/newsroom.ts';

/** A sentence in Vietnamese with all its marks, typed once a round. */
export const KEYS = 'nước lên nhanh ở các xã ven sông, người dân phải chạy lũ trong đêm ';

/** Types KEYS at a fast hand's pace until it is enough, once at least; answers how long each key took until the page was drawn with it, in milliseconds. */
export async function typedFor(
  page: Page,
  isEnough: (times: number[]) => Promise<boolean> = async () => true,
): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const heard = (event: KeyboardEvent): void => {
      const began = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - began);
        port2.postMessage(null);
      });
    };
    window.addEventListener('keydown', heard, true);
    Object.assign(window, { keyTimes: times, endKeys: () => window.removeEventListener('keydown', heard, true) });
  });
  const times = (): Promise<number[]> => page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  do {
    await page.keyboard.type(KEYS, { delay: 20 });
    await caretHeard(page);
  } while (!(await isEnough(await times())));
  await page.evaluate(() => (window as unknown as { endKeys: () => void }).endKeys());
  return times();
}
