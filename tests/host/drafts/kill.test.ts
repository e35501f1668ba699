import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newHome } from '../folder.ts';
import { draftsIn } from './drafts-in.ts';
import { dice, startingStory } from './typist.ts';

const robot = fileURLToPath(new URL('robot.ts', import.meta.url));
const ROUNDS = 24;

/** Lets the robot type until it has saved `changes` and some part of the next moment has gone by; then kills it. */
async function typeAndDie(
  home: string,
  id: string,
  seed: number,
  changes: number,
): Promise<{ saved: number; notices: string }> {
  const child = spawn(process.execPath, [robot, home, id, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const gone = once(child, 'exit');
  let [saved, count, notices] = [0, 0, ''];
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, number, told] = line.split(' ');
    if (word === 'opened') notices = told ?? '';
    saved = Math.max(saved, Number(number));
    if (word === 'saved' && ++count === changes) child.kill('SIGKILL');
  }
  const [, signal] = (await gone) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return { saved, notices };
}

it(
  `has every acknowledged change after each of ${ROUNDS} kills, and nothing to complain of`,
  { timeout: 120_000 },
  async () => {
    const home = await newHome();
    const story = startingStory();
    await draftsIn({ home }).create(story);
    const random = dice(77);
    let last = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const { saved, notices } = await typeAndDie(home, story.id, round, 1 + Math.floor(random() * 120));
      expect([notices, saved > last], `round ${round}`).toEqual(['0', true]);
      const found = await draftsIn({ home }).read(story.id);
      if (!found.ok) throw new Error(`round ${round}: ${found.failure.detail}`);
      expect(found.value.notices, `round ${round}`).toEqual([]);
      // What was acknowledged is there; a change or a burst that was on its way may be, too.
      expect(found.value.seq, `round ${round}`).toBeGreaterThanOrEqual(saved);
      expect(found.value.seq, `round ${round}`).toBeLessThanOrEqual(saved + 5);
      expect(found.value.story.slug, `round ${round}`).toBe(`tin-${found.value.seq}`);
      last = found.value.seq;
    }
  },
);
