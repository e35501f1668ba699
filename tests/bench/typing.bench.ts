import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchCopydesk } from '../desktop/launch.ts';
import { openStoryOf, putCaret } from '../desktop/newsroom.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { costOf, measuring, medianOf, typeKeys, type KeyCost } from './keys.ts';
import { asBody, longText } from './peers/long-text.ts';
import { openPeer, PEERS } from './peers/open-peer.ts';
import { blockAt, type Spot } from './peers/pages/peer.ts';

const SIZES = [50, 2000, 10_000] as const;
const SPOTS = ['middle', 'end'] as const;
const EDITORS = ['copydesk', ...PEERS] as const;
const ROUNDS = 3;
const KEYS = 100;
const ENTERS = 12;

type Editor = (typeof EDITORS)[number];

interface Cost {
  keys: Record<Spot, KeyCost[]>;
  enters: KeyCost[];
}
const costs = new Map<string, Cost>();

/** The costs of an editor at a length; none yet at first. */
function costAt(editor: Editor, size: number): Cost {
  const key = `${editor} ${size}`;
  const cost = costs.get(key) ?? { keys: { middle: [], end: [] }, enters: [] };
  costs.set(key, cost);
  return cost;
}

interface Opened {
  page: Page;
  toCaret: (spot: Spot) => Promise<void>;
  close: () => Promise<unknown>;
}

async function openWith(editor: Editor, size: number): Promise<Opened> {
  const blocks = longText(size);
  if (editor === 'copydesk') {
    const desk = await launchCopydesk();
    await openStoryOf(desk.page, `Dài ${size}`, asBody(blocks));
    const toCaret = (spot: Spot) => putCaret(desk.page, blockAt(spot, size), 'end');
    return { page: desk.page, toCaret, close: desk.close };
  }
  const { page, close } = await openPeer(editor);
  await page.evaluate((text) => {
    window.peer.mount(document.querySelector<HTMLElement>('#host')!, text);
  }, blocks);
  const toCaret = (spot: Spot) =>
    page.evaluate((where) => {
      window.peer.toCaret(where);
    }, spot);
  return { page, toCaret, close };
}

/** One round of keys in one editor at one length. */
async function round(editor: Editor, size: number): Promise<void> {
  const { page, toCaret, close } = await openWith(editor, size);
  const devtools = await measuring(page);
  const cost = costAt(editor, size);
  for (const spot of SPOTS) {
    await toCaret(spot);
    // What is made at the first key, and drawn when a place is first seen, is not typing.
    await typeKeys(page, 12);
    cost.keys[spot].push(await costOf(page, devtools, KEYS, () => typeKeys(page, KEYS)));
  }
  await toCaret('middle');
  cost.enters.push(
    await costOf(page, devtools, ENTERS, async () => {
      for (let n = 0; n < ENTERS; n++) await page.keyboard.press('Enter', { delay: 40 });
    }),
  );
  await close();
}

const ms = (value: number): string => withUnit(value, 'ms');
const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)} times`;
const work = (editor: Editor, size: number, spot: Spot): number => medianOf(costAt(editor, size).keys[spot], 'work');
const frame = (editor: Editor, size: number, spot: Spot, share: number): number =>
  percentile(
    costAt(editor, size).keys[spot].flatMap(({ frames }) => frames),
    share,
  );
const enter = (editor: Editor, size: number): number =>
  percentile(
    costAt(editor, size).enters.flatMap(({ frames }) => frames),
    0.5,
  );

test.each(SIZES)('keys in %i paragraphs, beside other editors', { timeout: 3_600_000 }, async (size) => {
  for (let turn = 0; turn < ROUNDS; turn++) {
    // The order turns, so that none has always the warmer or the cooler machine.
    const order = [...EDITORS.slice(turn), ...EDITORS.slice(0, turn)];
    for (const editor of order) await round(editor, size);
  }
  for (const spot of SPOTS) {
    const others = PEERS.map((peer) => `${peer} ${ms(work(peer, size, spot))}`).join(', ');
    figure(
      'typing',
      `a key in ${size} paragraphs, at the ${spot}: processor time of the window’s thread, median of ${ROUNDS} rounds`,
      `${ms(work('copydesk', size, spot))} (in ${SIZES[0]} paragraphs: ${ms(work('copydesk', SIZES[0], spot))}; ${ratio(work('copydesk', size, spot), work('copydesk', SIZES[0], spot))})`,
      `${others}; Copydesk / ProseMirror ${ratio(work('copydesk', size, spot), work('prosemirror', size, spot))}`,
    );
    const frames = (editor: Editor): string =>
      [0.5, 0.95].map((share) => ms(frame(editor, size, spot, share))).join(' / ');
    figure(
      'typing',
      `a key in ${size} paragraphs, at the ${spot}, until the page is drawn with it: median / slowest of twenty`,
      `${frames('copydesk')}; script ${ms(medianOf(costAt('copydesk', size).keys[spot], 'script'))}`,
      PEERS.map((peer) => `${peer} ${frames(peer)}`).join(', '),
    );
  }
  figure(
    'typing',
    `Enter in ${size} paragraphs, until the page is drawn: median`,
    ms(enter('copydesk', size)),
    PEERS.map((peer) => `${peer} ${ms(enter(peer, size))}`).join(', '),
  );
  expect(costAt('copydesk', size).keys.end.flatMap(({ frames }) => frames).length).toBeGreaterThan(KEYS * ROUNDS * 0.9);
});
