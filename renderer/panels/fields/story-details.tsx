import { useEffect, useId, useMemo, useRef } from 'react';
import { normalise } from '../../../src/base/text.ts';
import { withMarkOf } from '../../../src/story/dateline.ts';
import type { StoryFields } from '../../../src/story/schema.ts';
import { slugify } from '../../../src/story/slug.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { useWords } from '../../words/use-words.ts';
import { BylinePeople } from './byline-people.tsx';
import { InstantField } from './instant-field.tsx';
import { fieldId } from './order.ts';
import { useHouse } from '../../state/use-house.ts';

interface DetailProps {
  /** The field, where the checks may point at it. */
  name?: 'slug' | 'keywords';
  label: string;
  hint: string;
  value: string;
  onValue: (value: string) => void;
}

/** One line of the details. The control keeps what is typed until it is left; the story has it at each key. */
function Detail({ name, label, hint, value, onValue }: DetailProps) {
  const own = useId();
  const id = name ? fieldId(name) : own;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    if (element && element !== document.activeElement) element.value = value;
  }, [value]);
  return (
    <div className="detail">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        className="input"
        type="text"
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onValue(normalise(event.currentTarget.value).trim());
        }}
        onBlur={(event) => {
          event.currentTarget.value = value;
        }}
      />
      <p id={`${id}-hint`}>{hint}</p>
    </div>
  );
}

/** The newsroom's sections in their order, then those that stories here are in. */
function useSections(): { value: string }[] {
  const { library, preferences } = useRoom();
  const chosen = useStore(preferences.settings, ({ house }) => house.sections);
  const stories = useStore(library.stories);
  return useMemo(() => {
    const used = [...new Set(stories.map(({ section }) => section).filter(Boolean))].sort((a, b) => a.localeCompare(b));
    return [...new Set([...chosen, ...used])].map((value) => ({ value }));
  }, [chosen, stories]);
}

const URGENCIES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** What belongs to a story and is not printed on its page: the mark of the lead, slug, keywords, section, urgency, embargo, schedule. Shut until wanted. */
export function StoryDetails({ session, fields }: { session: Session; fields: StoryFields }) {
  const words = useWords().fields.details;
  const id = useId();
  const house = useHouse();
  const sections = useSections();
  const { dateline, embargo, keywords, language, schedule, section, slug, urgency } = fields;
  return (
    <details className="details">
      <summary>{words.title}</summary>
      <div className="details-lines">
        <Detail
          label={words.mark}
          hint={words.markHint}
          value={dateline.mark ?? ''}
          onValue={(mark) => session.setFields({ dateline: withMarkOf(dateline, mark, language, house) })}
        />
        <Detail
          name="slug"
          label={words.slug}
          hint={words.slugHint}
          value={slug}
          onValue={(typed) => session.setFields({ slug: slugify(typed) })}
        />
        <Detail
          name="keywords"
          label={words.keywords}
          hint={words.keywordsHint}
          value={keywords.join(', ')}
          onValue={(typed) => session.setFields({ keywords: [...new Set(typed.split(/\s*[,;]\s*/).filter(Boolean))] })}
        />
        <ComboBox
          id={fieldId('section')}
          label={words.section}
          hint={words.sectionHint}
          value={section}
          offered={sections}
          onValue={(typed) => session.setFields({ section: typed })}
        />
        <div className="detail">
          <label htmlFor={id}>{words.urgency}</label>
          <select
            id={id}
            className="select"
            data-kind="outline"
            value={urgency ?? ''}
            aria-describedby={`${id}-hint`}
            onChange={({ currentTarget: { value } }) =>
              session.setFields({ urgency: value === '' ? null : Number(value) })
            }
          >
            <option value="">{words.noUrgency}</option>
            {URGENCIES.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
          <p id={`${id}-hint`}>{words.urgencyHint}</p>
        </div>
        <InstantField
          name="embargo"
          label={words.embargo}
          hint={words.embargoHint}
          value={embargo}
          onValue={(instant) => session.setFields({ embargo: instant })}
        />
        <InstantField
          name="schedule"
          label={words.schedule}
          hint={words.scheduleHint}
          value={schedule}
          onValue={(instant) => session.setFields({ schedule: instant })}
        />
        <BylinePeople session={session} byline={fields.byline} language={language} />
      </div>
    </details>
  );
}
