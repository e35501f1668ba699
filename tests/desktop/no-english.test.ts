import { expect, test } from 'vitest';
import { openDraftStore } from '../../electron/services/drafts/store.ts';
import { vi as words } from '../../renderer/words/vi/index.ts';
import { createStory } from '../../src/story/create.ts';
import { createJudge, textsOf, type Said } from './english/judge.ts';
import { PLACES } from './english/walk.ts';
import { watchTexts } from './english/witness.ts';
import { launchCopydesk, newFolder } from './launch.ts';
import { ask, everyKind } from './newsroom.ts';

/** Groups of words that show only when the program itself has failed. */
const WHEN_BROKEN = new Set<string>(['broken']);

/** The cities that time zones are named by: names, in every language. */
const CITIES = [
  ...Intl.supportedValuesOf('timeZone').flatMap((zone) => zone.split(/[/_-]/)),
  // Called by an older name outside the window.
  ...['Asmara', 'Nuuk', 'Kathmandu', 'Kolkata', 'Yangon', 'Faroe', 'Kyiv', 'Chuuk', 'Pohnpei'],
];

/** A data folder with two Vietnamese stories. */
async function vietnameseHome(): Promise<string> {
  const home = newFolder('home-');
  const drafts = openDraftStore({ home });
  await drafts.create(createStory({ ...everyKind(), headline: 'Tin để bỏ' }));
  const { body, headline } = everyKind();
  await drafts.create(
    createStory({
      language: 'vi',
      headline,
      body: [{ type: 'paragraph', id: 'loidau001', text: [{ text: 'Nước lên.' }] }, ...body],
    }),
  );
  await drafts.closeAll();
  return home;
}

test('the Vietnamese window shows no English: every panel, dialog, menu, tooltip, message and name for screen readers', async () => {
  const copydesk = await launchCopydesk({ lang: 'vi', home: await vietnameseHome() });
  const { app, page } = copydesk;
  await page.locator('.story-row').nth(3).waitFor();
  // The samples have their right to names, and one of them to English.
  const mine = new Set(['Tin để bỏ', everyKind().headline]);
  const samples = (await ask(page, 'stories.list')).filter(({ headline }) => !mine.has(headline)).map(({ id }) => id);
  for (const doing of ['bin', 'delete'] as const) await ask(page, 'stories.act', { do: doing, ids: samples });
  await page.reload();
  await expect.poll(() => page.locator('.story-row').count()).toBe(2);
  const seen = await watchTexts(page);
  await page.getByRole('option', { name: everyKind().headline }).click();
  await page.locator('.editor-body p').first().waitFor();
  for (const { name, visit } of PLACES)
    await visit(copydesk).catch((cause: unknown) => {
      throw new Error(`could not visit ${name}`, { cause });
    });

  const judge = createJudge(['Nguoi', 'nguoii', 'khôngcóđâu', ...CITIES]);
  const labels = await app.evaluate(({ Menu }) => {
    const all: string[] = [];
    const add = (items: Electron.MenuItem[]): void => {
      for (const { label, type, submenu } of items) {
        if (type !== 'separator') all.push(label);
        if (submenu) add(submenu.items);
      }
    };
    add(Menu.getApplicationMenu()?.items ?? []);
    return all;
  });
  expect(labels.length).toBeGreaterThan(30);
  const shown = await seen();
  const wrong = [...labels.map((text) => ({ text, at: 'the menu' })), ...shown]
    .map(({ text, at }) => ({ at, wrong: judge(text) }))
    .filter(({ wrong: reason }) => reason !== null);
  expect(wrong).toEqual([]);

  // A group of words of which nothing was seen has a panel that was not visited: give it a line in english/walk.ts.
  const all = shown.map(({ text }) => text);
  const isSaid = ({ text }: Said): boolean => {
    const parts = text.split(/\{\w+\}/u);
    return all.some((one) => (parts.length === 1 ? one === text : parts.every((part) => one.includes(part.trim()))));
  };
  const isSeen = (group: object): boolean => textsOf(group).some(isSaid);
  const unseen = Object.entries(words).filter(([group, said]) => !WHEN_BROKEN.has(group) && !isSeen(said));
  expect(unseen.map(([group]) => group)).toEqual([]);
});
