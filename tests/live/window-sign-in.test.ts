import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInBrowser } from '../desktop/browser.ts';
import { launchCopydesk, type Copydesk } from '../desktop/launch.ts';
import { browserOf, follow } from '../desktop/push/browser.ts';
import { chooseMenu } from '../desktop/push/desk.ts';
import { startWordPress, type WordPress } from './servers/wordpress.ts';

let wordpress: WordPress;
let copydesk: Copydesk;

beforeAll(async () => {
  wordpress = await startWordPress();
  copydesk = await launchCopydesk();
  await copydesk.page.locator('.editor-body').waitFor();
});
afterAll(async () => {
  await copydesk.close();
  await wordpress.stop();
});

/** A person in a browser: signs in at WordPress, reads its page and presses a button. Answers where that leads. */
async function press(address: string, button: string): Promise<string> {
  const { browser, page } = await openInBrowser(`${wordpress.url}/wp-login.php`);
  await page.getByLabel('Username or Email Address').fill('editor');
  await page.getByLabel('Password', { exact: true }).fill('editor-password');
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.waitForURL(/wp-admin/);
  await browser.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event, to) => {
      if (!to.startsWith('copydesk:')) return;
      event.preventDefault();
      Object.assign(globalThis, { led: to });
    });
  });
  await page.goto(address);
  // Not a click of Playwright's, which would wait for the page that this leads to: there is none.
  await page.getByRole('button', { name: button }).dispatchEvent('click');
  const led = (): Promise<string> => browser.evaluate(() => (globalThis as unknown as { led?: string }).led ?? '');
  await expect.poll(led).not.toBe('');
  const back = await led();
  await browser.close();
  return back;
}

test('WordPress’s own page signs Copydesk in: its password comes back by copydesk:, and lets it in', async () => {
  const { page } = copydesk;
  page.setDefaultTimeout(20_000);
  const browser = await browserOf(copydesk, true);
  await chooseMenu(copydesk, 'settings');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Sites' }).click();
  await settings.getByRole('textbox', { name: 'Address' }).fill(wordpress.url);
  await settings.getByRole('button', { name: 'Find the site' }).click();
  await settings.getByRole('button', { name: 'Sign in on the site’s own page…' }).click();
  const back = await press(await browser(), 'Yes, I approve of this connection');
  expect(back).toMatch(/^copydesk:\/\/sign-in\/[0-9a-f]{36}\?site_url=.*&user_login=editor&password=/);
  await follow(copydesk, back);
  await settings.getByText('Signed in as editor.').waitFor();
  await settings.getByRole('button', { name: 'Add the site' }).click();
  await settings.getByRole('button', { name: 'Test the connection' }).click();
  await settings.getByText(/Signed in as editor\. May publish and send photos/).waitFor();
});

test('A no on that page is a no', async () => {
  const { page } = copydesk;
  const browser = await browserOf(copydesk, true);
  await copydesk.app.evaluate(() => Object.assign(globalThis, { opened: '' }));
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('textbox', { name: 'Address' }).fill(wordpress.url);
  await settings.getByRole('button', { name: 'Find the site' }).click();
  await settings.getByRole('button', { name: 'Sign in on the site’s own page…' }).click();
  await follow(copydesk, await press(await browser(), 'No, I do not approve of this connection'));
  await settings.getByText(/nobody said yes on its page/).waitFor();
});
