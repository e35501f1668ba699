import { memo } from 'react';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** The list's name and the way to a new story, empty or from a house template; in the bin, the way back. */
export const LibraryHead = memo(function LibraryHead({
  isInBin,
  onNewStory,
}: {
  isInBin: boolean;
  onNewStory: () => void;
}) {
  const words = useWords().library;
  const { finder } = useRoom();
  return (
    <div className="library-head">
      {isInBin ? (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={words.bin.back}
            title={words.bin.back}
            onClick={() => {
              finder.isInBin.set(false);
            }}
          >
            <Icon name="back" />
          </button>
          <h2>{words.bin.label}</h2>
        </>
      ) : (
        <>
          <h2>{words.list}</h2>
          <div className="library-new">
            <button type="button" className="button" onClick={onNewStory}>
              <Icon name="plus" />
              <span>{words.newStory}</span>
            </button>
            <TemplateMenu />
          </div>
        </>
      )}
    </div>
  );
});

/** The house templates, those of the window's language first. */
function TemplateMenu() {
  const words = useWords().library;
  const language = useLanguage();
  const { desk, templates } = useRoom();
  const all = useStore(templates);
  const languages = [...new Set(all.map((template) => template.language))];
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const groups = languages
    .toSorted((a, b) => Number(b === language) - Number(a === language))
    .map((tag) => ({
      key: tag,
      label: names.of(tag),
      items: all
        .filter((template) => template.language === tag)
        .map(({ key, name }) => ({ key, label: name, lang: tag, choose: () => void desk.create(tag, key) })),
    }));
  return groups.length === 0 ? null : <Menu label={words.newFrom} icon="down" isIconOnly groups={groups} />;
}
