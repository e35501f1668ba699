import type { Ref } from 'react';
import type { LibraryShown } from '../../state/use-library-shown.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
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
  const { settingsShown, versionsShown, pushing } = useRoom();
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
        {title !== '' && <SideButton panel="review" />}
        {title !== '' && <SideButton panel="preview" />}
        <ExportMenu button={exportButton} />
        <button
          type="button"
          className="button"
          title={words.push.open}
          aria-haspopup="dialog"
          disabled={title === ''}
          onClick={() => {
            pushing.shown.set('push');
          }}
        >
          <Icon name="send" />
          {words.push.button}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.versions.title}
          title={words.versions.title}
          aria-haspopup="dialog"
          disabled={title === ''}
          onClick={() => {
            versionsShown.set(true);
          }}
        >
          <Icon name="history" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.bar.settings}
          title={words.bar.settings}
          aria-haspopup="dialog"
          onClick={() => {
            settingsShown.set('you');
          }}
        >
          <Icon name="settings" />
        </button>
      </div>
    </header>
  );
}

/** Shows a panel beside the text, and puts it away again. */
function SideButton({ panel }: { panel: 'preview' | 'review' }) {
  const { side } = useRoom();
  const words = useWords()[panel];
  const isOpen = useStore(side, (shown) => shown === panel);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={words.title}
      title={words.open}
      aria-pressed={isOpen}
      onClick={() => {
        side.set(isOpen ? null : panel);
      }}
    >
      <Icon name={panel} />
    </button>
  );
}
