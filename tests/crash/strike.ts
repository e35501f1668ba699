import { once } from 'node:events';
import { watch } from 'node:fs';
import { PHASES, type Deed, type Robot } from './robot.ts';

/** The robot works for at least, and at most, so many milliseconds before a kill that is aimed at nothing. */
const WORK_MS = [250, 2200] as const;
/** What a kill is aimed at has begun at most so many milliseconds before. */
const AIM_MS: Record<Deed, number> = { merge: 300, photo: 300, fold: 12, switch: 300, restore: 300 };
/** A robot that does not come to the deed is killed all the same, after so many milliseconds. */
const PATIENCE_MS = 15_000;

/** A kill waits for nothing but its moment. */
async function after(ms: number): Promise<void> {
  await once(AbortSignal.timeout(ms), 'abort');
}

/** Answers at a moment that nothing tells. */
export async function atRandom(random: () => number): Promise<void> {
  const [least, most] = WORK_MS;
  await after(least + Math.round(random() * (most - least)));
}

/** Answers when a file of the story is being written beside, which only a new generation of its files does. */
async function whenFolded(folder: string, random: () => number): Promise<void> {
  const kind = random() < 0.5 ? 'log' : 'snap';
  const watcher = watch(folder, { persistent: false });
  await new Promise<void>((answer) => {
    watcher.on('change', (_, name) => {
      if (new RegExp(`^${kind}\\.\\d+\\.new$`).test(String(name))) answer();
    });
  });
  watcher.close();
}

/** Answers while the robot is in the middle of a deed. Is to be asked before the robot begins to work. */
export async function whenInTheMiddle(robot: Robot, deed: Deed, folder: string, random: () => number): Promise<void> {
  const begun = robot
    .begins(PHASES[deed])
    .then(() => (deed === 'fold' ? whenFolded(folder, random) : undefined))
    .then(() => after(Math.round(random() * AIM_MS[deed])));
  await Promise.race([begun, after(PATIENCE_MS)]);
}
