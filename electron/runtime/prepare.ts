import type { Result } from '../../src/base/result.ts';
import { findElectron } from './find.ts';
import type { FoundElectron } from './found.ts';
import type { Machine } from './machine.ts';
import { sandboxAdvice } from './screen.ts';
import { readySystem } from './system.ts';

/** Finds Electron and makes sure that it can run here. Failure codes: those of findElectron and readySystem. */
export async function prepare(machine: Machine, { forTests }: { forTests: boolean }): Promise<Result<FoundElectron>> {
  const found = await findElectron(machine);
  if (!found.ok) return found;
  const ready = await readySystem(machine, found.value, forTests);
  if (!ready.ok) return ready;
  const advice = sandboxAdvice(machine, found.value);
  if (advice) machine.say(advice);
  return found;
}
