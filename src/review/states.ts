import { REVIEW_STATES, type Review, type ReviewState } from '../story/review.ts';

/** What must be so before a story may come to a state. `no-suggestions`: all are decided; `no-errors`: no check finds an error. */
export const CONDITIONS = ['no-suggestions', 'no-errors', 'not-author'] as const;
type Condition = (typeof CONDITIONS)[number];

/** One way from a state to another. */
interface Transition {
  from: ReviewState;
  to: ReviewState;
  needs: readonly Condition[];
}

const way = (from: ReviewState, to: ReviewState, ...needs: Condition[]): Transition => ({ from, to, needs });

/**
 * The usual ways of a story through the desk; the one table of them. What an editor does is not asked of the author (`not-author`),
 * where the newsroom wants so: see `allowed`.
 */
const TRANSITIONS: readonly Transition[] = [
  way('draft', 'ready'),
  way('draft', 'approved', 'no-suggestions', 'no-errors', 'not-author'),
  way('ready', 'draft'),
  way('ready', 'in-review'),
  way('ready', 'changes-asked'),
  way('ready', 'approved', 'no-suggestions', 'no-errors', 'not-author'),
  way('in-review', 'ready'),
  way('in-review', 'changes-asked'),
  way('in-review', 'approved', 'no-suggestions', 'no-errors', 'not-author'),
  way('changes-asked', 'ready'),
  way('changes-asked', 'draft'),
  way('approved', 'in-review'),
  way('approved', 'changes-asked'),
  way('pushed', 'corrected'),
  way('corrected', 'ready'),
  way('corrected', 'approved', 'no-suggestions', 'no-errors', 'not-author'),
  ...(['draft', 'ready', 'in-review', 'changes-asked', 'approved', 'pushed', 'corrected'] as const).map((from) =>
    way(from, 'killed'),
  ),
  way('killed', 'draft'),
];

/** What is the case, for the conditions. */
interface Case {
  openSuggestions: number;
  errors: number;
  isAuthor: boolean;
}

const UNMET: Record<Condition, (now: Case) => boolean> = {
  'no-suggestions': ({ openSuggestions }) => openSuggestions > 0,
  'no-errors': ({ errors }) => errors > 0,
  'not-author': ({ isAuthor }) => isAuthor,
};

/** Where a story can go from here, each with what stands in the way; `rules` are the conditions that this newsroom asks for. */
export function waysFrom(
  state: ReviewState,
  now: Case,
  rules: readonly Condition[],
): { to: ReviewState; unmet: Condition[] }[] {
  return REVIEW_STATES.flatMap((to) => {
    const transition = TRANSITIONS.find((one) => one.from === state && one.to === to);
    if (!transition) return [];
    return [{ to, unmet: transition.needs.filter((need) => rules.includes(need) && UNMET[need](now)) }];
  });
}

/** What an edit makes of the state: an approved story is in review again, one that went out is corrected. Null: it stays. */
export function stateAfterEdit({ state }: Review): ReviewState | null {
  if (state === 'approved') return 'in-review';
  return state === 'pushed' ? 'corrected' : null;
}

/** The usual conditions. Small newsrooms have reporters who approve their own: `not-author` is asked for in Settings. */
export const usualRules: readonly Condition[] = ['no-suggestions', 'no-errors'];
