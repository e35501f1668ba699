import { now as thisInstant } from '../base/dates.ts';
import type { Story } from '../story/schema.ts';
import { findingKey, LEVELS, type Finding } from './finding.ts';
import { defaultHouseChecks, type HouseChecks } from './house.ts';
import type { CheckInput, OpenMark } from './input.ts';
import { commentsIn, suggestionsIn } from './read/review.ts';
import { rules } from './rules/index.ts';
import { isWithout, targetSet, type Target } from './targets.ts';

export interface CheckOptions {
  /** Where the story is to go: its set of rules, its limits. The story as such where it is not given. */
  target?: Target | null;
  /** The newsroom's choices. */
  house?: HouseChecks;
  /** RFC 3339; this computer's time where it is not given. */
  now?: string;
  /** Open comment threads and unresolved suggestions; those of the story where they are not given. */
  comments?: readonly OpenMark[];
  suggestions?: readonly OpenMark[];
  /** The story as it was last pushed to the target or pulled from it. */
  there?: Story | null;
  /** Pictures whose files are known not to be there. */
  missing?: ReadonlySet<string>;
}

/**
 * What is to be looked at before the story goes: errors first, then warnings and notes, each in the rules' order.
 * The story is only read. Blocks are remembered by identity, so that checking again after a key costs little.
 */
export function check(story: Story, options: CheckOptions = {}): Finding[] {
  const { target = null, house = defaultHouseChecks } = options;
  const input: CheckInput = {
    story,
    now: options.now ?? thisInstant(),
    target,
    required: [...new Set([...house.required, ...(targetSet(target).required ?? [])])],
    comments: options.comments ?? commentsIn(story),
    suggestions: options.suggestions ?? suggestionsIn(story),
    there: options.there ?? null,
    missing: options.missing ?? new Set(),
  };
  const findings = rules.flatMap((rule): Finding[] => {
    const level = house.levels[rule.id] ?? rule.level;
    if (level === 'off' || isWithout(target, rule.id)) return [];
    return rule.find(input).map((found) => ({ ...found, rule: rule.id, level, key: findingKey(rule.id, found) }));
  });
  return findings.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/**
 * What keeps the story from going there: the errors of that target alone. A push asks this before it asks the CMS, and
 * goes on only with an empty list.
 */
export function errorsFor(target: Target, story: Story, options: Omit<CheckOptions, 'target'> = {}): Finding[] {
  return check(story, { ...options, target }).filter(({ level }) => level === 'error');
}
