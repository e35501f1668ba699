import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { launchCopydesk } from './launch.ts';
import { shot } from './shot.ts';

const choose = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
  }, id);

it.each([
  ['en', 'About Copydesk', 'Settings'],
  ['vi', 'Giới thiệu Copydesk', 'Thiết lập'],
])('Help shows the version and every package with its licence (%s)', async (lang, title, settings) => {
  const { app, page } = await launchCopydesk({ lang });
  await page.getByRole('option').first().waitFor();
  await choose(app, 'about');
  const dialog = page.getByRole('dialog', { name: settings });
  await dialog.waitFor();
  expect(await dialog.getByRole('tab', { selected: true }).innerText()).toBe(title);
  expect(await dialog.innerText()).toContain(`Copydesk ${packageFile.version}`);
  const rows = await dialog.locator('tbody tr').allInnerTexts();
  const names = rows.map((row) => row.split('\t')[0]);
  expect(names).toEqual(expect.arrayContaining(['electron', ...Object.keys(packageFile.dependencies)]));
  for (const row of rows) expect(row).toMatch(/^\S+\t\d+[.]\d+[.]\d+\S*\t\S/);
  await shot(page, `about-${lang}`);
});

it('Help shows the folder of the log, also before anything went wrong', async () => {
  const { app, page, home } = await launchCopydesk();
  await page.getByRole('option').first().waitFor();
  await app.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    shell.openPath = (path) => Promise.resolve(void shown.push(path) as unknown as string);
  });
  await choose(app, 'show-logs');
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown))
    .toEqual([join(home, 'logs')]);
  expect(existsSync(join(home, 'logs'))).toBe(true);
});

it('a page that hangs is ended if the person would not wait, and comes back with its text', async () => {
  const { app, page, home } = await launchCopydesk();
  await page.getByRole('option').first().waitFor();
  const headline = page.getByRole('textbox', { name: 'Headline', exact: true });
  await headline.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' chữ cuối cùng');
  await expect.poll(() => page.getByRole('status', { name: 'Save status' }).textContent()).toMatch(/^Saved/);
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
  // It never answers: the page is busy for good, and Playwright loses sight of it.
  const busy = page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await busy.catch(() => 'gone already');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
  // The page's title is the headline of the story that is open in it again.
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed()), {
      timeout: 30_000,
    })
    .toBe(false);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()), { timeout: 30_000 })
    .toContain('chữ cuối cùng');
  expect(readFileSync(join(home, 'logs', 'copydesk.log'), 'utf8')).toContain('does not respond');
});
