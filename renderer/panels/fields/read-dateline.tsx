import { checkDateline, offsetsThere } from '../../../src/story/dateline.ts';
import { printOffset } from '../../../src/story/dateline-print.ts';
import type { StoryFields } from '../../../src/story/schema.ts';
import { Icon } from '../../ui/icons.tsx';
import { longWhen } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { Understood } from './understood.tsx';
import { useHouse } from '../../state/use-house.ts';

/** What a dateline was understood to say, or what cannot be right about its line or its mark. */
export function ReadDateline({ dateline, language }: { dateline: StoryFields['dateline']; language: string }) {
  const words = useWords().fields;
  const spoken = useLanguage();
  const house = useHouse();
  const { date, mark = '', place, source, text } = dateline;
  const setting = { house, place, source };
  for (const line of [text, mark]) {
    const warning = checkDateline(line, language, setting);
    if (!warning) continue;
    const there = (offsetsThere(line, language, setting) ?? []).map(printOffset).join(', ');
    return (
      <div className="field-warning">
        <Icon name="warning" />
        <span>{fill(words.datelineWarnings[warning], { there })}</span>
      </div>
    );
  }
  const when = date === null ? [] : longWhen(date, spoken);
  const parts = [place, source, ...when].filter(Boolean);
  return parts.length === 0 ? null : <Understood parts={parts} />;
}
