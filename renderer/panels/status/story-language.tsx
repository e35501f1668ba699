import { datelineOf } from '../../../src/story/dateline.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { useHouse } from '../../state/use-house.ts';
import { Icon } from '../../ui/icons.tsx';
import { offeredLanguages } from '../../words/languages.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** Chooses the story's language: for hyphenation, quotes, dates and the exported page's `lang`. */
export function StoryLanguage({ session }: { session: Session }) {
  const words = useWords().status;
  const spoken = useLanguage();
  const house = useHouse();
  const current = useStore(session.fields, ({ language }) => language);
  const dropped = useStore(useRoom().reader.languages);
  const names = new Intl.DisplayNames([spoken], { type: 'language', fallback: 'code' });
  return (
    <span className="status-language">
      <select
        className="select"
        aria-label={words.storyLanguage}
        title={words.storyLanguage}
        value={current}
        onChange={({ currentTarget: { value: language } }) => {
          const { dateline } = session.fields.get();
          // 05/06/2025 is another day in another language.
          session.setFields({ language, dateline: datelineOf(dateline, dateline.text, language, house) });
        }}
      >
        {offeredLanguages(current, dropped).map((tag) => (
          <option key={tag} value={tag}>
            {names.of(tag)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}
