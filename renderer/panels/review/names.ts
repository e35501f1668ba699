import type { Colleague } from '../../../src/story/review.ts';
import type { Words } from '../../words/en/index.ts';
import { fill } from '../../words/fill.ts';

export type People = Readonly<Record<string, Colleague>>;

/** What a person is called on a card. */
export function nameOf(people: People, id: string, me: string, words: Words['review']): string {
  const name = people[id]?.name || people[id]?.initials || words.nobody;
  return id === me ? fill(words.you, { name }) : name;
}
