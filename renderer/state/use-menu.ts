import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { EventData } from '../../src/ipc/contract.ts';
import type { EditorHandle } from '../editor/editor.tsx';
import { useRoom } from './room.ts';

interface MenuTargets {
  newStory: () => void;
  toggleLibrary: () => void;
  searchLibrary: () => void;
  editor: RefObject<EditorHandle | null>;
  exportButton: RefObject<HTMLButtonElement | null>;
}

const THEMES = ['system', 'light', 'dark'] as const;

/** Does what the application's menu says. */
export function useMenu({ newStory, toggleLibrary, searchLibrary, editor, exportButton }: MenuTargets): void {
  const { host, desk, preferences, settingsShown } = useRoom();

  const choose = useEffectEvent((choice: EventData<'menu.chosen'>) => {
    const { theme } = preferences.settings.get();
    switch (choice) {
      case 'new-story':
        newStory();
        break;
      case 'open-package':
        void desk.takeIn();
        break;
      case 'save-version':
        void desk.keepVersion();
        break;
      case 'save-copy':
        void desk.saveCopy();
        break;
      case 'insert-photo':
        editor.current?.choosePhotos();
        break;
      case 'export':
        exportButton.current?.click();
        break;
      case 'undo':
      case 'redo':
        // Fields are the browser's own controls and have its undo; the editor has its own.
        if (document.activeElement instanceof HTMLTextAreaElement) document.execCommand(choice);
        else editor.current?.[choice]();
        break;
      case 'toggle-library':
        toggleLibrary();
        break;
      case 'search-library':
        searchLibrary();
        break;
      case 'settings':
        settingsShown.set('you');
        break;
      case 'theme':
        preferences.choose({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] });
        break;
    }
  });

  useEffect(() => host.listen('menu.chosen', choose), [host]);
}
