import { afterEach, beforeEach, expect, test } from 'vitest';
import { bringAxe, faults } from '../axe.ts';
import { launchCopydesk, type Copydesk } from '../launch.ts';
import {
  addSite,
  BRIDGE,
  FERRY,
  openSample,
  order,
  outbox,
  openPush,
  SECRET,
  setClockOn,
  setOnline,
  untilPosts,
} from './desk.ts';
import { startWordPressWire, type WordPressWire } from './wordpress-wire.ts';
import { shot } from '../shot.ts';

let cms: WordPressWire;
let copydesk: Copydesk;

beforeEach(async () => {
  cms = await startWordPressWire();
  copydesk = await launchCopydesk();
  copydesk.page.setDefaultTimeout(12_000);
  await openSample(copydesk.page, BRIDGE);
  await addSite(copydesk.page, cms.url);
});
afterEach(async () => {
  await copydesk.close();
  await cms.close();
});

const wake = (): Promise<unknown> => copydesk.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
const waiting = () => copydesk.page.getByRole('button', { name: 'Waiting to go: 1' });

test('Without a network a draft waits, says so and when it is looked at next, and goes by itself when the network is back', async () => {
  const { page } = copydesk;
  await bringAxe(page);
  await setOnline(copydesk, false);
  await cms.close();
  const dialog = await order(page);
  await dialog
    .getByText(/It goes on by itself, also after a restart: no network\..*Next look: \d\d:\d\d:\d\d/)
    .waitFor();
  await page.keyboard.press('Escape');
  await waiting().click();
  await outbox(page)
    .getByRole('listitem', { name: `${BRIDGE}, to Báo Bình Phú` })
    .waitFor();
  await shot(page, 'outbox');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  cms = await startWordPressWire({ port: cms.port });
  expect(cms.asked).toEqual([]);
  await setOnline(copydesk, true);
  await untilPosts(cms.posts, [BRIDGE]);
  await page.getByText(`“${BRIDGE}” is on Báo Bình Phú now.`).waitFor();
  await expect.poll(() => waiting().count()).toBe(0);
});

test('What was to be published and waited over ten minutes asks once more; a draft does not', async () => {
  const { page } = copydesk;
  await setOnline(copydesk, false);
  const port = cms.port;
  await cms.close();
  await order(page, 'Published').then((dialog) => dialog.getByText(/no network/).waitFor());
  await page.keyboard.press('Escape');
  await openSample(page, FERRY);
  await order(page, 'Draft').then((dialog) => dialog.getByText(/no network/).waitFor());
  await page.keyboard.press('Escape');

  cms = await startWordPressWire({ port });
  await setClockOn(copydesk, 11);
  await setOnline(copydesk, true);
  await untilPosts(cms.posts, [FERRY]);
  await waiting().click();
  const item = outbox(page).getByRole('listitem', { name: new RegExp(`^${BRIDGE}`) });
  await item.getByText('It has waited 11 minutes. Publish it still?').waitFor();
  await shot(page, 'outbox-asks');
  expect(cms.posts).toHaveLength(1);
  await item.getByRole('button', { name: 'Publish now' }).click();
  await untilPosts(cms.posts, [FERRY, BRIDGE]);
  await expect.poll(() => cms.posts.map(({ status }) => status)).toEqual(['draft', 'publish']);
});

test('A server that is busy or broken is tried again by itself, later each time, and it says when', async () => {
  const { page } = copydesk;
  const dialog = await order(page, 'Draft', () =>
    cms.faults.push({ line: /users\/me/, status: 429, headers: { 'retry-after': '600' } }),
  );
  const told = dialog.getByText(/has too much to do and asked to wait\. Next try: (\d\d:\d\d:\d\d)/);
  const [hours = 0, minutes = 0, seconds = 0] =
    /Next try: (.*)\.$/
      .exec(await told.innerText())?.[1]
      ?.split(':')
      .map(Number) ?? [];
  const now = new Date();
  const ahead = ((hours - now.getHours()) * 60 + minutes - now.getMinutes()) * 60 + seconds - now.getSeconds();
  // The server's own wish: ten minutes, also across midnight.
  expect((ahead + 86_400) % 86_400).toBeGreaterThan(540);
  cms.faults.push({ line: /users\/me/, status: 503 });
  await dialog.getByRole('button', { name: 'Try now' }).click();
  await dialog.getByText(/has a fault of its own \(503\)\. Next try:/).waitFor();
  // Five seconds later it goes by itself.
  await untilPosts(cms.posts, [BRIDGE]);
  await dialog.getByText('It is on Báo Bình Phú now.').waitFor();
});

test('A server that never answers is given up after a time; the post that it made all the same is found, not made again', async () => {
  const { page } = copydesk;
  await copydesk.app.evaluate(() => {
    const patience = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (wait) => patience(Math.min(wait, 700));
  });
  cms.faults.push({ line: /^POST .*\/posts$/, done: 'silent' });
  const dialog = await order(page);
  await dialog.getByText(/cannot be reached\. Next try:/).waitFor();
  expect(cms.posts).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Try now' }).click();
  await dialog
    .getByText('It is on Báo Bình Phú now.')
    .or(dialog.getByText(/^Báo Bình Phú had all of it/))
    .waitFor();
  expect(cms.posts).toHaveLength(1);
  expect(cms.asked.filter((line) => line === 'POST /wp-json/wp/v2/posts')).toHaveLength(1);
});

test('A refusal stops it for a person, in words; told to go on it goes', async () => {
  const { page } = copydesk;
  cms.faults.push({ line: /^POST .*\/posts$/, status: 403 });
  const dialog = await order(page);
  await dialog.getByText(/It stands still until you decide: This user may not do that there/).waitFor();
  await shot(page, 'push-refused');
  await page.keyboard.press('Escape');
  await waiting().click();
  await outbox(page).getByRole('button', { name: 'Go on' }).click();
  await untilPosts(cms.posts, [BRIDGE]);
});

test('After the computer’s sleep it goes at once, whatever the wait was', async () => {
  const { page } = copydesk;
  // Three failures in a row: the next try would be twenty seconds away.
  const dialog = await order(page, 'Draft', () =>
    cms.faults.push(...Array.from({ length: 3 }, () => ({ line: /users\/me/, status: 500 }))),
  );
  await dialog.getByText(/Next try:/).waitFor();
  const asked = (): number => cms.asked.filter((line) => line.includes('users/me')).length;
  for (const left of [1, 0]) {
    await dialog.getByRole('button', { name: 'Try now' }).waitFor();
    const before = asked();
    await wake();
    await expect.poll(asked).toBe(before + 1);
    expect(cms.faults).toHaveLength(left);
  }
  await dialog.getByRole('button', { name: 'Try now' }).waitFor();
  await wake();
  await untilPosts(cms.posts, [BRIDGE]);
});

test('Killed in the middle of a push it goes on after the restart: one post, and the steps say how', async () => {
  const { page, app, home } = copydesk;
  cms.faults.push({ line: /^POST .*\/posts$/, done: 'silent' });
  await order(page);
  // The post is made; its answer never came.
  await expect.poll(() => cms.posts.length).toBe(1);
  const gone = new Promise((ended) => app.process().once('exit', ended));
  app.process().kill('SIGKILL');
  await gone;

  copydesk = await launchCopydesk({ home });
  await copydesk.page.locator('.editor-body').waitFor();
  await waiting().click();
  const item = outbox(copydesk.page).getByRole('listitem', { name: new RegExp(`^${BRIDGE}`) });
  // Without a keyring the password went with the program: it is asked for, and then the push goes on by itself.
  await item.getByText(/The password or key of “Báo Bình Phú” is not on this computer/).waitFor();
  await addSite(copydesk.page, cms.url, {}, SECRET);
  await outbox(copydesk.page)
    .getByText(/^Nothing waits/)
    .waitFor();
  await copydesk.page.keyboard.press('Escape');
  await untilPosts(cms.posts, [BRIDGE]);
  expect(cms.asked.filter((line) => line === 'POST /wp-json/wp/v2/posts')).toHaveLength(1);
  await openPush(copydesk.page).then((dialog) => dialog.getByText(/As it was sent\.$/).waitFor());
});

test('Stopped by hand it stands still; let be, it is forgotten and nothing was sent', async () => {
  const { page } = copydesk;
  const dialog = await order(page, 'Draft', () => cms.faults.push({ line: /users\/me/, done: 'silent' }));
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await dialog.getByText('It stands still until you decide: You stopped it.').waitFor();
  await dialog.getByRole('button', { name: 'Let it be' }).click();
  await dialog.getByText('A new post is made.').waitFor();
  expect(cms.posts).toEqual([]);
});
