import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchCopydesk, type Copydesk } from '../launch.ts';
import { ask } from '../newsroom.ts';
import { browserOf, follow } from './browser.ts';
import { chooseMenu } from './desk.ts';
import { startWordPressWire, type WordPressWire } from './wordpress-wire.ts';
import { shot } from '../shot.ts';

const PASSWORD = 'zyxw VUTS rqpo NMLK jihg FEDC';

let cms: WordPressWire;
let copydesk: Copydesk;
let page: Page;

beforeEach(async () => {
  cms = await startWordPressWire();
  copydesk = await launchCopydesk();
  page = copydesk.page;
  page.setDefaultTimeout(12_000);
  await page.locator('.editor-body').waitFor();
});
afterEach(async () => {
  await copydesk.close();
  await cms.close();
});

/** Settings, with the site found at its address. */
async function found(): Promise<ReturnType<Page['getByRole']>> {
  await chooseMenu(copydesk, 'settings');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Sites' }).click();
  await settings.getByRole('textbox', { name: 'Address' }).fill(cms.url);
  await settings.getByRole('button', { name: 'Find the site' }).click();
  await settings.getByText('Found: WordPress, “Báo Bình Phú”').waitFor();
  return settings;
}

const backTo = (address: string, answer: Record<string, string>): string => {
  const back = new URL(new URL(address).searchParams.get('success_url') ?? '');
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
  return back.href;
};

test('A person says yes on the site’s own page, and the browser comes back with a password that the window never sees', async () => {
  const browser = await browserOf(copydesk, true);
  const settings = await found();
  await settings.getByRole('button', { name: 'Sign in on the site’s own page…' }).click();
  const address = await browser();
  expect(address).toContain(
    '/wp-admin/authorize-application.php?app_name=Copydesk&success_url=copydesk%3A%2F%2Fsign-in%2F',
  );
  const answer = { site_url: cms.url, user_login: 'ha', password: PASSWORD };

  // Another page's answer, and another site's: neither is taken in, and it goes on waiting.
  await follow(copydesk, `copydesk://sign-in/${'0'.repeat(36)}?site_url=${cms.url}&user_login=x&password=y`);
  await page
    .getByText(/no sign-in was begun here/)
    .first()
    .waitFor();
  await follow(copydesk, backTo(address, { ...answer, site_url: 'https://elsewhere.example' }));
  await settings.getByText('Say yes on the page that opened in your browser.').waitFor();

  await follow(copydesk, backTo(address, answer));
  await settings.getByText('Signed in as ha.').waitFor();
  await shot(page, 'signed-in');
  await settings.getByRole('button', { name: 'Add the site' }).click();
  await settings.getByRole('button', { name: 'Test the connection' }).click();
  await settings.getByText(/Signed in as Lê Hà/).waitFor();
  expect(await page.content()).not.toContain(PASSWORD);
  expect(JSON.stringify(await ask(page, 'sites.act', { do: 'list' }))).not.toContain(PASSWORD);
  // Once is once.
  await follow(copydesk, backTo(address, answer));
  await page
    .getByText(/no sign-in was begun here/)
    .first()
    .waitFor();
});

test('A person says no there', async () => {
  const browser = await browserOf(copydesk, true);
  const settings = await found();
  await settings.getByRole('button', { name: 'Sign in on the site’s own page…' }).click();
  await follow(copydesk, backTo(await browser(), { success: 'false' }));
  await settings.getByText(/nobody said yes on its page/).waitFor();
});

test('Where the system knows no way back, the password that the page shows is pasted', async () => {
  const browser = await browserOf(copydesk, false);
  const settings = await found();
  await settings.getByRole('button', { name: 'Sign in on the site’s own page…' }).click();
  expect(new URL(await browser()).searchParams.get('success_url')).toBeNull();
  await settings.getByText(/paste the password that it shows here/).waitFor();
  await shot(page, 'sign-in-paste');
  await settings.getByRole('textbox', { name: 'User name or e-mail' }).fill('ha');
  await settings.getByLabel('Application password').fill(PASSWORD);
  await settings.getByRole('button', { name: 'Add the site' }).click();
  await settings.getByRole('button', { name: 'Test the connection' }).click();
  await settings.getByText(/Signed in as Lê Hà/).waitFor();
});

test('An address that nobody waits for opens nothing and is said', async () => {
  await follow(copydesk, 'copydesk://sign-in/abc?user_login=x&password=y&site_url=https://evil.example');
  await page.getByText(/no sign-in was begun here/).waitFor();
  expect(await ask(page, 'sites.act', { do: 'list' })).toMatchObject({ sites: [] });
});
