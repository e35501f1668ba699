import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Site } from '../../../src/cms/site.ts';
import type { Copydesk } from '../launch.ts';
import { ask } from '../newsroom.ts';

export const SECRET = 'abcd EFGH ijkl MNOP qrst UVWX';
const SITE = 'paper0001';

/** Puts a site into the book as the window's own form does. */
export async function addSite(page: Page, url: string, more: Partial<Site> = {}, secret = SECRET): Promise<void> {
  const site: Site = {
    id: SITE,
    name: 'Báo Bình Phú',
    kind: 'wordpress',
    url,
    api: `${url}/wp-json/`,
    user: 'ha',
    colour: '#0f6b6b',
    defaults: { category: '', tags: [], author: '', status: 'draft' },
    ...more,
  };
  await ask(page, 'sites.act', { do: 'keep', site, secret });
}

/** The headlines of the sample stories: finished, so that no check stands in their way. */
export const BRIDGE = 'Cầu Vàm Xáng vượt tiến độ, quyết tâm hợp long trước mùa nước nổi';
export const FERRY = 'After 41 years, a hand-cranked ferry is crossing the Alder again';

/** Opens one of them from the list. */
export async function openSample(page: Page, headline: string): Promise<void> {
  await page.getByRole('option', { name: headline.slice(0, 12) }).click();
  await expect.poll(() => page.title()).toBe(`${headline} - Copydesk`);
  await page.locator('.editor-body').waitFor();
}

export const pushDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Send to a site' });
export const outbox = (page: Page): Locator => page.getByRole('dialog', { name: 'Waiting to go' });

/** Opens the dialog that sends, on its plan or on what is on its way. */
export async function openPush(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const dialog = pushDialog(page);
  await dialog.getByRole('radio').first().waitFor();
  return dialog;
}

/** Orders a push with this state, and answers once it is on the disk. @param planned is done when the plan has been shown */
export async function order(
  page: Page,
  status: 'Draft' | 'Published' = 'Draft',
  planned?: () => void,
): Promise<Locator> {
  const dialog = await openPush(page);
  await dialog.getByLabel('State there').selectOption({ label: status });
  if (planned) await dialog.getByText('A new post is made.').waitFor();
  planned?.();
  await dialog.getByRole('button', { name: /^(?:Send as a draft|Publish|Send the update)$/ }).click();
  await dialog.getByRole('region', { name: 'Steps' }).waitFor();
  return dialog;
}

/** Chooses an item of the application's menu. */
export const chooseMenu = (copydesk: Copydesk, id: string): Promise<void> =>
  copydesk.app.evaluate(({ Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
  }, id);

/** Takes the network away, or gives it back, as the system would tell the program. */
export const setOnline = (copydesk: Copydesk, isOnline: boolean): Promise<void> =>
  copydesk.app.evaluate(({ net }, online) => {
    net.isOnline = () => online;
  }, isOnline);

/** Sets the program's clock on. */
export const setClockOn = (copydesk: Copydesk, minutes: number): Promise<void> =>
  copydesk.app.evaluate((_electron, ahead) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ahead * 60_000;
  }, minutes);

const titles = (posts: readonly { title: { raw: string } }[]): string[] => posts.map(({ title }) => title.raw);

/** Waits until the site has these posts, by their headlines, and no others. */
export const untilPosts = (posts: readonly { title: { raw: string } }[], wanted: string[]): Promise<void> =>
  expect.poll(() => titles(posts)).toEqual(wanted);
