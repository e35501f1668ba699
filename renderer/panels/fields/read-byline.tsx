import type { StoryFields } from '../../../src/story/schema.ts';
import { useWords } from '../../words/use-words.ts';
import { Understood } from './understood.tsx';

/** Whom a byline was understood to name, in order, with what they did where the line says so. */
export function ReadByline({ byline }: { byline: StoryFields['byline'] }) {
  const words = useWords().fields;
  const { people, text } = byline;
  const [first] = people;
  // One plain name shows itself.
  if (!first || (people.length === 1 && first.roles.length === 0 && first.name === text.trim())) return null;
  return (
    <Understood parts={people.map(({ name, roles }) => [name, ...roles.map((role) => words.roles[role])].join(', '))} />
  );
}
