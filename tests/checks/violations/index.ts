import type { Engine } from '../engines.ts';
import { language } from './language.ts';
import { layers } from './layers.ts';
import { layout } from './layout.ts';
import { leftovers } from './leftovers.ts';
import { types } from './types.ts';
import type { Violation } from './violation.ts';

/** What each engine must catch. */
export const VIOLATIONS: Record<Engine, Violation[]> = {
  depcruise: layers,
  tsc: types,
  eslint: language,
  knip: leftovers,
  prettier: layout,
};
