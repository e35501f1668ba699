import { once } from 'node:events';
import { expect, it } from 'vitest';
import { storyFolder } from '../../electron/services/drafts/layout.ts';
import { openDraftStore } from '../../electron/services/drafts/store.ts';
import { photosOf, blockText } from '../../src/story/walk.ts';
import type { Story } from '../../src/story/schema.ts';
import { launchCopydesk, newFolder, type Copydesk, type LaunchOptions } from '../desktop/launch.ts';
import { beginBody } from '../desktop/newsroom.ts';
import { dice } from '../host/drafts/typist.ts';
import { DEEDS, Robot, type Deed } from './robot.ts';
import { isLossAllowed, report, TARGETS, type Round, type Target } from './rounds.ts';
import { atRandom, whenInTheMiddle } from './strike.ts';

/** A story grows for so many rounds; then a new one is begun, so that windows open quickly. */
const ROUNDS_A_STORY = 25;
/** Every so many rounds begin with one of the rarer deeds. */
const DEED_EVERY = 2;
/** Which story is open, and where the caret rests, reach the disk within so many milliseconds; a kill before leaves what was. */
const CHOICE_MS = 1500;

interface Found {
  text: string;
  photos: number;
}

/** What is compared: the body's text without line breaks, and how many photos it has. */
const said = (story: Pick<Story, 'body'>): Found => ({
  text: story.body.map(blockText).join('').replaceAll('\n', ''),
  photos: photosOf(story).length,
});

/** The story as its files have it, read beside the program; `repair` says what an opening would tell of a repair. */
async function onDisk(home: string, id: string): Promise<Found & { repair: string }> {
  const read = await openDraftStore({ home }).read(id);
  if (!read.ok) throw new Error(`the story does not open: ${read.failure.code} ${read.failure.detail}`);
  const repair = read.value.notices.map(({ code, about }) => `${code} ${JSON.stringify(about)}`).join(', ');
  return { ...said(read.value.story), repair };
}

/** Ends a part of the program, or all of it, as nothing can resist; answers when that is gone. */
async function kill(desk: Copydesk, target: Target, page: number): Promise<void> {
  const program = desk.app.process();
  const { pid } = program;
  if (pid === undefined) throw new Error('the program has no process');
  if (target === 'window') {
    process.kill(page, 'SIGKILL');
    return;
  }
  const gone = once(program, 'exit');
  // Playwright starts it as the leader of a group of its own.
  process.kill(target === 'group' ? -pid : pid, 'SIGKILL');
  await gone;
}

/** The title of the window once it is back with its story after its page was killed; Playwright knows that page no more. */
async function titleComeBack({ app }: Copydesk): Promise<string> {
  const whenBack = `new Promise((resolve) => {
    const look = () => document.querySelector('.editor-body') && document.querySelector('.status-save')
      ? resolve(document.title)
      : requestAnimationFrame(look);
    look();
  })`;
  return app.evaluate(async ({ BrowserWindow }, script) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    await (globalThis as { isBack?: Promise<void> }).isBack;
    return (await window.webContents.executeJavaScript(script)) as string;
  }, whenBack);
}

interface Killed extends Round {
  /** The robot was leaving the story, or had just come back. */
  wasElsewhere: boolean;
}

/** Lets the robot work until the kill, and tells what is left. */
async function round(
  desk: Copydesk,
  {
    home,
    id,
    target,
    deed,
    wasElsewhere,
  }: { home: string; id: string; target: Target; deed: Deed | null; wasElsewhere: boolean },
  random: () => number,
): Promise<Killed> {
  const before = await onDisk(home, id);
  const robot = new Robot(desk, id, before, random);
  await robot.getReady(deed);
  const page = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    (globalThis as { isBack?: Promise<void> }).isBack = new Promise((resolve) => {
      contents?.once('did-finish-load', () => resolve());
    });
    return contents?.getOSProcessId();
  });
  if (page === undefined) throw new Error('the window has no process');
  const strike = deed ? whenInTheMiddle(robot, deed, storyFolder(home, id), random) : atRandom(random);
  const died = robot.work(deed).catch((error: unknown) => error);
  await strike;
  const at = performance.now();
  const during = robot.during;
  await kill(desk, target, page);
  await died;
  const found = await settledOnDisk(home, id);
  const done = robot.done.filter((action) => action.at <= at);
  const lost = done.filter(({ text, photos }) => text > found.text.length || photos > found.photos);
  const wrong = [
    robot.text.startsWith(found.text) ? '' : `found “…${found.text.slice(-40)}”, typed “…${robot.text.slice(-60)}”`,
    found.photos > robot.photos ? `${found.photos} photos of ${robot.photos}` : '',
  ];
  return {
    target,
    during,
    // Where it wrote nothing, the disk still knows what it knew before the caret was taken to the end.
    wasElsewhere: at - robot.moved < CHOICE_MS || (wasElsewhere && done.length === 0),
    done: done.length,
    lost: lost.length,
    lostFor: lost[0] ? at - lost[0].at : 0,
    wrong: wrong.filter(Boolean).join('; '),
  };
}

/** After the window alone was killed, the host may still be writing what it had been sent. */
async function settledOnDisk(home: string, id: string): Promise<Found> {
  let found = await onDisk(home, id);
  await expect
    .poll(async () => {
      const before = found;
      found = await onDisk(home, id);
      return found.text === before.text;
    })
    .toBe(true);
  return found;
}

/** Waits until the window shows the story where it was left, asks nothing, and takes keys at its end. */
async function showsAgain(desk: Copydesk, home: string, id: string, wasElsewhere: boolean): Promise<string> {
  const { page } = desk;
  const body = page.locator('.editor-body');
  await body.waitFor();
  if (wasElsewhere) {
    await page.locator(`[data-story="${id}"]`).click();
    await expect.poll(() => page.title()).toMatch(/^Bài /);
    await body.focus();
    await page.keyboard.press('Control+End');
  }
  await expect.poll(() => page.evaluate(() => document.activeElement?.className ?? '')).toContain('editor-body');
  const { text } = await onDisk(home, id);
  const shown = await page.evaluate(() => {
    const parts = document.querySelectorAll('.editor-body [data-lexical-text]');
    return [...parts].map((part) => part.textContent).join('');
  });
  const dialogs = await page.locator('dialog[open]').count();
  const notices = await page.locator('.notice').count();
  if (dialogs + notices > 0) return `the window opened with ${dialogs} questions and ${notices} messages`;
  return shown === text ? '' : `the window shows “…${shown.slice(-40)}”, the disk has “…${text.slice(-40)}”`;
}

/**
 * Kills Copydesk `rounds` times in the middle of work, on one data folder, and looks at what is left each time.
 *
 * @param program which Copydesk; the one that was built where none is given
 */
export function killRounds(
  rounds: number,
  seed: number,
  program: () => Promise<LaunchOptions['program']> = () => Promise.resolve(undefined),
): void {
  it(`keeps what was typed through ${rounds} kills`, { timeout: 60_000 + rounds * 30_000 }, async () => {
    const random = dice(seed);
    const home = newFolder('home-');
    let id = '';
    let wasElsewhere = false;
    const broken: Round[] = [];
    for (let n = 0; n < rounds; n++) {
      const target = TARGETS[Math.floor(random() * TARGETS.length)] ?? 'main';
      const packaged = await program();
      const desk = await launchCopydesk({ home, ...(packaged && { program: packaged }) });
      let told = '';
      // A story that was only just begun has its caret on the disk with the first key.
      const isBegun = n % ROUNDS_A_STORY > 0;
      const deed = isBegun && n % DEED_EVERY === 1 ? (DEEDS[Math.floor(n / DEED_EVERY) % DEEDS.length] ?? null) : null;
      if (isBegun) told = await showsAgain(desk, home, id, wasElsewhere);
      else id = await beginBody(desk.page, `Bài ${n} ${seed}`);
      const { wasElsewhere: isElsewhere, ...one } = await round(desk, { home, id, target, deed, wasElsewhere }, random);
      wasElsewhere = isElsewhere;
      if (target === 'window') {
        const title = await titleComeBack(desk);
        if (!title.startsWith('Bài ') && !wasElsewhere) told ||= `the window came back with “${title}”`;
        await kill(desk, 'group', 0);
      }
      // Only now does nobody write there any more.
      const { repair } = await onDisk(home, id);
      one.wrong = [one.wrong, told, repair && `it needed repair: ${repair}`].filter(Boolean).join('; ');
      report(one);
      if (one.wrong !== '' || !isLossAllowed(one)) broken.push(one);
    }
    expect(broken).toEqual([]);
  });
}
