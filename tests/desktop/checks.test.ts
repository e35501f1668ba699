import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../src/story/schema.ts';
import { launchCopydesk, type Copydesk } from './launch.ts';
import { ask, openStoryOf } from './newsroom.ts';
import { shot } from './shot.ts';

let copydesk: Copydesk;
let page: Page;
beforeAll(async () => {
  copydesk = await launchCopydesk();
  page = copydesk.page;
});
afterAll(() => copydesk.close());

const button = () => page.locator('.status-checks');
const panel = () => page.getByRole('complementary', { name: 'Checks' });
const findings = () => panel().locator('.finding-jump').allInnerTexts();
const selected = () =>
  page.evaluate(() => {
    const field = document.activeElement;
    if (field instanceof HTMLTextAreaElement) return field.value.slice(field.selectionStart, field.selectionEnd);
    return getSelection()?.toString() ?? '';
  });

const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, text: [{ text }] });
const flood: Block[] = [
  paragraph('checkpara1', 'Có xx hộ dân bị ngập.'),
  { type: 'heading', id: 'checkhead1', level: 4, text: [{ text: 'Nước lên' }] },
  {
    type: 'list',
    id: 'checklist1',
    ordered: false,
    items: [
      {
        id: 'checkitem1',
        text: [{ text: 'một' }],
        sub: { ordered: false, items: [{ id: 'checkitem2', text: [{ text: 'TODO hai' }] }] },
      },
      { id: 'checkitem3', text: [{ text: 'Họp thứ Ba, ngày 12/6/2025.' }] },
    ],
  },
  {
    type: 'figure',
    id: 'checkfigu1',
    photos: [
      {
        id: 'checkphot1',
        media: null,
        alt: '',
        caption: [{ text: 'TK' }],
        credit: 'Hữu Nghĩa',
        source: 'BPTV',
        rights: '',
      },
    ],
  },
  {
    type: 'quote',
    id: 'checkquot1',
    text: [{ text: 'Nước lên\nnhanh.' }],
    attribution: [{ text: 'Bà ' }, { text: 'xxx', marks: ['strong'] }],
  },
  {
    type: 'table',
    id: 'checktabl1',
    rows: [
      {
        cells: [
          { text: [{ text: 'Xã' }], header: true },
          { text: [{ text: 'Hộ' }], header: true },
        ],
      },
      { cells: [{ text: [{ text: 'A' }] }, { text: [{ text: '12' }] }] },
      { cells: [{ text: [{ text: 'B' }] }, { text: [{ text: '15' }] }] },
      { cells: [{ text: [{ text: 'Tổng' }] }, { text: [{ text: '37' }] }] },
    ],
  },
];

describe('the checks', () => {
  it('have nothing to say about the sample', async () => {
    await page.getByRole('option').first().click();
    await expect.poll(() => button().innerText()).toBe('No findings');
  });

  it('count what is wrong in the status line and list it by level', async () => {
    await openStoryOf(page, 'Lũ lên nhanh', flood);
    await expect.poll(() => button().innerText()).toBe('7 errors, 3 warnings');
    await page.keyboard.press('F7');
    await panel().waitFor();
    expect(await panel().getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['7 errors', '3 warnings']);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await shot(page, `checks-${colorScheme}`);
    }
  });

  it('go to each place with its text selected', async () => {
    const places: [string, string][] = [
      ['“xx” was', 'xx'],
      ['“TODO” was', 'TODO'],
      ['“TK” was', 'TK'],
      ['“xxx” was', 'xxx'],
      ['thứ Ba', 'thứ Ba, ngày 12/6/2025'],
      ['come to 27', '37'],
      ['size 3 follows', 'Nước lên'],
    ];
    for (const [finding, text] of places) {
      await panel().getByRole('button', { name: finding }).first().click();
      await expect.poll(selected).toBe(text);
      await expect.poll(() => page.evaluate(() => document.activeElement?.className ?? '')).toContain('editor-body');
    }
  });

  it('go to a field, and to a photo’s own field', async () => {
    await panel().getByRole('button', { name: 'The byline is empty' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-byline');
    await panel().getByRole('button', { name: 'no alt text' }).click();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Alt text' }).evaluate((field) => field === document.activeElement))
      .toBe(true);
  });

  it('follow the typing', async () => {
    await page.getByRole('textbox', { name: 'Byline' }).fill('Hữu Nghĩa');
    await expect.poll(() => button().innerText()).toBe('6 errors, 3 warnings');
    await panel().getByRole('button', { name: '“xx” was' }).click();
    await expect.poll(selected).toBe('xx');
    await page.keyboard.type('20');
    await expect.poll(() => button().innerText()).toBe('5 errors, 3 warnings');
    expect((await findings()).join('\n')).not.toContain('“xx” was');
  });

  it('still keep what was ignored when Copydesk is started again', async () => {
    const before = await findings();
    await panel().getByRole('button', { name: 'Ignore' }).first().click();
    await expect.poll(async () => (await findings()).length).toBe(before.length - 1);
    const left = await findings();
    const { home } = copydesk;
    await copydesk.close();
    copydesk = await launchCopydesk({ home });
    page = copydesk.page;
    await page.getByRole('option', { name: 'Lũ lên nhanh' }).click();
    await button().waitFor();
    await page.keyboard.press('F7');
    await expect.poll(findings).toEqual(left);
    await panel().getByText('1 ignored in this story').waitFor();
  });

  it('open the story’s details for what is not on its page', async () => {
    const id = await openStoryOf(page, 'Tin cấm đăng', [paragraph('embargopa1', 'Nước rút.')]);
    const fields = { embargo: '2025-06-12T10:30:00.000+07:00', schedule: '2025-06-11T10:30:00.000+07:00' };
    await page.getByRole('option', { name: 'Lũ lên nhanh' }).click();
    await expect.poll(() => page.title()).toBe('Lũ lên nhanh - Copydesk');
    await ask(page, 'stories.change', { id, seq: 2, change: { blocks: {}, fields } });
    await page.getByRole('option', { name: 'Tin cấm đăng' }).click();
    await panel()
      .getByRole('button', { name: /embargo/i })
      .first()
      .click();
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await expect.poll(focused).toMatch(/^field-(?:embargo|schedule)$/);
    await page.getByLabel('Embargo', { exact: true }).fill('');
    await expect.poll(async () => (await findings()).filter((said) => /embargo/i.test(said))).toEqual([]);
    await shot(page, 'details-embargo');
  });
});
