import { checkDateline } from '../../../src/story/dateline.ts';
import type { StoryFields } from '../../../src/story/schema.ts';
import { Icon } from '../../ui/icons.tsx';
import { longWhen } from '../../words/dates.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { Understood } from './understood.tsx';

/** What a dateline was understood to say, or what cannot be right about it. */
export function ReadDateline({ dateline, language }: { dateline: StoryFields['dateline']; language: string }) {
  const words = useWords().fields;
  const spoken = useLanguage();
  const warning = checkDateline(dateline.text, language);
  if (warning) {
    return (
      <div className="field-warning">
        <Icon name="warning" />
        <span>{words.datelineWarnings[warning]}</span>
      </div>
    );
  }
  const when = dateline.date === null ? [] : longWhen(dateline.date, spoken);
  const parts = [dateline.place, dateline.source, ...when].filter(Boolean);
  return parts.length === 0 ? null : <Understood parts={parts} />;
}
