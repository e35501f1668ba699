import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk, newFolder } from './launch.ts';
import { ask, beginBody, newStory, outline, savedStory, storyId } from './newsroom.ts';
import { shot } from './shot.ts';

let page: Page;
let app: ElectronApplication;

beforeAll(async () => {
  ({ page, app } = await launchCopydesk());
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

interface SystemClipboard {
  write: (content: { html?: string; text?: string }) => void;
}

/** Pastes at the caret, as from another program. */
async function paste(content: { html?: string; text?: string }, keys = 'Control+v'): Promise<void> {
  await app.evaluate(({ clipboard }, data) => (clipboard as unknown as SystemClipboard).write(data), content);
  await page.keyboard.press(keys);
}

/** A broadcaster's page, saved as text. */
const broadcast = (headline: string): string => `Banner
${headline}
Thứ Tư, 19/01/2022, 21:11 [GMT+7]
.
(TTV) - Sáng nay, 19/1, UBND tỉnh Bình Phú tổ chức lễ khởi công xây dựng cầu Đông Hải, bắc qua sông Cái Sậy, nối hai huyện Tân Thuận và Mỹ Lợi.
Lãnh đạo tỉnh ấn nút khởi công cầu Đông Hải
Lãnh đạo tỉnh ấn nút khởi công cầu Đông Hải sáng 19/1. Ảnh: Minh Đức
Cầu dài 1,2 km, rộng 12 m, có tổng mức đầu tư 900 tỷ đồng, dự kiến hoàn thành trong năm 2024 sau 30 tháng thi công.
In bài viết
Đức Đồng - Đức Tình
Theo Bản tin Thời sự/TTV`;

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const strip = () => page.getByRole('region', { name: 'Receipt' });

async function emptyBody(): Promise<void> {
  await newStory(page);
  await field('Story body').click();
}

describe('an article pasted into an empty story', () => {
  test('is offered to be arranged; arranging fills the fields, and one undo takes it back', async () => {
    await emptyBody();
    await paste({ text: broadcast('Khởi công cầu Đông Hải') });
    await strip().getByText('This looks like a finished article. Arrange it into fields?').waitFor();
    await page.keyboard.press('Alt+a');
    const dialog = page.getByRole('dialog', { name: 'Arrange into fields' });
    await dialog.waitFor();
    await shot(page, 'arrange');
    expect(await dialog.getByRole('combobox').count()).toBe(12);
    await dialog.getByRole('button', { name: 'Arrange the story' }).click();
    await expect.poll(() => field('Headline').inputValue()).toBe('Khởi công cầu Đông Hải');
    expect(await field('Dateline').inputValue()).toBe('Thứ Tư, 19/01/2022, 21:11 [GMT+7]');
    expect(await field('Byline').inputValue()).toBe('Đức Đồng - Đức Tình');
    expect(await field('Source credit').inputValue()).toBe('Theo Bản tin Thời sự/TTV');
    const find = () => storyId(page, 'Khởi công cầu Đông Hải').catch(() => '');
    await expect.poll(find).not.toBe('');
    const id = await find();
    await expect.poll(async () => (await savedStory(page, id)).body.length).toBe(3);
    const story = await savedStory(page, id);
    expect(story.dateline).toMatchObject({ mark: '(TTV) -', source: 'TTV', date: '2022-01-19T21:11:00.000+07:00' });
    expect(outline(story)[0]).toMatch(/^Sáng nay, 19\/1/);
    await shot(page, 'arranged');

    await page.getByText('Story details').click();
    expect(await field('Mark of the lead').inputValue()).toBe('(TTV) -');
    expect(await field('Slug').inputValue()).toBe('khoi-cong-cau-dong-hai');
    await field('Keywords').fill('cầu, Bình Phú');
    await page.getByRole('combobox', { name: 'Urgency' }).selectOption('3');
    await expect.poll(async () => (await savedStory(page, id)).keywords).toEqual(['cầu', 'Bình Phú']);
    await expect.poll(async () => (await savedStory(page, id)).urgency).toBe(3);
    await shot(page, 'details');
    await field('Story body').focus();

    await page.keyboard.press('Control+z');
    await expect.poll(() => field('Headline').inputValue()).toBe('');
    await expect.poll(async () => (await savedStory(page, id)).body.length).toBe(11);
    await page.keyboard.press('Control+y');
    await expect.poll(() => field('Headline').inputValue()).toBe('Khởi công cầu Đông Hải');
    const { versions } = await ask(page, 'versions.read', { ask: 'list', id });
    expect(versions.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['before-import', 'after-import']));
  });
});

describe('an imported file', () => {
  test('becomes a story with its fields; the receipt names what was left out', async () => {
    const folder = newFolder();
    const file = join(folder, 'ban-tin.txt');
    writeFileSync(file, broadcast('Cầu Đông Hải thông xe'));
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Import an article…' }).click();
    await expect.poll(() => field('Headline').inputValue()).toBe('Cầu Đông Hải thông xe');
    await strip()
      .getByRole('button', { name: /Imported/ })
      .click();
    await expect.poll(() => strip().getByText('“Banner”').or(strip().getByText('Banner')).count()).toBeGreaterThan(0);
    await shot(page, 'imported');
    await page.keyboard.press('Alt+r');
    await expect.poll(() => field('Headline').inputValue()).toBe('');
  });
});

/** Drops files on an element, as the system's file manager does. */
async function drop(target: Locator, files: readonly { name: string; text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await target.dispatchEvent('dragover', { dataTransfer: data });
  await page.getByText('Drop to import').waitFor();
  await target.dispatchEvent('drop', { dataTransfer: data });
  await page.getByText('Drop to import').waitFor({ state: 'detached' });
}

describe('a file that is dropped', () => {
  test('on the page becomes a story of its own, and takes nothing from the one that is open', async () => {
    await newStory(page);
    await page.keyboard.type('Bài đang viết');
    await drop(page.locator('.page'), [{ name: 'tren-trang.txt', text: broadcast('Thả trên trang') }]);
    await expect.poll(() => field('Headline').inputValue()).toBe('Thả trên trang');
    expect(await field('Byline').inputValue()).toBe('Đức Đồng - Đức Tình');
    await page.getByRole('option', { name: 'Bài đang viết' }).waitFor();
  });

  test('on the list of stories does the same', async () => {
    await drop(page.getByRole('listbox', { name: 'Stories' }), [
      {
        name: 'tren-danh-sach.md',
        text: `# Thả trên danh sách\n\n${'Nước lên nhanh ở các xã ven sông. '.repeat(4)}\n`,
      },
    ]);
    await expect.poll(() => field('Headline').inputValue()).toBe('Thả trên danh sách');
  });

  test('with others: each becomes a story, and one that cannot be read is named and keeps none of the others', async () => {
    await drop(page.locator('.page'), [
      { name: 'mot.txt', text: broadcast('Bài thứ nhất thả xuống') },
      { name: 'hong.rtf', text: '{\\rtf1 Xin chao}' },
      { name: 'hai.txt', text: broadcast('Bài thứ hai thả xuống') },
    ]);
    await page.getByRole('option', { name: 'Bài thứ nhất thả xuống' }).waitFor();
    await page.getByRole('option', { name: 'Bài thứ hai thả xuống' }).waitFor();
    await page
      .getByText(/hong\.rtf/)
      .first()
      .waitFor();
  });
});

describe('the keys of the receipt', () => {
  const html = `<h1>Tít dán</h1><p>Một đoạn <b>đậm</b> đủ dài để có biên nhận, <a href="https://example.org/?utm_source=x">liên kết</a>.</p><p>Đoạn hai.</p>`;
  const text = 'Tít dán\nMột đoạn đậm đủ dài để có biên nhận, liên kết.\nĐoạn hai.';
  const begin = async (headline: string): Promise<string> => {
    const id = await beginBody(page, headline);
    await page.keyboard.type('Câu đã có.');
    await page.keyboard.press('Enter');
    await paste({ html, text });
    await strip().waitFor();
    return id;
  };
  const lines = async (id: string): Promise<string[]> => outline(await savedStory(page, id));

  test('Alt+Z takes the paste back in one step, and leaves what stood there', async () => {
    const id = await begin('Hoàn tác dán');
    await expect.poll(() => lines(id)).toHaveLength(4);
    await page.keyboard.press('Alt+z');
    await expect.poll(() => lines(id)).toEqual(['Câu đã có.', '']);
    await strip().waitFor({ state: 'detached' });
  });

  test('a Vietnamese paste into an empty story makes it Vietnamese; taking it back makes it what it was', async () => {
    const spoken = page.getByRole('combobox', { name: 'Language of the story' });
    await emptyBody();
    await spoken.selectOption('en-GB');
    await field('Story body').click();
    await paste({ text: broadcast('Bài tiếng Việt') });
    await expect.poll(() => spoken.inputValue()).toBe('vi');
    await page.keyboard.press('Alt+z');
    await expect.poll(() => spoken.inputValue()).toBe('en-GB');
  });

  test('Alt+R keeps the words without their looks', async () => {
    const id = await begin('Giữ thô');
    await expect.poll(async () => JSON.stringify((await savedStory(page, id)).body)).toContain('"strong"');
    await page.keyboard.press('Alt+r');
    await expect.poll(async () => JSON.stringify((await savedStory(page, id)).body)).not.toContain('"strong"');
    await expect
      .poll(async () => (await lines(id)).join(' '))
      .toContain('Một đoạn đậm đủ dài để có biên nhận, liên kết.');
  });

  test('are not offered any more once something else was typed, so that they take nothing along', async () => {
    const id = await begin('Gõ tiếp sau dán');
    await page.keyboard.type(' Gõ tiếp.');
    await strip().getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+z');
    await expect.poll(async () => (await lines(id)).at(-1)).toBe('Đoạn hai. Gõ tiếp.');
  });
});

describe('what is too much', () => {
  test.each(['text', 'web page'])('fifty megabytes of %s end in a message, and the window goes on', async (kind) => {
    const id = await beginBody(page, `Dán quá nhiều ${kind}`);
    await app.evaluate(({ clipboard }, isPage) => {
      const text = isPage ? '<p>nước lên '.repeat(4_500_000) : 'nước lên '.repeat(5_000_000);
      (clipboard as unknown as SystemClipboard).write(isPage ? { html: text, text: 'nước' } : { text });
    }, kind === 'web page');
    await page.keyboard.press('Control+v');
    await page.getByRole('alert').getByText('This is too large to be one article.').first().waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await field('Story body').click();
    await page.keyboard.type('Gõ tiếp');
    await expect.poll(async () => outline(await savedStory(page, id))).toEqual(['Gõ tiếp']);
  });
});

describe('for those who hear the window or look at it in the dark', () => {
  test.each(['light', 'dark'] as const)(
    'the receipt and the arranging have no fault that axe can see: %s',
    async (theme) => {
      const vietnamese = await launchCopydesk({ lang: 'vi' });
      page = vietnamese.page;
      app = vietnamese.app;
      await page.getByRole('option').first().waitFor();
      await ask(page, 'app.settings', { theme });
      await page.reload();
      await page.getByRole('option').first().waitFor();
      await page.getByRole('button', { name: 'Tin bài mới' }).first().click();
      const headline = page.getByRole('textbox', { name: 'Tít', exact: true });
      await expect.poll(() => headline.evaluate((at) => at === document.activeElement)).toBe(true);
      await page.getByRole('textbox', { name: 'Chính văn' }).click();
      await paste({ text: broadcast('Khởi công cầu Đông Hải') });
      const receipt = page.locator('.intake');
      await receipt.waitFor();
      await receipt.locator('.intake-counts').click();
      await receipt.locator('.intake-list').waitFor();
      await bringAxe(page);
      await shot(page, `receipt-${theme}`);
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Alt+a');
      await page.getByRole('dialog').waitFor();
      await shot(page, `arrange-${theme}`);
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await vietnamese.close();
    },
  );
});
