import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { openStoryOf } from './newsroom.ts';
import { shot as shotOf } from './shot.ts';

let copydesk: Copydesk;
let page: Page;
beforeAll(async () => {
  copydesk = await launchCopydesk();
  page = copydesk.page;
});
afterAll(() => copydesk.close());

const dialog = () => page.getByRole('dialog', { name: 'Export' });
const shot = (name: string): Promise<void> => shotOf(page, name);
async function openDialog(): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  await dialog().waitFor();
}
/** The system's dialog answers this path; null is Cancel. */
const answerDialog = (filePath: string | null): Promise<void> =>
  copydesk.app.evaluate(({ dialog: system }, path) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
const status = () => dialog().getByRole('status').innerText();

describe('the export dialog', () => {
  it('shows the result as a page and as source, and follows the options', async () => {
    await page.getByRole('option', { name: /Cầu Vàm Xáng/ }).click();
    await expect.poll(() => page.title()).toContain('Cầu Vàm Xáng');
    await openDialog();
    await dialog().locator('.export-page h1').waitFor();
    await shot('export-dialog');
    await dialog().getByRole('button', { name: 'Source' }).click();
    const source = () => dialog().getByRole('region', { name: 'Source' }).innerText();
    await expect.poll(source).toContain('<!DOCTYPE html>');
    await dialog().getByRole('textbox', { name: 'Address of the page' }).fill('https://news.example/cau');
    await expect.poll(source).toContain('<link rel="canonical" href="https://news.example/cau">');
    await dialog().getByRole('radio', { name: 'Wire text' }).check();
    await expect.poll(source).toMatch(/^cau-vam-xang\n/);
    const longest = async (): Promise<number> => Math.max(...(await source()).split('\n').map((line) => line.length));
    await dialog().getByRole('spinbutton', { name: 'Characters a line' }).fill('40');
    await expect.poll(longest).toBeLessThanOrEqual(42);
    await shot('export-dialog-text');
  });

  it('writes what was chosen, says where, and shows it in its folder', async () => {
    await dialog().getByRole('radio', { name: 'Web page in one file' }).check();
    const path = join(newFolder(), 'cau.html');
    await answerDialog(path);
    await copydesk.app.evaluate(({ shell }) => {
      shell.showItemInFolder = (shown) => {
        (globalThis as unknown as { shown: string }).shown = shown;
      };
    });
    await dialog().getByRole('button', { name: 'Choose a place and export' }).click();
    await expect.poll(status).toBe(`Exported to ${path}`);
    expect(await readFile(path, 'utf8')).toContain('https://news.example/cau');
    await dialog().getByRole('button', { name: 'Show in folder' }).click();
    await expect
      .poll(() => copydesk.app.evaluate(() => (globalThis as unknown as { shown?: string }).shown))
      .toBe(path);
    await page.keyboard.press('Escape');
  });

  it('remembers the choice for the story', async () => {
    await openDialog();
    expect(await dialog().getByRole('radio', { name: 'Web page in one file' }).isChecked()).toBe(true);
    expect(await dialog().getByRole('textbox', { name: 'Address of the page' }).inputValue()).toBe(
      'https://news.example/cau',
    );
    await page.keyboard.press('Escape');
  });

  it('stays as it was where the system’s dialog is cancelled', async () => {
    await openDialog();
    await answerDialog(null);
    await dialog().getByRole('button', { name: 'Choose a place and export' }).click();
    await expect.poll(status).toBe('');
    await dialog().getByRole('button', { name: 'Choose a place and export' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('tells the errors first and asks before it exports all the same', async () => {
    await openStoryOf(page, 'Lũ lên', [
      { type: 'paragraph', id: 'dialogpa01', text: [{ text: 'Có xx hộ bị ngập.' }] },
      { type: 'heading', id: 'dialoghe01', level: 4, text: [{ text: 'Nước lên' }] },
    ]);
    await openDialog();
    const findings = dialog().locator('.finding-list li');
    await findings.first().waitFor();
    expect(await findings.first().getAttribute('data-level')).toBe('error');
    await shot('export-dialog-errors');
    const path = join(newFolder(), 'lu');
    await answerDialog(path);
    await dialog().getByRole('button', { name: 'Choose a place and export' }).click();
    expect(await status()).toBe('There are 2 errors. Export all the same?');
    await dialog().getByRole('button', { name: 'Back' }).click();
    await dialog().getByRole('button', { name: 'Choose a place and export' }).click();
    await dialog().getByRole('button', { name: 'Export all the same' }).click();
    await expect.poll(status).toBe(`Exported to ${path}`);
    expect(await readFile(join(path, 'index.html'), 'utf8')).toContain('Có xx hộ');
  });

  it('goes from a finding to its place', async () => {
    await dialog().getByRole('button', { name: '“xx” was' }).click();
    await expect.poll(() => dialog().count()).toBe(0);
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('xx');
  });
});
