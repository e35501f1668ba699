import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { vi as words } from '../../../renderer/words/vi/index.ts';
import { writePackage } from '../../../src/package/index.ts';
import { newFolder, type Copydesk } from '../launch.ts';
import { caretHeard, openStoryOf, paragraphs, putCaret, savedStory } from '../newsroom.ts';

/** A place of the window that has words of its own, and how one comes there and away. */
export interface Place {
  name: string;
  visit: (copydesk: Copydesk) => Promise<void>;
}

const panel = (name: string, key: string, selector: string): Place => ({
  name,
  async visit({ page }) {
    await page.keyboard.press(key);
    await page.locator(selector).first().waitFor();
    await page.keyboard.press(key);
    await page.locator(selector).first().waitFor({ state: 'detached' });
  },
});

/** A dialog that an item of the program's menu opens. */
const dialog = (name: string, item: string, selector: string, inside?: Place['visit']): Place => ({
  name,
  async visit(copydesk) {
    const { page } = copydesk;
    await choose(copydesk, item);
    await page.locator(selector).first().waitFor();
    await inside?.(copydesk);
    await page.keyboard.press('Escape');
    await page.locator(selector).first().waitFor({ state: 'detached' });
  },
});

/** Files chosen in the system's dialog, whichever asks. */
const choosing = ({ app }: Copydesk, filePaths: string[]): Promise<void> =>
  app.evaluate(({ dialog: system }, paths) => {
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths });
  }, filePaths);

const choose = ({ app }: Copydesk, item: string): Promise<void> =>
  app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  }, item);

/**
 * Every place of the window. Who adds a panel, dialog or message adds its line here: the test names a group of words of
 * which nothing was seen. Menus are in the page before they open, and need no line.
 */
export const PLACES: readonly Place[] = [
  panel('the checks', 'F7', '.checks'),
  panel('spelling and style', 'Shift+F7', '.proof'),
  panel('the preview', 'F8', '.reader h1'),
  {
    name: 'finding and replacing',
    async visit({ page }) {
      await page.keyboard.press('Control+h');
      await page.locator('.find').waitFor();
      await page.keyboard.type('nước');
      await page.locator('.find-count').filter({ hasText: /\d/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.locator('.find').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'the suggestions for a word',
    async visit({ page }) {
      await putCaret(page, 0, 'end');
      await page.keyboard.type(' Nguoi nguoii ');
      await page.locator('.underline[data-word=nguoii]').waitFor({ state: 'attached' });
      for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
      await caretHeard(page);
      await page.keyboard.press('Control+.');
      await page.locator('.remark-menu .remark-suggestion').first().waitFor();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'the menu of blocks and a link',
    async visit({ page }) {
      await putCaret(page, 0, 'end');
      await page.keyboard.press('Enter');
      await page.keyboard.type('/');
      await page.getByRole('listbox', { name: words.editor.menu }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Shift+Home');
      await caretHeard(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: words.editor.link.label }).fill('javascript:0');
      await page.keyboard.press('Enter');
      await page.getByText(words.editor.link.unsafe).waitFor();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'a photo, its details and its crop',
    async visit({ page }) {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: words.editor.toolbar.photo }).click();
      await (await chooser).setFiles({ name: 'anh.png', mimeType: 'image/png', buffer: await aPicture(page) });
      const crop = page.getByRole('button', { name: words.editor.photo.tools.crop }).first();
      await crop.waitFor();
      for (const details of await page.getByRole('button', { name: words.editor.photo.tools.details }).all())
        await details.click();
      await crop.click();
      await page.getByRole('dialog', { name: words.editor.crop.title }).waitFor();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'the dialog of the dateline',
    async visit({ page }) {
      await page.getByRole('button', { name: words.fields.dateline.openLabel }).click();
      await page.locator('.dateline-dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.dateline-dialog').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a comment with its answer, suggestions, both to be read, and the record',
    async visit({ page }) {
      await putCaret(page, 0, 'end');
      await page.keyboard.press('Shift+Home');
      await caretHeard(page);
      await page.keyboard.press('Control+Alt+m');
      await page.keyboard.type('Số này ở đâu ra?');
      await page.keyboard.press('Control+Enter');
      const card = page.locator('[role=comment]').first();
      await card.getByRole('button', { name: words.review.answer }).click();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+e');
      await page.getByText(words.review.suggesting, { exact: true }).waitFor();
      await putCaret(page, 0, 'end');
      await page.keyboard.type(' Mưa to.');
      await page.getByRole('textbox', { name: words.fields.labels.standfirst, exact: true }).fill('Nước lên.');
      await page.getByRole('button', { name: words.review.read }).click();
      const reading = page.getByRole('dialog', { name: words.review.read });
      for (const way of await reading.getByRole('radio').all()) await way.check();
      await page.keyboard.press('Escape');
      await page.getByText(words.review.handOver.record, { exact: true }).click();
      await card.getByRole('button', { name: words.review.resolve, exact: true }).click();
      await page.getByRole('button', { name: words.review.acceptAll, exact: true }).click();
      await page.keyboard.press('Control+Shift+e');
      await page.keyboard.press('Control+F9');
    },
  },
  dialog('sending, with no site yet', 'push', 'dialog.push'),
  {
    name: 'the length of the story and of a selection',
    async visit({ page }) {
      await page.locator('.editor-body p').first().click();
      await page.keyboard.press('Shift+Home');
      await page.locator('.status-length').click();
      await page.locator('.length').waitFor();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'the list: searching in vain, a row’s actions, the bin and its question',
    async visit({ page }) {
      const search = page.getByRole('searchbox');
      await search.fill('khôngcóđâu');
      await page.getByText('khôngcóđâu').first().waitFor();
      await search.fill('');
      await page.getByRole('button', { name: words.library.filters.label }).click();
      await page.keyboard.press('Escape');
      const last = page.getByRole('listbox', { name: words.library.list }).getByRole('option').last();
      await last.click({ button: 'right' });
      await page.getByRole('menuitem', { name: words.library.actions.bin }).click();
      await page.locator('.notice').first().waitFor();
      await page.getByRole('button', { name: words.library.bin.label }).click();
      const bin = page.getByRole('listbox', { name: words.library.bin.label });
      await bin.getByRole('option').first().waitFor();
      await bin.focus();
      await page.keyboard.press('Delete');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: words.library.bin.back }).click();
    },
  },
  dialog('the settings', 'settings', 'dialog.settings', async ({ page }) => {
    for (const tab of await page.getByRole('tab').all()) await tab.click();
  }),
  dialog('the versions', 'versions', 'dialog.versions', async ({ page }) => {
    for (const way of await page.locator('dialog.versions').getByRole('radio').all()) await way.check();
  }),
  {
    name: 'exporting',
    async visit({ page }) {
      await page.getByRole('button', { name: words.bar.export, exact: true }).click();
      await page.getByRole('menuitem', { name: words.export.open }).click();
      await page.locator('.export-page h1').waitFor();
      for (const format of await page.locator('dialog').getByRole('radio').all()) await format.check();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'a pasted article, its receipt, and arranging it',
    async visit({ app, page }) {
      await page.getByRole('button', { name: words.library.newStory, exact: true }).first().click();
      await expect.poll(() => page.title()).toBe(`${words.bar.untitled} - Copydesk`);
      await page.getByRole('textbox', { name: words.fields.labels.body }).click();
      await app.evaluate(
        ({ clipboard }, text) => (clipboard as unknown as { write: (data: { text: string }) => void }).write({ text }),
        ARTICLE,
      );
      await page.keyboard.press('Control+v');
      await page.getByText(words.intake.offer).waitFor();
      await page.keyboard.press('Alt+a');
      await page.getByRole('dialog', { name: words.intake.arrangeTitle }).waitFor();
      await page.getByRole('button', { name: words.intake.accept }).click();
      await page.getByRole('dialog', { name: words.intake.arrangeTitle }).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a copy that came back',
    async visit(copydesk) {
      const { page } = copydesk;
      const id = await openStoryOf(page, 'Bản gửi đi', paragraphs(2));
      const story = { ...(await savedStory(page, id)), headline: 'Bản sửa rồi' };
      const made = await writePackage({ story, media: () => undefined });
      if (!made.ok) throw new Error(made.failure.code);
      const path = join(newFolder(), 'sua.story');
      writeFileSync(path, made.value);
      await choosing(copydesk, [path]);
      await choose(copydesk, 'open-package');
      await page.locator('dialog.merge .merge-text').waitFor();
      await page.getByRole('button', { name: words.merge.cancel }).click();
    },
  },
  {
    name: 'a file that is refused',
    async visit(copydesk) {
      const path = join(newFolder(), 'hong.story');
      writeFileSync(path, 'không phải tin bài');
      await choosing(copydesk, [path]);
      await choose(copydesk, 'open-package');
      await copydesk.page.locator('.notice').filter({ hasText: 'hong.story' }).waitFor();
    },
  },
];

const ARTICLE = `Khởi công cầu Đông Hải
Thứ Tư, 19/01/2022, 21:11 [GMT+7]
(TTV) - Sáng nay, 19/1, UBND tỉnh Bình Phú tổ chức lễ khởi công xây dựng cầu Đông Hải, bắc qua sông Cái Sậy, nối hai huyện.
Lãnh đạo tỉnh ấn nút khởi công cầu Đông Hải sáng 19/1. Ảnh: Minh Đức
Cầu dài 1,2 km, rộng 12 m, có tổng mức đầu tư 900 tỷ đồng, dự kiến hoàn thành sau 30 tháng thi công.
In bài viết
Theo Bản tin Thời sự/TTV`;

/** A small picture that no program has touched. */
async function aPicture(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 360);
    canvas.getContext('2d')!.fillRect(0, 0, 320, 360);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  return Buffer.from(bytes);
}
