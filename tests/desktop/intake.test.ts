import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { launchCopydesk, newFolder } from './launch.ts';
import { ask, newStory, outline, savedStory, storyId } from './newsroom.ts';

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
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'arrange.png') });
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
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'arranged.png') });

    await page.getByText('Story details').click();
    expect(await field('Mark of the lead').inputValue()).toBe('(TTV) -');
    expect(await field('Slug').inputValue()).toBe('khoi-cong-cau-dong-hai');
    await field('Keywords').fill('cầu, Bình Phú');
    await page.getByRole('combobox', { name: 'Urgency' }).selectOption('3');
    await expect.poll(async () => (await savedStory(page, id)).keywords).toEqual(['cầu', 'Bình Phú']);
    await expect.poll(async () => (await savedStory(page, id)).urgency).toBe(3);
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'details.png') });
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
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'imported.png') });
    await page.keyboard.press('Alt+r');
    await expect.poll(() => field('Headline').inputValue()).toBe('');
  });
});
