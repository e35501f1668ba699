import type { StoryFields } from '../../../src/story/schema.ts';
import { useWords } from '../../words/use-words.ts';
import { Understood } from './understood.tsx';

/** Whom a byline was understood to name, in order, with what they did where that is not the ordinary thing. */
export function ReadByline({ byline }: { byline: StoryFields['byline'] }) {
  const words = useWords().fields;
  const { people, text } = byline;
  const parts = people.map(({ name, roles }) => {
    // A byline names reporters; only other work is worth the room.
    const isOrdinary = roles.every((role) => role === 'reporter');
    return [name, ...(isOrdinary ? [] : roles.map((role) => words.roles[role]))].join(', ');
  });
  // One plain name shows itself.
  return parts.length === 0 || parts.join() === text.trim() ? null : <Understood parts={parts} />;
}
