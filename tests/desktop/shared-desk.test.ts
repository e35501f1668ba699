import { readdir, rename } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { p } from '../unit/story/build.ts';
import { bringAxe, faults } from './axe.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { ask, openStoryOf, savedStory } from './newsroom.ts';

const HEADLINE = 'Nước lên nhanh ở Đông Hải';
const onDesk = (page: Page) => page.getByRole('region', { name: 'On the desk' });
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Review' });

async function workAs({ page }: Copydesk, id: string, name: string): Promise<void> {
  await ask(page, 'app.settings', { person: { id, name, initials: '', colour: id === 'lan000001' ? 'teal' : 'red' } });
  // The window reads its choices when it begins.
  await page.reload();
  await page.locator('.editor-body').waitFor();
}

/** Chooses the desk's folder in the settings, as a person does. */
async function chooseDesk({ app, page }: Copydesk, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Shared desk' }).click();
  await settings.getByRole('button', { name: 'Choose a folder…' }).click();
  await settings.getByText(folder).waitFor();
  await bringAxe(page);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
}

async function putOnDesk(page: Page): Promise<void> {
  await panelOf(page).getByRole('button', { name: 'Other ways to hand it over' }).click();
  await page.getByRole('menuitem', { name: /^Put it on the shared desk/ }).click();
  await page.getByText('On the desk as').waitFor();
}

it('a story goes over a shared folder to the editor and back, without a server and without writing over a file', async () => {
  const drive = newFolder('drive-');
  const folder = join(drive, 'Bàn biên tập');
  mkdirSync(folder);
  const reporter = await launchCopydesk();
  const id = await openStoryOf(reporter.page, HEADLINE, [
    p('firstpara1', 'Sáng nay nước lũ dâng cao tại xã Đông Hải.'),
    p('secondpar1', 'Mực nước đang xuống chậm.'),
  ]);
  await workAs(reporter, 'lan000001', 'Lan');
  await chooseDesk(reporter, folder);
  await reporter.page.getByRole('button', { name: 'Review', exact: true }).click();
  await putOnDesk(reporter.page);
  await panelOf(reporter.page)
    .getByText(/^Ready for review, Lan/)
    .waitFor();

  // The editor's computer finds it there when the folder is chosen, and takes it in with a click.
  const editor = await launchCopydesk();
  await workAs(editor, 'minh00001', 'Minh');
  await chooseDesk(editor, folder);
  const row = onDesk(editor.page).getByRole('button', { name: new RegExp(`^${HEADLINE} from Lan`) });
  expect(await row.innerText()).toContain('Ready for review');
  await bringAxe(editor.page);
  expect(await faults(editor.page)).toEqual([]);
  await row.click();
  await expect.poll(() => editor.page.title()).toBe(`${HEADLINE} - Copydesk`);
  await onDesk(editor.page).waitFor({ state: 'detached' });
  await editor.page.getByText('Suggesting', { exact: true }).waitFor();
  await editor.page.getByRole('button', { name: 'Review', exact: true }).click();
  await editor.page.locator('.editor-body p').first().click();
  await editor.page.keyboard.press('End');
  await editor.page.keyboard.type(' Đây là trận lũ lớn nhất từ 1999.');
  await panelOf(editor.page).getByText('1 suggestion').waitFor();
  await panelOf(editor.page).getByRole('button', { name: 'Ask for changes' }).click();
  await putOnDesk(editor.page);

  // The reporter is told, unasked, and what comes back is merged with what was written meanwhile.
  const { page } = reporter;
  await page.getByText(`New on the desk: “${HEADLINE}” from Minh`).waitFor();
  await page.locator('.editor-body p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Trường học đóng cửa.');
  await onDesk(page)
    .getByRole('button', { name: new RegExp(`^${HEADLINE} from Minh`) })
    .click();
  const dialog = page.getByRole('dialog', { name: `A copy of “${HEADLINE}” came back` });
  await dialog.getByRole('button', { name: 'Accept the merge' }).click();
  await dialog.waitFor({ state: 'detached' });
  await panelOf(page).getByText('1 suggestion').waitFor();
  await onDesk(page).waitFor({ state: 'detached' });
  const merged = await savedStory(page, id);
  expect(JSON.stringify(merged.body)).toContain('Trường học đóng cửa.');
  expect(merged.record?.map(({ did, by }) => [did, by])).toEqual(
    expect.arrayContaining([
      ['sent', 'lan000001'],
      ['suggested', 'minh00001'],
      ['returned', 'minh00001'],
      ['merged', 'lan000001'],
    ]),
  );
  const day = new Date().toLocaleDateString('sv');
  expect((await readdir(folder)).sort()).toEqual([
    `${day} ${HEADLINE} – Lan – v1.story`,
    `${day} ${HEADLINE} – Minh – v1.story`,
    'copydesk-desk.txt',
  ]);

  // The drive is pulled out: it is said, what is sent stays here and is told as not sent, and nothing is written where the drive was.
  await rename(folder, join(drive, 'away'));
  await onDesk(page).getByText('cannot be reached').waitFor();
  await panelOf(page).getByRole('button', { name: 'Other ways to hand it over' }).click();
  await page.getByRole('menuitem', { name: /^Put it on the shared desk/ }).click();
  await page.getByText('so nothing was sent').waitFor();
  expect(await readdir(drive)).toEqual(['away']);
  await expect
    .poll(async () => (await savedStory(page, id)).record?.filter(({ did }) => did === 'sent').length)
    .toBe(1);
  await rename(join(drive, 'away'), folder);
  // Working in the window has it looked at again at once.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await onDesk(page).waitFor({ state: 'detached' });
});

it('a mail draft with the story is handed to the system, and where nothing opens it the file is shown beside a mail', async () => {
  const { app, page } = await launchCopydesk();
  await openStoryOf(page, HEADLINE, [p('firstpara1', 'Sáng nay nước lũ dâng cao.')]);
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  const [opened, shown, mailed] = await Promise.all([
    app.evaluateHandle(({ shell }) => {
      const paths: string[] = [];
      shell.openPath = (path) => Promise.resolve(paths.push(path) === 1 ? '' : 'no program');
      return paths;
    }),
    app.evaluateHandle(({ shell }) => {
      const paths: string[] = [];
      shell.showItemInFolder = (path) => void paths.push(path);
      return paths;
    }),
    app.evaluateHandle(({ shell }) => {
      const addresses: string[] = [];
      shell.openExternal = (address) => Promise.resolve(void addresses.push(address));
      return addresses;
    }),
  ]);
  const way = async (name: RegExp): Promise<void> => {
    await panelOf(page).getByRole('button', { name: 'Other ways to hand it over' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await way(/^As a mail draft/);
  await page.getByText('The mail draft with the story was opened.').waitFor();
  const [draft] = await opened.jsonValue();
  expect(draft).toMatch(/Nước lên nhanh ở Đông Hải – v1\.eml$/);
  expect(await shown.jsonValue()).toEqual([]);

  await way(/^As a mail draft/);
  await page.getByText('No program here opens mail drafts.').waitFor();
  expect(await shown.jsonValue()).toEqual([expect.stringMatching(/\.story$/)]);
  const [address] = await mailed.jsonValue();
  expect(decodeURIComponent(address ?? '')).toContain(`For review: ${HEADLINE}`);
  expect(decodeURIComponent(address ?? '')).toContain('Please attach this file:');
  await way(/^By mail, attached by hand/);
  await page.getByText('Attach this file to the mail:').waitFor();
  expect(await mailed.jsonValue()).toHaveLength(2);
});
