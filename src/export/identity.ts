import type { Photo, Story } from '../story/schema.ts';

/** The story's name among all stories, the same in every export and whatever is chosen: `urn:x-copydesk:story:<id>`. */
export const storyUri = ({ id }: Pick<Story, 'id'>): string => `urn:x-copydesk:story:${id}`;

/** A photo's name within that. */
export const photoUri = (story: Pick<Story, 'id'>, { id }: Pick<Photo, 'id'>): string => `${storyUri(story)}:${id}`;

/** A number that grows with each change of the story: the second of its last one. */
export const versionNumber = ({ updatedAt }: Pick<Story, 'updatedAt'>): number =>
  Math.max(1, Math.floor(Date.parse(updatedAt) / 1000));

/** An instant as RFC 3339 asks for it, with seconds; its offset as it was written. */
export const instantText = (instant: string): string => instant.replace(/(T\d\d:\d\d)(?=Z|[+-])/, '$1:00');
