import { newId } from '../../src/base/ids.ts';
import { initialsOf } from '../../src/settings/person.ts';
import type { Colleague } from '../../src/story/review.ts';
import type { Preferences } from '../state/preferences.ts';

/** Who works here, as stories name them: their id is made once, with their first word in a review. */
export function meOf(preferences: Preferences): { id: string; colleague: Colleague } {
  const { person } = preferences.settings.get();
  let { id } = person;
  if (id === undefined) {
    id = newId(12);
    preferences.choose({ person: { ...person, id } });
  }
  return { id, colleague: { name: person.name, initials: initialsOf(person), colour: person.colour } };
}
