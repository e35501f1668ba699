import type { Story } from '../../story/schema.ts';
import { slugify } from '../../story/slug.ts';

/** The post's slug: the story's own, else one made of its headline. */
export const slugOf = (story: Story): string => slugify(story.slug || story.headline) || story.id;
