import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { EventData } from '../../src/ipc/contract.ts';
import type { EditorHandle } from '../editor/editor.tsx';
import { useWindowKeys } from '../ui/use-window-keys.ts';
import { useRoom } from './room.ts';

interface MenuTargets {
  newStory: () => void;
  toggleLibrary: () => void;
  searchLibrary: () => void;
  editor: RefObject<EditorHandle | null>;
  exportButton: RefObject<HTMLButtonElement | null>;
  find: (as: 'find' | 'replace') => void;
}

/** The keys of the panels at the page's right. */
const PANEL_KEYS: Partial<Record<string, EventData<'menu.chosen'>>> = { F7: 'checks', F8: 'preview' };

const THEMES = ['system', 'light', 'dark'] as const;

/** Does what the application's menu says. */
export function useMenu({ newStory, toggleLibrary, searchLibrary, editor, exportButton, find }: MenuTargets): void {
  const { host, desk, merging, preferences, settingsShown, versionsShown, side, pushing } = useRoom();

  function choose(choice: EventData<'menu.chosen'>): void {
    const { theme } = preferences.settings.get();
    switch (choice) {
      case 'new-story':
        newStory();
        break;
      case 'open-package':
        void merging.takeIn();
        break;
      case 'save-version':
        void desk.keepVersion();
        break;
      case 'save-copy':
        void desk.saveCopy();
        break;
      case 'import':
        void desk.import();
        break;
      case 'insert-photo':
        editor.current?.choosePhotos();
        break;
      case 'export':
        exportButton.current?.click();
        break;
      case 'push':
        if (desk.state.get().is === 'open') pushing.shown.set('push');
        break;
      case 'outbox':
      case 'pull':
        pushing.shown.set(choice);
        break;
      case 'undo':
      case 'redo':
        // Fields are the browser's own controls and have its undo; the editor has its own.
        if (document.activeElement instanceof HTMLTextAreaElement) document.execCommand(choice);
        else editor.current?.[choice]();
        break;
      case 'proof':
        side.set(side.get() === 'language' ? null : 'language');
        break;
      case 'find':
      case 'replace':
        find(choice);
        break;
      case 'toggle-library':
        toggleLibrary();
        break;
      case 'search-library':
        searchLibrary();
        break;
      case 'checks':
      case 'preview':
        side.set(side.get() === choice ? null : choice);
        break;
      case 'versions':
        if (desk.state.get().is === 'open') versionsShown.set(true);
        break;
      case 'settings':
        settingsShown.set('you');
        break;
      case 'about':
        settingsShown.set('about');
        break;
      case 'comment':
      case 'suggest':
      case 'next-mark':
      case 'previous-mark':
      case 'accept-selected':
      case 'reject-selected':
      case 'review':
        // The review beside the story hears these.
        break;
      case 'theme':
        preferences.choose({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] });
        break;
    }
  }

  const chosen = useEffectEvent(choose);
  useEffect(() => host.listen('menu.chosen', chosen), [host]);
  // The page hears these itself; the menu only shows them, but on a Mac, where the page never hears them.
  useWindowKeys((event) => {
    const choice =
      event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey
        ? undefined
        : PANEL_KEYS[event.key];
    // A dialog has the window to itself.
    if (choice === undefined || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    choose(choice);
  });
}
