import { useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Modal } from '../../ui/modal.tsx';
import { useWords } from '../../words/use-words.ts';
import { settingsSections } from './sections.ts';
import './settings.css';

/** The settings: sections at the left (arrows, Home, End), what each offers beside them. Every choice counts at once. */
export function SettingsDialog() {
  const { settingsShown } = useRoom();
  const shown = useStore(settingsShown);
  return shown === null ? null : <OpenSettings shown={shown} />;
}

function OpenSettings({ shown }: { shown: string }) {
  const { settingsShown } = useRoom();
  const words = useWords();
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const section = settingsSections.find(({ key }) => key === shown) ?? settingsSections[0];
  // The dialog opens with the focus on its list, from where everything is a key away.
  useLayoutEffect(() => {
    tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);
  if (!section) return null;
  const { Panel, isReadOnly = false } = section;

  function move(event: KeyboardEvent): void {
    const here = settingsSections.findIndex(({ key }) => key === section?.key);
    const to = tabAfter(event.key, here, settingsSections.length);
    const next = to === null ? undefined : settingsSections[to];
    if (!next) return;
    event.preventDefault();
    settingsShown.set(next.key);
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to ?? 0]?.focus();
  }

  return (
    <Modal
      title={words.settings.title}
      className="settings"
      onClose={() => {
        settingsShown.set(null);
      }}
    >
      <div className="settings-sides">
        <div
          ref={tabs}
          className="settings-sections"
          role="tablist"
          aria-label={words.settings.sections}
          aria-orientation="vertical"
          tabIndex={-1}
          onKeyDown={move}
        >
          {settingsSections.map(({ key, title }) => (
            <button
              key={key}
              type="button"
              role="tab"
              id={`${id}-${key}`}
              className="settings-tab"
              aria-selected={key === section.key}
              aria-controls={`${id}-panel`}
              tabIndex={key === section.key ? 0 : -1}
              onClick={() => {
                settingsShown.set(key);
              }}
            >
              {title(words)}
            </button>
          ))}
        </div>
        <div
          key={section.key}
          id={`${id}-panel`}
          className="settings-panel"
          role="tabpanel"
          tabIndex={isReadOnly ? 0 : undefined}
          aria-labelledby={`${id}-${section.key}`}
        >
          <Panel />
        </div>
      </div>
    </Modal>
  );
}

function tabAfter(key: string, here: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (here + 1) % count;
    case 'ArrowUp':
      return (here + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
