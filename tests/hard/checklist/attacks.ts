import type { Attack } from './target.ts';
import { onCode } from './on-code.ts';
import { onPages } from './on-pages.ts';
import { onPolicy } from './on-policy.ts';

/** The items that an attack on a running program tells of, all but 4 (another program) and 19 (fuses.test.ts). */
export const attacks: readonly Attack[] = [...onPages, ...onCode, ...onPolicy].sort((a, b) => a.item - b.item);
