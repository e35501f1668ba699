import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readPackage } from '../../src/package/index.ts';
import { plainText } from '../../src/story/runs.ts';
import type { BlockOf, Story } from '../../src/story/schema.ts';
import { openInBrowser } from './browser.ts';
import { launchCopydesk, newFolder, REPOSITORY, type Copydesk, type LaunchOptions } from './launch.ts';
import { newStory, savedStory, storyId } from './newsroom.ts';

/** The shipped Vietnamese sample, as a reporter would have it in notes, with its photo as a file from the camera. */
export async function sampleReport(): Promise<{
  story: Story;
  photo: BlockOf<'figure'>['photos'][number];
  photoFile: string;
}> {
  const read = await readPackage(await readFile(join(REPOSITORY, 'assets/stories/cau-vam-xang.story')));
  if (!read.ok) throw new Error(read.failure.detail);
  const { story, media } = read.value;
  const photo = story.body.flatMap((block) => (block.type === 'figure' ? block.photos : []))[0];
  const bytes = photo?.media && media.get(photo.media);
  if (!photo || !bytes) throw new Error('the sample has no photo');
  const photoFile = join(newFolder(), 'cau-vam-xang.jpg');
  await writeFile(photoFile, bytes);
  return { story, photo, photoFile };
}

const FIELDS = ['Kicker', 'Headline', 'Standfirst', 'Byline', 'Dateline', 'Source credit'] as const;
const fieldsOf = (story: Story): Record<(typeof FIELDS)[number], string> => ({
  Kicker: story.kicker,
  Headline: story.headline,
  Standfirst: story.standfirst,
  Byline: story.byline.text,
  Dateline: story.dateline.text,
  'Source credit': story.sourceCredit,
});
const shownFields = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      FIELDS.map(async (name) => [name, await page.getByRole('textbox', { name, exact: true }).inputValue()] as const),
    ),
  );

/** Types the whole report into a new story, key by key, with its photo in its place. */
async function typeReport(page: Page, report: Awaited<ReturnType<typeof sampleReport>>): Promise<void> {
  const { story, photo, photoFile } = report;
  await newStory(page);
  const fields = fieldsOf(story);
  for (const name of FIELDS) {
    await page.getByRole('textbox', { name, exact: true }).click();
    await page.keyboard.type(fields[name]);
  }
  await page.getByRole('textbox', { name: 'Story body' }).click();
  for (const [index, block] of story.body.entries()) {
    if (block.type === 'paragraph') {
      await page.keyboard.type(plainText(block.text));
      if (index < story.body.length - 1 && story.body[index + 1]?.type === 'paragraph')
        await page.keyboard.press('Enter');
      continue;
    }
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Insert photo' }).click();
    await (await chooser).setFiles(photoFile);
    const caption = page.getByRole('textbox', { name: 'Caption' });
    await caption.waitFor();
    await caption.click();
    await page.keyboard.type(plainText(photo.caption));
    await page.getByRole('textbox', { name: 'Credit', exact: true }).fill(photo.credit);
    await page.getByRole('textbox', { name: 'Alt text', exact: true }).fill(photo.alt);
    await caption.click();
    await page.keyboard.press('Control+End');
  }
}

/** The parts of a story that a reporter typed, without the ids and times that each story has of its own. */
function typed(story: Story): unknown {
  return {
    ...fieldsOf(story),
    people: story.byline.people.map((person) => person.name),
    date: story.dateline.date,
    body: story.body
      .map((block) => {
        if (block.type === 'paragraph') return plainText(block.text);
        if (block.type !== 'figure') return block.type;
        return block.photos.map(({ media, alt, credit, caption }) => ({
          media,
          alt,
          credit,
          caption: plainText(caption),
        }));
      })
      .filter((block) => block !== ''),
  };
}

/**
 * What the program is for, once through: write the report, quit, start again, find every character, export, and read the
 * page in a browser. `program` runs it in a packaged Copydesk.
 */
export async function doMainJob(program?: LaunchOptions['program']): Promise<void> {
  const report = await sampleReport();
  const options: LaunchOptions = program ? { program } : {};
  const first: Copydesk = await launchCopydesk(options);
  await typeReport(first.page, report);
  // Closed at once after the last key: whatever was typed must be there all the same.
  await first.close();

  const second = await launchCopydesk({ ...options, home: first.home });
  const { page, app } = second;
  await expect.poll(() => page.title()).toBe(`${report.story.headline} - Copydesk`);
  await page.getByRole('textbox', { name: 'Story body' }).waitFor();
  expect(await shownFields(page)).toEqual(fieldsOf(report.story));
  const saved = await savedStory(page, await storyId(page, report.story.headline));
  expect(typed(saved)).toEqual(typed(report.story));
  const shown = await page.locator('.editor-body').innerText();
  for (const block of report.story.body) if (block.type === 'paragraph') expect(shown).toContain(plainText(block.text));
  await expect
    .poll(() => page.getByRole('status', { name: 'Save status' }).textContent())
    .toMatch(/^Saved on this computer \d\d:\d\d:\d\d$/);

  const folder = join(newFolder(), 'bai-cau-vam-xang');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, folder);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Web page with pictures (folder)' }).click();
  await expect.poll(() => readFile(join(folder, 'index.html'), 'utf8').catch(() => '')).toContain('</html>');
  await second.close();
  await readAsReader(join(folder, 'index.html'), report.story);
}

/** Opens the exported page in Chromium and looks for all that was written. */
async function readAsReader(file: string, story: Story): Promise<void> {
  const { browser, page } = await openInBrowser(file);
  try {
    const picture = page.locator('article figure img');
    // One of the copies at several widths, whichever suits the reader's screen; the browser gives its width for that screen.
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
      .toBe(true);
    expect(await picture.getAttribute('width')).toBe('1600');
    const text = await page.locator('article').innerText();
    for (const value of Object.values(fieldsOf(story))) expect(text).toContain(value);
    for (const block of story.body) if (block.type === 'paragraph') expect(text).toContain(plainText(block.text));
    const [photo] = story.body.flatMap((block) => (block.type === 'figure' ? block.photos : []));
    expect(await picture.getAttribute('alt')).toBe(photo!.alt);
    expect(await page.locator('figcaption').innerText()).toContain(plainText(photo!.caption));
    expect(await page.locator('figcaption').innerText()).toContain(photo!.credit);
    expect(await page.locator('time').getAttribute('datetime')).toMatch(/^2025-06-12T10:30:00.*\+07:00$/);
    // Nothing that runs; the data for search engines is a script element by name alone.
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
  } finally {
    await browser.close();
  }
}
