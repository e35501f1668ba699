import { z } from '../base/schema.ts';
import { newStoryId } from '../base/ids.ts';
import { now } from '../base/dates.ts';
import { createStory } from './create.ts';
import { blockSchema, storyFieldsSchema, type Story } from './schema.ts';

/** A house template as it lies in `assets/templates/<language>/<key>.json`: what a story of its kind begins with. */
export const templateSchema = z.object({
  /** What the reporter chooses it by. */
  name: z.string().min(1),
  fields: storyFieldsSchema.partial(),
  body: z.array(blockSchema).min(1),
});
export type Template = z.infer<typeof templateSchema>;

/** A new story that begins as the template says. */
export function storyFromTemplate({ fields, body }: Template, language: string): Story {
  return createStory({ ...fields, body, language });
}

/**
 * A new story made as another one is: its text to write over, its pictures, section, byline and keywords. What
 * belonged to that day (headline, standfirst, slug, dateline, times, state) begins anew.
 */
export function storyLike({ kicker, byline, sourceCredit, section, keywords, language, body, media }: Story): Story {
  return createStory({ kicker, byline, sourceCredit, section, keywords, language, body, media });
}

/** The same story once more, a draft of its own. `headline` is the copy's; what was said in review stays with the first. */
export function duplicateOf({ people: _, threads: __, record: ___, ...story }: Story, headline: string): Story {
  const at = now();
  return { ...story, id: newStoryId(), headline, review: { state: 'draft' }, createdAt: at, updatedAt: at };
}
