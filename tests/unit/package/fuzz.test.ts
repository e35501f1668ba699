import { expect, it } from 'vitest';
import { readPackage, writePackage } from '../../../src/package/index.ts';
import { oneOfEverything } from '../export/stories.ts';

const ROUNDS = 3000;

/** Numbers that are the same in each run, so that a failure can be repeated (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

const damages: Record<string, (bytes: Uint8Array, roll: (below: number) => number) => Uint8Array> = {
  'one bit turned': (bytes, roll) => {
    const copy = bytes.slice();
    const at = roll(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << roll(8));
    return copy;
  },
  'bytes overwritten': (bytes, roll) => {
    const copy = bytes.slice();
    for (let count = 1 + roll(40); count > 0; count--) copy[roll(copy.length)] = roll(256);
    return copy;
  },
  'a stretch of zeros': (bytes, roll) => {
    const at = roll(bytes.length);
    return bytes.slice().fill(0, at, at + 1 + roll(512));
  },
  'cut off': (bytes, roll) => bytes.slice(0, roll(bytes.length)),
  'its tail doubled': (bytes, roll) => {
    const tail = bytes.subarray(roll(bytes.length));
    const copy = new Uint8Array(bytes.length + tail.length);
    copy.set(bytes);
    copy.set(tail, bytes.length);
    return copy;
  },
  'a piece taken out': (bytes, roll) => {
    const at = roll(bytes.length);
    const rest = bytes.subarray(at + 1 + roll(64));
    const copy = new Uint8Array(at + rest.length);
    copy.set(bytes.subarray(0, at));
    copy.set(rest, at);
    return copy;
  },
  'its directory hit': (bytes, roll) => {
    const copy = bytes.slice();
    const near = copy.length - 1 - roll(Math.min(600, copy.length));
    copy[near] = roll(256);
    return copy;
  },
};

it(
  `reads exactly what was written, says what is missing, or refuses it, after each of ${ROUNDS} damages`,
  { timeout: 60_000 },
  async () => {
    const made = await writePackage(oneOfEverything);
    if (!made.ok) throw new Error(made.failure.detail);
    const whole = await readPackage(made.value);
    const kinds = Object.entries(damages);
    const tally = { same: 0, partly: 0, refused: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const roll = dice(round);
      const [kind, damage] = kinds[round % kinds.length] ?? ['', (bytes) => bytes];
      const read = await readPackage(damage(made.value, roll));
      if (read.ok && whole.ok) {
        const [{ missing, media, others, ...rest }, { media: pictures, missing: none, others: _, ...all }] = [
          read.value,
          whole.value,
        ];
        expect(rest, `${kind}, round ${round}`).toEqual(all);
        for (const [id, bytes] of media) expect(bytes, `${kind}, round ${round}`).toEqual(pictures.get(id));
        const lost = missing.filter(({ is }) => is === 'picture').length;
        expect(media.size + lost, `${kind}, round ${round}`).toBe(pictures.size);
        if (missing.length === 0) expect([missing, others.size]).toEqual([none, 0]);
        tally[missing.length === 0 ? 'same' : 'partly']++;
      } else if (!read.ok) {
        expect(read.failure.code, `${kind}, round ${round}`).toMatch(/^package[.](?:damaged|not-a-story|newer)$/);
        tally.refused++;
      }
    }
    // Most of a package's bytes matter; a few (dates, attributes) do not.
    expect(tally.same).toBeLessThan(ROUNDS * 0.1);
    expect(Math.min(...Object.values(tally))).toBeGreaterThan(0);
  },
);
