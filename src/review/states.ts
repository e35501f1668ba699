import { REVIEW_STATES, type Review, type ReviewState } from '../story/review.ts';

/**
 * What a newsroom can ask for before a story is approved. `no-suggestions`: all are decided; `no-errors`: no check finds an error;
 * `not-author`: somebody else than its author approves it.
 */
export const CONDITIONS = ['no-suggestions', 'no-errors', 'not-author'] as const;
/** And `approver`: one of those who may approve does, where the newsroom named some. */
export const APPROVAL_CONDITIONS = [...CONDITIONS, 'approver'] as const;
type Condition = (typeof APPROVAL_CONDITIONS)[number];

/** What a newsroom asks for before an approval; part of the settings. */
export interface ApprovalRules {
  approval: readonly (typeof CONDITIONS)[number][];
  /** The names of those who may approve; none: everybody may. */
  approvers: readonly string[];
  /** Whether an approved story that is changed is in review again. */
  reopensApproved: boolean;
}

/** One way from a state to another. */
interface Transition {
  from: ReviewState;
  to: ReviewState;
  needs: readonly Condition[];
}

const way = (from: ReviewState, to: ReviewState, ...needs: Condition[]): Transition => ({ from, to, needs });

/** The ways of a story through the desk; the one table of them. Of a way's conditions those count that the newsroom asks for. */
const TRANSITIONS: readonly Transition[] = [
  way('draft', 'ready'),
  way('draft', 'approved', ...APPROVAL_CONDITIONS),
  way('ready', 'draft'),
  way('ready', 'in-review'),
  way('ready', 'changes-asked'),
  way('ready', 'approved', ...APPROVAL_CONDITIONS),
  way('in-review', 'ready'),
  way('in-review', 'changes-asked'),
  way('in-review', 'approved', ...APPROVAL_CONDITIONS),
  way('changes-asked', 'ready'),
  way('changes-asked', 'draft'),
  way('approved', 'in-review'),
  way('approved', 'changes-asked'),
  way('pushed', 'corrected'),
  way('corrected', 'ready'),
  way('corrected', 'approved', ...APPROVAL_CONDITIONS),
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
  /** The name of who would do it. */
  name: string;
}

const nameKey = (name: string): string => name.trim().normalize('NFC').toLowerCase();

const UNMET: Record<Condition, (now: Case, rules: ApprovalRules) => boolean> = {
  'no-suggestions': ({ openSuggestions }) => openSuggestions > 0,
  'no-errors': ({ errors }) => errors > 0,
  'not-author': ({ isAuthor }) => isAuthor,
  approver: ({ name }, { approvers }) => !approvers.some((one) => nameKey(one) === nameKey(name)),
};

/** Where a story can go from here, each with what stands in the way by this newsroom's rules. */
export function waysFrom(
  state: ReviewState,
  now: Case,
  rules: ApprovalRules,
): { to: ReviewState; unmet: Condition[] }[] {
  const asked: readonly Condition[] = [
    ...rules.approval,
    ...(rules.approvers.length > 0 ? (['approver'] as const) : []),
  ];
  return REVIEW_STATES.flatMap((to) => {
    const transition = TRANSITIONS.find((one) => one.from === state && one.to === to);
    if (!transition) return [];
    return [{ to, unmet: transition.needs.filter((need) => asked.includes(need) && UNMET[need](now, rules)) }];
  });
}

/** What an edit makes of the state: an approved story is in review again, if the newsroom wants so; one that went out is corrected. Null: it stays. */
export function stateAfterEdit({ state }: Review, reopensApproved = true): ReviewState | null {
  if (state === 'approved') return reopensApproved ? 'in-review' : null;
  return state === 'pushed' ? 'corrected' : null;
}

/** The usual conditions. Small newsrooms have reporters who approve their own: `not-author` is asked for in Settings. */
export const usualRules: ApprovalRules = {
  approval: ['no-suggestions', 'no-errors'],
  approvers: [],
  reopensApproved: true,
};
