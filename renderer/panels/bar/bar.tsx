import type { Ref } from 'react';
import { settingsSchema } from '../../../src/settings/schema.ts';
import type { LibraryShown } from '../../state/use-library-shown.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { Menu, type MenuGroup } from '../../ui/menu.tsx';
import { useWords } from '../../words/use-words.ts';
import { ExportMenu } from '../export/export-menu.tsx';

export interface BarProps {
  title: string;
  library: LibraryShown;
  onNewStory: () => void;
  exportButton: Ref<HTMLButtonElement>;
}

/** The bar over the page: the list of stories, what is open, export, settings. */
export function Bar({ title, library, onNewStory, exportButton }: BarProps) {
  const words = useWords();
  const label = library.isShown ? words.bar.hideLibrary : words.bar.showLibrary;
  return (
    <header className="bar" aria-label={words.bar.label}>
      <div className="bar-start">
        <button
          type="button"
          className="icon-button"
          aria-label={label}
          title={label}
          aria-expanded={library.isShown}
          onClick={library.toggle}
        >
          <Icon name="sidebar" />
        </button>
        {!library.isShown && (
          <button
            type="button"
            className="icon-button"
            aria-label={words.library.newStory}
            title={words.library.newStory}
            onClick={onNewStory}
          >
            <Icon name="plus" />
          </button>
        )}
      </div>
      {title === '' ? <span /> : <h1 className="bar-title">{title}</h1>}
      <div className="bar-end">
        <ExportMenu button={exportButton} />
        <SettingsMenu />
      </div>
    </header>
  );
}

function SettingsMenu() {
  const words = useWords().bar;
  const { preferences } = useRoom();
  const { theme, interfaceLanguage } = useStore(preferences.settings);
  const groups: MenuGroup[] = [
    {
      key: 'theme',
      label: words.theme,
      items: settingsSchema.shape.theme.options.map((choice) => ({
        key: choice,
        label: words.themes[choice],
        isChosen: choice === theme,
        choose: () => {
          preferences.choose({ theme: choice });
        },
      })),
    },
    {
      key: 'language',
      label: words.interfaceLanguage,
      items: settingsSchema.shape.interfaceLanguage.options.map((choice) => ({
        key: choice,
        label: words.interfaceLanguages[choice],
        isChosen: choice === interfaceLanguage,
        choose: () => {
          preferences.choose({ interfaceLanguage: choice });
        },
      })),
    },
  ];
  return <Menu label={words.settings} icon="settings" isIconOnly groups={groups} />;
}
