import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchCopydesk } from '../desktop/launch.ts';
import { openStoryOf, putCaret } from '../desktop/newsroom.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { costOf, measuring, medianOf, overTwoFrames, settled, typeKeys, type KeyCost } from './keys.ts';
import { asBody, longText } from './peers/long-text.ts';
import { openPeer, PEERS } from './peers/open-peer.ts';
import { blockAt, type Spot } from './peers/pages/peer.ts';

/** The part of a list that the environment asks for (`EDITORS=copydesk,prosemirror`), or all of it. */
function chosen<T extends string | number>(name: string, all: readonly T[]): readonly T[] {
  const wanted = process.env[name]?.split(',').map((one) => one.trim());
  const unknown = wanted?.filter((one) => !all.some((each) => String(each) === one)) ?? [];
  if (unknown.length > 0) throw new Error(`${name}: ${unknown.join(', ')} is none of ${all.join(', ')}`);
  return wanted ? all.filter((one) => wanted.includes(String(one))) : all;
}

/** A whole run takes three quarters of an hour; the environment asks for parts: SIZES, EDITORS, ROUNDS. */
const SIZES = chosen('SIZES', [50, 2000, 10_000]);
const EDITORS = chosen('EDITORS', ['copydesk', ...PEERS]);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const SPOTS = ['middle', 'end'] as const;
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
  await settled(page, devtools);
  for (const spot of SPOTS) {
    await toCaret(spot);
    // What is made at the first key, and drawn when a place is first seen, is not typing.
    await typeKeys(page, 12);
    cost.keys[spot].push(await costOf(page, devtools, () => typeKeys(page, KEYS)));
  }
  await toCaret('middle');
  cost.enters.push(
    await costOf(page, devtools, async () => {
      for (let n = 0; n < ENTERS; n++) await page.keyboard.press('Enter', { delay: 40 });
      return ENTERS;
    }),
  );
  await close();
}

const ms = (value: number): string => withUnit(value, 'ms');
const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)} times`;
/** A median of the rounds, with the least and the most where there were several. */
function ofRounds(runs: readonly KeyCost[], of: (run: KeyCost) => number): string {
  const values = runs.map(of);
  const median = ms(percentile(values, 0.5));
  return values.length > 1 ? `${median} (${ms(Math.min(...values))} to ${ms(Math.max(...values))})` : median;
}
const framesOf = (runs: readonly KeyCost[], share: number): number =>
  percentile(
    runs.flatMap(({ frames }) => frames),
    share,
  );

/** Writes a line: Copydesk's figure, its ratio to those it has goals for, and everybody else's. */
function line(
  what: string,
  size: number,
  runsOf: (cost: Cost) => KeyCost[],
  shown: (runs: KeyCost[]) => string,
  value: (runs: KeyCost[]) => number,
): void {
  const runs = (editor: Editor, at = size): KeyCost[] => runsOf(costAt(editor, at));
  const own = runs('copydesk');
  const ratios = (['prosemirror', 'codemirror'] as const)
    .filter((peer) => own.length > 0 && runs(peer).length > 0)
    .map((peer) => `Copydesk / ${peer} ${ratio(value(own), value(runs(peer)))}`);
  const short = SIZES[0]!;
  const growth =
    own.length > 0 && size !== short
      ? `; in ${short} paragraphs ${ms(value(runs('copydesk', short)))}: ${ratio(value(own), value(runs('copydesk', short)))}`
      : '';
  const others = EDITORS.filter((editor) => editor !== 'copydesk').map((peer) => `${peer} ${shown(runs(peer))}`);
  figure('typing', what, own.length > 0 ? `${shown(own)}${growth}` : 'not measured', [...others, ...ratios].join('; '));
}

test.each(SIZES)('keys in %i paragraphs, beside other editors', { timeout: 3_600_000 }, async (size) => {
  for (let turn = 0; turn < ROUNDS; turn++) {
    // The order turns, so that none has always the warmer or the cooler machine.
    const order = [...EDITORS.slice(turn), ...EDITORS.slice(0, turn)];
    for (const editor of order) await round(editor, size);
  }
  for (const spot of SPOTS) {
    const at = (cost: Cost): KeyCost[] => cost.keys[spot];
    const place = `a key in ${size} paragraphs, at the ${spot}`;
    line(
      `${place}: processor time of the window’s thread`,
      size,
      at,
      (runs) => ofRounds(runs, ({ work }) => work),
      (runs) => medianOf(runs, 'work'),
    );
    line(
      `${place}: of it in scripts`,
      size,
      at,
      (runs) => ofRounds(runs, ({ script }) => script),
      (runs) => medianOf(runs, 'script'),
    );
    line(
      `${place}, until the page is drawn with it: median`,
      size,
      at,
      (runs) => ms(framesOf(runs, 0.5)),
      (runs) => framesOf(runs, 0.5),
    );
    line(
      `${place}, until the page is drawn with it: slowest of twenty; keys over two frames`,
      size,
      at,
      (runs) => `${ms(framesOf(runs, 0.95))}, ${overTwoFrames(runs)}`,
      (runs) => framesOf(runs, 0.95),
    );
  }
  line(
    `Enter in ${size} paragraphs, in the middle, until the page is drawn: median`,
    size,
    ({ enters }) => enters,
    (runs) => ms(framesOf(runs, 0.5)),
    (runs) => framesOf(runs, 0.5),
  );
  for (const editor of EDITORS) {
    const { frames, count } = costAt(editor, size).keys.end[0]!;
    expect(frames.length).toBeGreaterThan(count * 0.9);
  }
});
