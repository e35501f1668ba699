import type { Page } from 'playwright-core';

/** A screenshot, where somebody wants to look at it: into the folder that SHOTS names. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
}
