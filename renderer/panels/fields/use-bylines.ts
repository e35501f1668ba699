import { useCallback, useRef } from 'react';
import type { StorySummary } from '../../../src/ipc/calls/stories.ts';
import type { HousePerson } from '../../../src/settings/house.ts';
import { parseByline } from '../../../src/story/byline.ts';
import { nameAtCaret, suggestBylines, type KnownByline } from '../../../src/story/byline-suggest.ts';
import { useRoom } from '../../state/room.ts';
import type { Offer } from './text-field.tsx';

/** The bylines of the newsroom's list, of the stories on this computer, and one's own. */
function knownBylines(people: readonly HousePerson[], own: string, stories: readonly StorySummary[]): KnownByline[] {
  const known = new Map<string, KnownByline>();
  for (const { byline, name, department } of people) {
    const about = [name, department].map((part) => part.trim()).filter(Boolean);
    if (byline.trim() !== '') known.set(byline.trim(), { name: byline.trim(), about: about.join(', '), stories: 0 });
  }
  if (own.trim() !== '') known.set(own.trim(), known.get(own.trim()) ?? { name: own.trim(), stories: 0 });
  for (const name of stories.flatMap(({ authors }) => authors)) {
    const one = known.get(name);
    if (one) one.stories++;
    else known.set(name, { name, stories: 1 });
  }
  return [...known.values()];
}

/** Suggests bylines while one is typed. The list is gathered when it is asked for, and again when something in it changed. */
export function useBylines(): (text: string, caret: number) => Offer {
  const { library, preferences } = useRoom();
  const gathered = useRef<{ from: readonly unknown[]; known: KnownByline[] } | null>(null);
  return useCallback(
    (text, caret) => {
      const { house, person } = preferences.settings.get();
      const stories = library.stories.get();
      const from = [house.people, person.name, stories];
      if (!gathered.current?.from.every((one, index) => one === from[index]))
        gathered.current = { from, known: knownBylines(house.people, person.name, stories) };
      const name = nameAtCaret(text, caret);
      const already = parseByline(text).map((one) => one.name);
      const offered = suggestBylines(gathered.current.known, name.typed, already);
      return {
        from: name.from,
        suggestions: offered.map(({ name: value, about }) => ({ value, ...(about && { note: about }) })),
      };
    },
    [library, preferences],
  );
}
