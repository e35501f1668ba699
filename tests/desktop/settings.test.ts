import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchCopydesk } from './launch.ts';
import { ask, newStory } from './newsroom.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' });
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
    return element.labels?.[0]?.innerText ?? element.ariaLabel ?? element.innerText;
  });
async function fromMenu(app: ElectronApplication, page: Page): Promise<void> {
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('settings')?.click();
  });
  await dialog(page).waitFor();
}

describe('the settings', () => {
  it('open from the menu at their first section, and bear the key that the menu shows', async () => {
    const { app, page } = await launchCopydesk();
    const key = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.accelerator);
    expect(key).toBe('CmdOrCtrl+,');
    await fromMenu(app, page);
    expect(await dialog(page).getByRole('tab', { selected: true }).innerText()).toBe('You');
  });

  it('keep the keys inside while they are open, and give the caret back to where it was', async () => {
    const { app, page } = await launchCopydesk();
    await newStory(page);
    await page.keyboard.type('Lũ về');
    await page.keyboard.press('ArrowLeft');
    await fromMenu(app, page);
    await expect.poll(() => focused(page)).toBe('You');
    const outside: string[] = [];
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      const isInside = await page.evaluate(() => document.activeElement?.closest('dialog') !== null);
      if (!isInside) outside.push(await focused(page));
    }
    expect(outside).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog.settings').waitFor({ state: 'detached' });
    await page.keyboard.type('x');
    expect(await page.getByRole('textbox', { name: 'Headline' }).inputValue()).toBe('Lũ vxề');
  });

  it('are walked by keys: arrows from section to section, Tab into one', async () => {
    const { app, page } = await launchCopydesk();
    await fromMenu(app, page);
    await expect.poll(() => focused(page)).toBe('You');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('Language and look');
    await page.getByRole('radio', { name: 'Tiếng Việt' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).not.toBe('Language and look');
    await page.keyboard.press('Home');
    await expect.poll(() => focused(page)).toBe('You');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Name');
  });

  it('remember who works here, with initials made from the name', async () => {
    const first = await launchCopydesk();
    await first.page.getByRole('button', { name: 'Settings' }).click();
    await first.page.getByRole('textbox', { name: 'Name' }).fill('Nguyễn Văn Hà');
    await expect
      .poll(() => first.page.getByRole('textbox', { name: 'Initials' }).getAttribute('placeholder'))
      .toBe('NVH');
    await first.page.getByRole('radio', { name: 'Teal' }).check();
    const person = { name: 'Nguyễn Văn Hà', initials: '', colour: 'teal' };
    await expect.poll(async () => (await ask(first.page, 'app.start')).settings.person).toEqual(person);
    await first.close();
    const again = await launchCopydesk({ home: first.home });
    expect((await ask(again.page, 'app.start')).settings.person).toEqual(person);
    await again.page.getByRole('button', { name: 'Settings' }).click();
    expect(await again.page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Nguyễn Văn Hà');
    expect(await again.page.getByRole('radio', { name: 'Teal' }).isChecked()).toBe(true);
  });

  it('change the window’s language at once', async () => {
    const { page } = await launchCopydesk({ env: { COPYDESK_LANG: '' } });
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Language and look' }).click();
    await page.getByRole('radio', { name: 'Tiếng Việt' }).check();
    await page.getByRole('dialog', { name: 'Thiết lập' }).waitFor();
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Ngôn ngữ và giao diện');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('vi');
  });
});
