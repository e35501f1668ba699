import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

const at = (instant: string | null): number => (instant === null ? NaN : Date.parse(instant));

/** When the story may go out: an embargo that is over, a schedule in the past, or both at once. */
const times: Rule = {
  id: 'release.times',
  level: 'error',
  codes: ['release.embargo-past', 'release.schedule-past', 'release.before-embargo', 'release.both'],
  find: ({ story, now }) => {
    const { embargo, schedule } = story;
    const present = at(now);
    const found: Found[] = [];
    if (at(embargo) <= present) {
      found.push({ code: 'release.embargo-past', place: { in: 'field', field: 'embargo' } });
    }
    if (at(schedule) <= present) {
      found.push({ code: 'release.schedule-past', place: { in: 'field', field: 'schedule' } });
    }
    if (embargo !== null && schedule !== null) {
      const code = at(schedule) < at(embargo) ? 'release.before-embargo' : 'release.both';
      found.push({ code, place: { in: 'field', field: 'schedule' } });
    }
    return found;
  },
};

export const releaseRules: readonly Rule[] = [times];
