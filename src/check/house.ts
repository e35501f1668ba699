import { fail, ok, type Result } from '../base/result.ts';
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

/** The switches that plain data holds; a member that is not there is the usual one. Fails with `check.bad-house`, its detail naming what is wrong. */
export function readHouseChecks(data: unknown): Result<HouseChecks> {
  const read = houseChecksSchema.partial().safeParse(data);
  if (read.success) return ok({ ...defaultHouseChecks, ...read.data });
  const [issue] = read.error.issues;
  return fail('check.bad-house', `${issue?.path.join('.') || 'file'}: ${issue?.message ?? 'no switches'}`);
}
