import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk } from './launch.ts';
import { ask, newStory, savedStory, storyId } from './newsroom.ts';
import { shot } from './shot.ts';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
/** The newsroom that these tests work in. */
const house = {
  source: 'TTV',
  places: [{ name: 'Bình Phú', zone: 'Asia/Ho_Chi_Minh' }],
  forms: {
    vi: { line: '{weekday}, {dd}/{mm}/{yyyy}, {time} [{zone}]', mark: '({source}) -' },
    en: { line: '{weekday}, {month} {d}, {yyyy}, {time12} {zone}', mark: '{PLACE}, {month} {d} ({source}) -' },
  },
  sections: ['Thời sự', 'Xã hội', 'Kinh tế'],
  people: [{ byline: 'Đức Đồng', name: 'Nguyễn Văn Đồng', department: 'Ban Thời sự' }],
};

async function inTheNewsroom(): Promise<Page> {
  const { page } = await launchCopydesk();
  await page.getByRole('option').first().waitFor();
  await ask(page, 'app.settings', { house });
  await page.reload();
  await page.getByRole('option').first().waitFor();
  await newStory(page);
  await page.getByRole('combobox', { name: 'Language of the story' }).selectOption('vi');
  await field(page, 'Headline').click();
  return page;
}

/** The id of the story of this headline, once the disk has it. */
async function known(page: Page, headline: string): Promise<string> {
  await expect.poll(() => storyId(page, headline).catch(() => '')).not.toBe('');
  return storyId(page, headline);
}

describe('the newsroom’s settings', () => {
  it('take its mark, places, forms, sections and bylines, and keep them', async () => {
    const first = await launchCopydesk();
    const { page } = first;
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Newsroom' }).click();
    await page.getByRole('textbox', { name: 'Mark of the newsroom' }).fill('TTV');
    await page.getByRole('button', { name: 'Add a place' }).click();
    await page.getByRole('textbox', { name: 'Place', exact: true }).fill('London');
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Europe/London');
    await page.getByRole('textbox', { name: 'Sections' }).fill('Thời sự\n\n Xã hội \nThời sự');
    await page.getByRole('button', { name: 'Add a byline' }).click();
    await page.getByRole('textbox', { name: 'Byline or pen name' }).fill('Đức Đồng');
    await page.getByRole('textbox', { name: 'Department' }).fill('Ban Thời sự');
    const vietnamese = page.getByRole('group', { name: 'Datelines in Vietnamese' });
    await vietnamese.getByRole('combobox', { name: 'Mark of the lead' }).selectOption('({source}) -');
    await vietnamese.getByRole('combobox', { name: 'Dated line' }).selectOption({ label: 'A form of your own…' });
    const own = vietnamese.getByRole('textbox', { name: 'Own form of the dated line' });
    await own.fill('{ngày} {time}');
    await vietnamese.getByText('These mean nothing: {ngày}').waitFor();
    await own.fill('{weekday} {d}-{m}-{yyyy} {time}');
    await vietnamese.getByText('Prints as: Thứ Tư 19-1-2022 14:11').waitFor();
    await shot(page, 'newsroom');
    const kept = async () => (await ask(page, 'app.start')).settings.house;
    await expect.poll(kept).toMatchObject({
      source: 'TTV',
      places: [{ name: 'London', zone: 'Europe/London' }],
      sections: ['Thời sự', 'Xã hội'],
      people: [{ byline: 'Đức Đồng', name: '', department: 'Ban Thời sự' }],
      forms: { vi: { line: '{weekday} {d}-{m}-{yyyy} {time}', mark: '({source}) -' } },
    });
    await first.close();
    const again = await launchCopydesk({ home: first.home });
    expect((await ask(again.page, 'app.start')).settings.house.source).toBe('TTV');
  });

  it('offer their sections in the field', async () => {
    const page = await inTheNewsroom();
    await page.getByText('Story details').click();
    const section = page.getByRole('combobox', { name: 'Section' });
    await section.pressSequentially('xa');
    await page.getByRole('option', { name: 'Xã hội' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await section.inputValue()).toBe('Xã hội');
    const id = (await ask(page, 'stories.list'))[0]?.id ?? '';
    await expect.poll(async () => (await savedStory(page, id)).section).toBe('Xã hội');
  });
});

describe('the dateline', () => {
  it('is printed from an instant, a place and the house’s form, and undone with one key', async () => {
    const page = await inTheNewsroom();
    await page.keyboard.type('Cầu mới');
    await page.getByRole('button', { name: 'Print the dateline…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dateline' });
    expect(await dialog.getByRole('combobox', { name: 'Place' }).inputValue()).toBe('Bình Phú');
    await dialog.getByLabel('Day and time there').fill('2022-01-19T21:11');
    await dialog.getByText('Thứ Tư, 19/01/2022, 21:11 [GMT+7]').waitFor();
    await shot(page, 'dateline-dialog');
    await bringAxe(page);
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Print', exact: true }).click();
    await expect.poll(() => field(page, 'Dateline').inputValue()).toBe('Thứ Tư, 19/01/2022, 21:11 [GMT+7]');
    const id = await known(page, 'Cầu mới');
    await expect
      .poll(async () => (await savedStory(page, id)).dateline)
      .toEqual({
        text: 'Thứ Tư, 19/01/2022, 21:11 [GMT+7]',
        mark: '(TTV) -',
        place: '',
        source: 'TTV',
        date: '2022-01-19T21:11:00.000+07:00',
      });
    await page.keyboard.press('Control+z');
    expect(await field(page, 'Dateline').inputValue()).toBe('');
  });

  it('is checked while it is typed: the weekday, the day, and the offset of its place', async () => {
    const page = await inTheNewsroom();
    const note = (text: string) => page.locator('.field-dateline').getByText(text);
    await field(page, 'Dateline').fill('Thứ Năm, 19/01/2022, 21:11 [GMT+7]');
    await note('The date falls on another weekday.').waitFor();
    await field(page, 'Dateline').fill('Thứ Tư, 39/01/2022, 21:11 [GMT+7]');
    await note('There is no such day or time.').waitFor();
    await field(page, 'Dateline').fill('Thứ Tư, 19/01/2022, 21:11 [GMT+8]');
    await note('This place was not at that offset then, but at GMT+7.').waitFor();
    await shot(page, 'wrong-offset');
    // Without an offset the house's own place says it.
    await field(page, 'Dateline').fill('Thứ Tư, 19/01/2022, 21:11');
    await note('21:11 GMT+7').waitFor();
  });

  it('keeps its mark when the story’s language is changed', async () => {
    const page = await inTheNewsroom();
    await page.getByText('Story details').click();
    await field(page, 'Mark of the lead').fill('(TTV) -');
    await page.getByRole('combobox', { name: 'Language of the story' }).selectOption('en-GB');
    await expect.poll(() => field(page, 'Mark of the lead').inputValue()).toBe('(TTV) -');
  });
});

describe('the byline', () => {
  it('offers names while they are typed, by byline, own name and department; Enter without an arrow goes on', async () => {
    const page = await inTheNewsroom();
    const byline = field(page, 'Byline');
    await byline.click();
    await page.keyboard.type('Lê An - thoi');
    const offered = page.getByRole('listbox', { name: 'Suggestions: Byline' }).getByRole('option');
    await expect.poll(() => offered.allInnerTexts()).toEqual([expect.stringContaining('Đức Đồng')]);
    await shot(page, 'byline-suggestions');
    await bringAxe(page);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await byline.getAttribute('aria-activedescendant')).toBe(await offered.first().getAttribute('id'));
    await page.keyboard.press('Enter');
    expect(await byline.inputValue()).toBe('Lê An - Đức Đồng');
    await page.keyboard.press('Control+z');
    expect(await byline.inputValue()).toBe('Lê An - thoi');
    await page.keyboard.press('Enter');
    await expect.poll(() => field(page, 'Dateline').evaluate((at) => at === document.activeElement)).toBe(true);
  });

  it('and its people keep in step: a role given beside it stays, and can be printed', async () => {
    const page = await inTheNewsroom();
    await page.keyboard.type('Lũ về');
    await field(page, 'Byline').fill('Lê An - Đức Tình');
    await page.getByText('Story details').click();
    await page.getByRole('group', { name: 'Đức Tình' }).getByRole('checkbox', { name: 'photographer' }).check();
    await field(page, 'Byline').fill('PV - Lê An - Đức Tình');
    const id = await known(page, 'Lũ về');
    const people = async () => (await savedStory(page, id)).byline.people;
    await expect.poll(people).toEqual([
      { name: 'PV', roles: [] },
      { name: 'Lê An', roles: [] },
      { name: 'Đức Tình', roles: ['photographer'] },
    ]);
    await page.getByRole('group', { name: 'PV' }).getByText('department').waitFor();
    await shot(page, 'byline-people');
    await page.getByRole('button', { name: 'Print it in the byline: PV - Lê An; Ảnh: Đức Tình' }).click();
    expect(await field(page, 'Byline').inputValue()).toBe('PV - Lê An; Ảnh: Đức Tình');
  });
});
