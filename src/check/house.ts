import { z } from '../base/schema.ts';
import { CHECKED_FIELDS, LEVELS } from './finding.ts';

/** A newsroom's own choices: the level of each rule (or off), and the fields that may not be empty. */
export const houseChecksSchema = z.object({
  /** By rule id; a rule that is not named keeps its own level. */
  levels: z.record(z.string(), z.enum([...LEVELS, 'off'])),
  required: z.array(z.enum(CHECKED_FIELDS)),
});
export type HouseChecks = z.infer<typeof houseChecksSchema>;

export const defaultHouseChecks: HouseChecks = { levels: {}, required: ['headline', 'byline', 'body'] };
