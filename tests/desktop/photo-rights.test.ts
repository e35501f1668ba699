import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlockOf } from '../../src/story/schema.ts';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk, newFolder } from './launch.ts';
import { ask, openStoryOf, paragraphs, photoToCome, savedStory } from './newsroom.ts';
import { quarteredPicture } from './photo-pixels.ts';
import { shot } from './shot.ts';

/** A site that only counts what it is sent. */
let site: Server;
let calls = 0;
beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.method !== 'GET') calls++;
    response.writeHead(404).end();
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
});
afterAll(() => site.close());

async function insert(page: Page, button: string): Promise<void> {
  const path = join(newFolder(), 'cau.jpg');
  await writeFile(path, await quarteredPicture(page, { width: 900, height: 600 }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).first().click();
  await (await chooser).setFiles(path);
  await page.locator('.photo-image img').waitFor();
}

const findings = (page: Page) => page.locator('.checks .finding-jump').allInnerTexts();
/** F7 opens the checks, and closes them: they may stand open from before a reload. */
async function openChecks(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.status-checks').count()).toBe(1);
  if ((await page.locator('.checks').count()) === 0) await page.keyboard.press('F7');
  await page.locator('.checks').waitFor();
}
const badges = (page: Page) => page.locator('.photo-badges').innerText();

describe('a photo that may not be used', () => {
  it('says so in the page, is listed by the checks, and blocks the way to a site with its reason', async () => {
    const { page, home } = await launchCopydesk();
    await page.getByRole('listbox', { name: 'Stories' }).waitFor();
    const { port } = site.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/hook`;
    await ask(page, 'sites.act', {
      do: 'keep',
      site: {
        id: 'daiptth1',
        name: 'Đài',
        kind: 'ninjs-webhook',
        url,
        api: url,
        user: '',
        colour: '#336699',
        defaults: { category: '', tags: [], author: '', status: 'draft' },
      },
      secret: 'khoa',
    });
    await page.reload();
    await page.locator('.editor-body').waitFor();
    const id = await openStoryOf(page, 'Ảnh không được dùng', paragraphs(1));
    await insert(page, 'Insert photo');
    const box = (name: string) => page.getByRole('textbox', { name, exact: true });
    await box('Caption').click();
    await page.keyboard.type('Cầu mới');
    await box('Credit').fill('Hữu Nghĩa');
    await page.getByRole('button', { name: 'Copy from caption' }).click();
    await page.getByRole('button', { name: 'Photo details' }).click();
    await box('Source').fill('BPTV');
    await openChecks(page);
    await expect.poll(() => findings(page)).not.toContainEqual(expect.stringMatching(/Photo 1/));

    await page.getByLabel('Usable until').fill('2020-01-31');
    await expect.poll(() => badges(page)).toContain('2020-01-31');
    await expect
      .poll(() => findings(page))
      .toContainEqual(expect.stringMatching(/photo 1.*(?:licen[cs]e|right|run out)/i));
    await page.getByLabel('Usable until').fill('');
    await page.getByRole('checkbox', { name: 'May not be published' }).check();
    await expect.poll(() => badges(page)).toContain('May not be published');
    await expect.poll(() => findings(page)).toContainEqual(expect.stringMatching(/photo 1/i));
    // The way to the site is barred, with the reason, and nothing was sent there.
    const isBarred = async (reason: RegExp): Promise<void> => {
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Send to a site' });
      await dialog.getByText(reason).first().waitFor();
      const go = dialog.locator('button[data-kind="main"]').last();
      await go.waitFor();
      expect(await go.isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      expect(calls).toBe(0);
    };
    await isBarred(/photo 1/i);
    await page.getByRole('checkbox', { name: 'May not be published' }).uncheck();
    await box('Usage terms').fill('Not for publication');
    await expect.poll(() => findings(page)).toContainEqual(expect.stringMatching(/photo 1/i));
    await box('Usage terms').fill('');
    await expect.poll(() => findings(page)).not.toContainEqual(expect.stringMatching(/photo 1/i));

    await expect.poll(() => page.locator('.photo-badges').count()).toBe(0);

    // Its file goes: the next time the story is opened the page says so, and so do the checks.
    const saved = async () =>
      (await savedStory(page, id)).body.find((block): block is BlockOf<'figure'> => block.type === 'figure')?.photos[0];
    await expect.poll(saved).not.toHaveProperty('usageTerms');
    const media = (await saved())?.media ?? '';
    await rm(join(home, 'media', media.slice(0, 2)), { recursive: true });
    // Copies of it are there only once one was made.
    await rm(join(home, 'renditions', media.slice(0, 2)), { recursive: true, force: true });
    await page.reload();
    await page.getByRole('option', { name: 'Ảnh không được dùng' }).click();
    await expect
      .poll(() => page.locator('.photo-image').getAttribute('data-missing'))
      .toMatch(/missing from this computer/);
    await page.keyboard.press('F7');
    await expect
      .poll(() => findings(page))
      .toContainEqual(expect.stringMatching(/file of photo 1 is not on this computer/));
    await isBarred(/file of photo 1 is not on this computer/);

    // Supplied again, it is as if it had never been gone; its caption and credit stayed.
    await insert(page, 'Replace the picture');
    await expect.poll(() => findings(page)).not.toContainEqual(expect.stringMatching(/photo 1/i));
    await expect.poll(saved).toMatchObject({ caption: [{ text: 'Cầu mới' }], credit: 'Hữu Nghĩa' });
  });

  it('that is still to come is shown as such, listed and barred', async () => {
    const { page } = await launchCopydesk();
    await page.getByRole('listbox', { name: 'Stories' }).waitFor();
    await openStoryOf(page, 'Chờ ảnh', [...paragraphs(1), photoToCome('Cầu')]);
    expect(await page.locator('.photo-image').getAttribute('data-missing')).toBe('Photo to be supplied');
    await openChecks(page);
    await expect.poll(() => findings(page)).toContainEqual(expect.stringMatching(/Photo 1 is still to come/));
    await insert(page, 'Supply the picture');
    await expect.poll(() => findings(page)).not.toContainEqual(expect.stringMatching(/still to come/));
  });
});

describe.each([
  { lang: 'en', details: 'Photo details', crop: 'Crop and rotate', apply: 'Apply' },
  { lang: 'vi', details: 'Thông tin ảnh', crop: 'Cắt và xoay', apply: 'Áp dụng' },
])('the fields of a photo and the crop dialog in $lang', ({ lang, details, crop, apply }) => {
  it('have no fault that axe can see, light and dark, and are reached and worked by keys alone', async () => {
    const { page } = await launchCopydesk({ lang });
    await bringAxe(page);
    await openStoryOf(page, 'Ảnh và phím', paragraphs(1));
    await insert(page, lang === 'vi' ? 'Chèn ảnh' : 'Insert photo');
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        return element.ariaLabel ?? element.innerText.trim();
      });
    const tabTo = async (name: string): Promise<void> => {
      for (let step = 0; step < 40 && (await focused()) !== name; step++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    // From the caption, where the caret is after inserting.
    await tabTo(details);
    await page.keyboard.press('Enter');
    await page.locator('.photo-form').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // Colours fade from one to the other.
      await expect.poll(() => faults(page)).toEqual([]);
      await shot(page, `details-${lang}-${colorScheme}`);
    }
    await page.locator('.photo-tools button').first().focus();
    await tabTo(crop);
    await page.keyboard.press('Enter');
    await page.locator('.crop-dialog').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => faults(page)).toEqual([]);
      await shot(page, `crop-${lang}-${colorScheme}`);
    }
    await page.locator('.crop-part').focus();
    for (let step = 0; step < 10; step++) await page.keyboard.press('Shift+ArrowLeft');
    await tabTo(apply);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.crop-dialog').count()).toBe(0);
    await expect.poll(() => page.locator('.photo-image[data-shaped]').count()).toBe(1);
    // Back at the button that opened it.
    await expect.poll(focused).toBe(crop);
  });
});

it('Ctrl+Alt+M among a photo’s fields begins a comment on the photo', async () => {
  const { page } = await launchCopydesk();
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
  const id = await openStoryOf(page, 'Nhận xét ảnh', [...paragraphs(1), photoToCome('Người dân dọn đồ')]);
  for (const [where, words] of [
    [page.getByRole('textbox', { name: 'Credit', exact: true }), 'Ai chụp?'],
    [page.getByRole('button', { name: 'Photo details' }), 'Có giấy phép chưa?'],
  ] as const) {
    await where.focus();
    await page.keyboard.press('Control+Alt+m');
    await page.keyboard.type(words);
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => (await savedStory(page, id)).threads?.at(-1))
      .toMatchObject({
        anchor: { on: 'photo', photo: 'photo00001' },
        quote: 'Người dân dọn đồ',
        entries: [{ text: words }],
      });
  }
});
