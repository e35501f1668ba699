import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchCopydesk, type Copydesk } from './launch.ts';
import { everyKind, openStoryOf, paragraphs, putCaret } from './newsroom.ts';
import { shot as shotOf } from './shot.ts';

let copydesk: Copydesk;
let page: Page;
beforeAll(async () => {
  copydesk = await launchCopydesk();
  page = copydesk.page;
});
afterAll(() => copydesk.close());

const panel = () => page.getByRole('complementary', { name: 'Preview' });
// Playwright sees into open shadow roots.
const reader = () => panel().locator('.reader');
const shot = (name: string): Promise<void> => shotOf(page, name);

describe('the preview', () => {
  it('shows the sample as its readers will see it, picture included', async () => {
    await page.getByRole('option', { name: /Cầu Vàm Xáng/ }).click();
    await expect.poll(() => page.title()).toContain('Cầu Vàm Xáng');
    await page.keyboard.press('F8');
    await reader().locator('h1').waitFor();
    expect(await reader().locator('h1').innerText()).toBe(
      'Cầu Vàm Xáng vượt tiến độ, quyết tâm hợp long trước mùa nước nổi',
    );
    await expect
      .poll(() =>
        reader()
          .locator('img')
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(1600);
    expect(await reader().locator('.credit').innerText()).toBe('Ảnh: Hữu Nghĩa');
    await shot('preview-phone');
  });

  it('is as wide as the reader’s device, light or dark, or paper', async () => {
    const look = () =>
      reader().evaluate((element) => ({
        width: Math.round(
          Number.parseFloat(
            getComputedStyle(
              element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : element,
            ).width,
          ),
        ),
        paper: getComputedStyle(element.querySelector('.reader-body')!).backgroundColor,
        serif: getComputedStyle(element.querySelector('.reader-body')!).fontFamily.includes('Source Serif 4'),
      }));
    expect(await look()).toMatchObject({ width: 390, paper: 'rgb(255, 254, 251)', serif: true });
    await panel().getByRole('button', { name: 'Dark' }).click();
    expect(await look()).toMatchObject({ width: 390, paper: 'rgb(22, 21, 19)' });
    await panel().getByRole('button', { name: 'Desktop' }).click();
    await panel().getByRole('button', { name: 'Fill the window' }).click();
    await expect.poll(async () => (await look()).width).toBe(1280);
    await shot('preview-desktop-dark');
    await panel().getByRole('button', { name: 'Print' }).click();
    expect(await look()).toMatchObject({ width: 794, paper: 'rgb(255, 255, 255)' });
    await shot('preview-print');
    await panel().getByRole('button', { name: 'Fill the window' }).click();
    await panel().getByRole('button', { name: 'Phone' }).click();
    await panel().getByRole('button', { name: 'Light' }).click();
  });

  it('follows the text as it is typed, and scrolls with the caret', async () => {
    await openStoryOf(page, 'Sáu mươi đoạn', paragraphs(60));
    await expect.poll(() => reader().locator('.body > p').count()).toBe(60);
    await putCaret(page, 58, 'end');
    await page.keyboard.type(' Nước rút.');
    await expect
      .poll(() => reader().locator('.body > p').nth(58).innerText())
      .toBe('Đoạn 58: nước lên nhanh ở các xã ven sông. Nước rút.');
    const frame = () => panel().locator('.reader-frame').boundingBox();
    await expect
      .poll(async () => {
        const [outer, inner] = [await frame(), await reader().locator('.body > p').nth(58).boundingBox()];
        return outer !== null && inner !== null && inner.y >= outer.y && inner.y < outer.y + outer.height;
      })
      .toBe(true);
    await page.getByRole('textbox', { name: 'Headline' }).fill('Nước rút');
    await expect.poll(() => reader().locator('h1').innerText()).toBe('Nước rút');
  });

  it('stands in a window of its own, which follows the typing, has no way to the host, and closes with Escape', async () => {
    const came = copydesk.app.waitForEvent('window');
    await panel().getByRole('button', { name: 'In a window of its own' }).click();
    const own = await came;
    await expect.poll(() => own.locator('.reader h1').innerText()).toBe('Nước rút');
    await putCaret(page, 0, 'end');
    await page.keyboard.type(' Lũ lên.');
    await expect.poll(() => own.locator('.reader .body > p').first().innerText()).toContain('Lũ lên.');
    expect(await own.evaluate(() => [typeof (window as { copydesk?: unknown }).copydesk, location.href])).toEqual([
      'undefined',
      'about:blank',
    ]);
    const [width] = await own.evaluate(() => [
      getComputedStyle(document.querySelector('.reader-sheet')!).getPropertyValue('width'),
    ]);
    expect(width).toBe('390px');
    await shot('preview-window');
    await shotOf(own, 'preview-own');
    // The key's way up comes to a window that is no more.
    await Promise.all([own.waitForEvent('close'), own.keyboard.press('Escape').catch(() => undefined)]);
    await page.keyboard.press('F8');
    await reader().locator('h1').waitFor();
  });

  it('shows every kind of block in the order of the story, and nothing that could run', async () => {
    const { body } = everyKind();
    await openStoryOf(page, 'Mọi kiểu phần', [
      ...body,
      {
        type: 'paragraph',
        id: 'hostile001',
        text: [
          { text: '<img src=x onerror=alert(1)><script>alert(1)</script>' },
          { text: 'bad', href: 'javascript:alert(1)' },
        ],
      },
    ]);
    await expect.poll(() => reader().locator('.body > p').last().innerText()).toContain('<img src=x');
    expect(
      await reader().evaluate((element) => [...element.querySelectorAll('.body > *')].map((each) => each.localName)),
    ).toEqual(['p', 'h3', 'ol', 'figure', 'aside', 'div', 'aside', 'div', 'hr', 'p', 'p', 'p', 'p']);
    expect(await reader().locator('script, [onerror], a[href^="javascript"]').count()).toBe(0);
  });
});

describe('copying the story', () => {
  const clipboard = (format: 'text' | 'html'): Promise<string> =>
    copydesk.app.evaluate(({ clipboard: board }, as) => {
      const { readHTML, readText } = board as unknown as { readHTML: () => string; readText: () => string };
      return as === 'html' ? readHTML() : readText();
    }, format);

  it('puts formatted text and plain text on the clipboard at once', async () => {
    await openStoryOf(page, 'Cầu mới', [
      { type: 'paragraph', id: 'copypara01', text: [{ text: 'Cầu ' }, { text: 'đã xong', marks: ['strong'] }] },
    ]);
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitem', { name: 'Formatted text' }).click();
    await expect.poll(() => clipboard('html')).toContain('<strong>đã xong</strong>');
    expect(await clipboard('html')).toContain('Cầu mới');
    expect(await clipboard('text')).toContain('Cầu đã xong');
  });

  it('puts the source, or the words alone', async () => {
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitem', { name: 'HTML source' }).click();
    await expect.poll(() => clipboard('text')).toContain('<p>Cầu <strong>đã xong</strong></p>');
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitem', { name: 'Markdown' }).click();
    await expect.poll(() => clipboard('text')).toContain('Cầu **đã xong**');
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitem', { name: 'Plain text' }).click();
    await expect.poll(() => clipboard('text')).not.toContain('<');
    expect(await clipboard('text')).toContain('Cầu đã xong');
  });
});
