import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchCopydesk } from '../desktop/launch.ts';
import { deal } from './deal.ts';
import { SPOTS } from './spots.ts';
import { printTable, type Line } from './table.ts';
import { WAYS, type Hand } from './ways.ts';

let hand: Hand;
const lines: Line[] = [];

beforeAll(async () => {
  const { app, page } = await launchCopydesk();
  hand = { app, page, devtools: await page.context().newCDPSession(page) };
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

afterAll(() => printTable(lines));

describe.each(WAYS.map((way, number) => ({ way, dealt: deal(SPOTS, number) })))('$way.name', ({ way, dealt }) => {
  test.each(SPOTS.map((spot, index) => ({ spot, tasks: dealt[index]! })))('in $spot.name', async ({ spot, tasks }) => {
    const type = (sentence: string): Promise<void> => way.type(hand, sentence);
    const landed = await spot.run(hand.page, `${way.name}: ${spot.name}`, tasks, type);
    lines.push({ way: way.name, spot: spot.name, landed });
    expect(landed.length).toBeGreaterThan(0);
    const wrong = landed.filter(({ expected, actual }) => expected !== actual);
    expect(wrong.map(({ place, expected, actual }) => ({ place: place.name, expected, actual }))).toEqual([]);
  });
});
