import type { Rule } from '../rule.ts';
import { captionNameRules } from './caption-names.ts';
import { dateRules } from './dates.ts';
import { fieldRules } from './fields.ts';
import { linkRules } from './links.ts';
import { nameRules } from './names.ts';
import { numberRules } from './numbers.ts';
import { photoRules } from './photos.ts';
import { placeholderRules } from './placeholders.ts';
import { quoteRules } from './quotes.ts';
import { releaseRules } from './release.ts';
import { reviewRules } from './review.ts';
import { sourceRules } from './sources.ts';
import { structureRules } from './structure.ts';
import { sumRules } from './sums.ts';

/** Every check, in the order in which findings of one level are shown. To add one: its entry, its fixtures, its sentences. */
export const rules: readonly Rule[] = [
  ...fieldRules,
  ...releaseRules,
  ...dateRules,
  ...placeholderRules,
  ...reviewRules,
  ...photoRules,
  ...captionNameRules,
  ...sourceRules,
  ...linkRules,
  ...nameRules,
  ...numberRules,
  ...sumRules,
  ...quoteRules,
  ...structureRules,
];
