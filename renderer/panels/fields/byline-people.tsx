import { bylineOf, isDepartment, printByline } from '../../../src/story/byline.ts';
import { ROLES, type StoryFields } from '../../../src/story/schema.ts';
import type { Session } from '../../state/session.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';

interface BylinePeopleProps {
  session: Session;
  byline: StoryFields['byline'];
  language: string;
}

/** Those whom the byline names, with what each did; that can be printed in the byline too. */
export function BylinePeople({ session, byline, language }: BylinePeopleProps) {
  const { details: words, roles: named } = useWords().fields;
  const { people, text } = byline;
  if (people.length === 0) return null;
  const printed = printByline(people, language);
  const isNews = printed !== text && people.some(({ roles }) => roles.length > 0);

  function setRole(place: number, role: (typeof ROLES)[number], has: boolean): void {
    const changed = people.map((person, index) =>
      index === place
        ? { ...person, roles: ROLES.filter((one) => (one === role ? has : person.roles.includes(one))) }
        : person,
    );
    session.setFields({ byline: { text, people: changed } });
  }

  return (
    <fieldset className="detail byline-people">
      <legend>{words.people}</legend>
      {people.map(({ name, roles }, place) => (
        <div key={`${place} ${name}`} role="group" aria-label={name} className="byline-person">
          <span>
            {name}
            {isDepartment(name) && <small> {words.department}</small>}
          </span>
          {ROLES.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                checked={roles.includes(role)}
                onChange={(event) => setRole(place, role, event.currentTarget.checked)}
              />
              {named[role]}
            </label>
          ))}
        </div>
      ))}
      {isNews && (
        <button
          type="button"
          className="button"
          data-kind="outline"
          onClick={() => session.setFields({ byline: bylineOf(byline, printed) })}
        >
          {fill(words.printByline, { line: printed })}
        </button>
      )}
      <p>{words.peopleHint}</p>
    </fieldset>
  );
}
