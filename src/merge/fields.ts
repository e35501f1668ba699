import type { Deed, Thread } from '../story/review.ts';
import type { Person, StoryFields } from '../story/schema.ts';
import type { OnClash } from './flag.ts';
import { mergePlain } from './flow.ts';
import { byId, mergeMembers } from './members.ts';
import { mergeThreads, uniteRecords } from './threads.ts';
import type { Three } from './three.ts';
import { mergeProperties, mergeSet } from './values.ts';

/** Fields that are written in words, so that both wordings can be kept; the others are one thing or another. */
const WRITTEN = new Set<string>([
  'kicker',
  'headline',
  'standfirst',
  'sourceCredit',
  'editorNote',
] satisfies (keyof StoryFields)[]);

function mergePeople([base, first, second]: Three<Person[]>): Person[] {
  const nameOf = ({ name }: Person): string => name;
  const sides = [byId(base, first, nameOf), byId(base, second, nameOf)] as const;
  const order = mergeMembers(
    [base.length, first.length, second.length],
    sides,
    () => false,
    () => undefined,
  );
  const people = new Map<string, Person>();
  for (const [b, f, s] of order) {
    const [known, one, two] = [base[b], first[f], second[s]];
    const person = one ?? two;
    if (!person) continue;
    // Two may have added the same colleague.
    const [mine, theirs] = [one ?? people.get(person.name), two];
    const roles = mine && theirs ? mergeSet(known?.roles ?? [], mine.roles, theirs.roles) : (mine ?? person).roles;
    people.set(person.name, { ...person, roles });
  }
  return [...people.values()];
}

/** The merged fields; every other property of a story (its comments, or what a later Copydesk adds) by which side changed it. */
export function mergeFields<T extends StoryFields>(stories: Three<T>, onClash: OnClash): T {
  const [base, first, second] = stories;
  return mergeProperties(stories, { block: null, onClash }, (field, b, f, s) => {
    const tell: OnClash = (clash) => onClash({ ...clash, block: null, part: field });
    if (WRITTEN.has(field)) return { is: mergePlain([b, f, s] as unknown as Three<string>, tell) };
    switch (field) {
      case 'byline':
        return {
          is: {
            text: mergePlain([base.byline.text, first.byline.text, second.byline.text], tell),
            people: mergePeople([base.byline.people, first.byline.people, second.byline.people]),
          },
        };
      case 'dateline':
        return {
          is: mergeProperties(
            [base.dateline, first.dateline, second.dateline],
            { block: null, onClash: tell },
            (name) =>
              name === 'text'
                ? { is: mergePlain([base.dateline.text, first.dateline.text, second.dateline.text], tell) }
                : undefined,
          ),
        };
      case 'keywords':
        return { is: mergeSet(base.keywords, first.keywords, second.keywords) };
      case 'threads':
        return { is: mergeThreads([b, f, s].map((all) => (all ?? []) as Thread[]) as unknown as Three<Thread[]>) };
      case 'record':
        return { is: uniteRecords((f ?? []) as Deed[], (s ?? []) as Deed[]) };
      case 'people':
        return { is: { ...(s as object | undefined), ...(f as object | undefined) } };
      default:
        return undefined;
    }
  });
}
