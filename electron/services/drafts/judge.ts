import { fileName } from './layout.ts';
import type { Generation } from './read-folder.ts';

/** What is wrong with a story's files, by name. A crash or a power cut leaves nothing wrong in this sense. */
export interface Verdict {
  /** Files whose bytes cannot be trusted. */
  damaged: string[];
  /** Files that must have been there. */
  missing: string[];
}

/** The mirror knows of something that the log must have had before it. */
function isBehindMirror({ log, mirror }: Generation): boolean {
  if (!log || !mirror) return false;
  return mirror.last > log.last || (mirror.isEnded && !log.isEnded && mirror.last >= log.last);
}

/**
 * Tells damage from what a crash leaves. The order in which a generation is written decides: its log, the end of the
 * log before, that log's mirror, its own mirror, its snapshot, the end of its log.
 */
export function judge(generations: readonly Generation[]): Verdict {
  const verdict: Verdict = { damaged: [], missing: [] };
  const withSnapshot = generations.filter((generation) => generation.snapshot).map(({ number }) => number);
  // What is older than the last two snapshots is only waiting to be removed.
  const floor = withSnapshot.at(-2) ?? generations[0]?.number ?? 0;
  for (const generation of generations) {
    const { number, snapshot, log, mirror } = generation;
    const next = generations.find((later) => later.number === number + 1);
    const isSealed = next?.snapshot !== undefined;
    if (snapshot?.isDamaged) verdict.damaged.push(fileName('snap', number));
    if (log && (log.state === 'damaged' || isBehindMirror(generation))) verdict.damaged.push(fileName('log', number));
    const mustMirror = isSealed && log?.state === 'whole' && log.isEnded && !isBehindMirror(generation);
    if (mirror && (mirror.state === 'damaged' || (mustMirror && !generation.isMirrored))) {
      verdict.damaged.push(fileName('mir', number));
    }
    if (number < floor) continue;
    if (!log) verdict.missing.push(fileName('log', number));
    if (!mirror && snapshot) verdict.missing.push(fileName('mir', number));
    if (!snapshot && (log?.isEnded || mirror?.isEnded) && !next) verdict.missing.push(fileName('snap', number));
  }
  return verdict;
}
