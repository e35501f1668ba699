import type { MenuItemConstructorOptions } from 'electron';
import type { EventData } from '../../src/ipc/contract.ts';
import type { ShellWords } from './words.ts';

type Choice = EventData<'menu.chosen'>;

export interface MenuActions {
  /** A choice that the page acts on. */
  choose: (choice: Choice) => void;
  showFolder: () => void;
  showLogs: () => void;
}

/**
 * The application menu in the interface's language. Its keys keep clear of the editor's own (Ctrl+B I U K Z Y,
 * Ctrl+Shift+V, Ctrl+Alt+1-4, Ctrl+Shift+7-9); undo, redo and find only show theirs, since the page has them already.
 *
 * @param platform the system, and @param name the program's name, which the first menu of a Mac bears
 */
export function menuTemplate(
  words: ShellWords,
  { choose, showFolder, showLogs }: MenuActions,
  { platform, name }: { platform: NodeJS.Platform; name: string },
): MenuItemConstructorOptions[] {
  const item = (choice: Choice, label: string, accelerator?: string, own = true): MenuItemConstructorOptions => ({
    id: choice,
    label,
    accelerator,
    registerAccelerator: own,
    click: () => {
      choose(choice);
    },
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = platform === 'darwin';
  const about = item('about', words.about);
  const settings = item('settings', words.settings, 'CmdOrCtrl+,');
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q' };

  const mac: MenuItemConstructorOptions = {
    label: name,
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      line,
      quit,
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: [
      item('new-story', words.newStory, 'CmdOrCtrl+N'),
      item('open-package', words.openPackage, 'CmdOrCtrl+O'),
      item('import', words.import, 'CmdOrCtrl+Shift+O'),
      line,
      item('save-version', words.saveVersion, 'CmdOrCtrl+S'),
      item('versions', words.versions, 'CmdOrCtrl+Shift+H'),
      item('save-copy', words.saveCopy, 'CmdOrCtrl+Shift+S'),
      line,
      item('export', words.export, 'CmdOrCtrl+E'),
      item('push', words.push, 'CmdOrCtrl+Shift+G'),
      item('outbox', words.outbox),
      item('pull', words.pull),
      ...(isMac ? [] : [line, settings, line, quit]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      // The system's undo knows nothing of the editor's history: the page decides what to undo.
      item('undo', words.undo, 'CmdOrCtrl+Z', false),
      item('redo', words.redo, isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y', false),
      line,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      {
        role: 'pasteAndMatchStyle',
        label: words.pastePlain,
        accelerator: 'CmdOrCtrl+Shift+V',
        registerAccelerator: false,
      },
      line,
      { role: 'selectAll', label: words.selectAll },
      line,
      item('search-library', words.searchLibrary, 'CmdOrCtrl+Shift+F'),
      item('find', words.find, 'CmdOrCtrl+F', false),
      item('replace', words.replace, 'CmdOrCtrl+H', false),
      item('proof', words.proof, 'Shift+F7', false),
    ],
  };
  const insert: MenuItemConstructorOptions = {
    label: words.insert,
    submenu: [item('insert-photo', words.photo, 'CmdOrCtrl+Shift+P')],
  };
  const view: MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      item('toggle-library', words.toggleLibrary, 'CmdOrCtrl+Shift+L'),
      item('checks', words.checks, 'F7', false),
      item('preview', words.preview, 'F8', false),
      item('theme', words.theme),
      line,
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      line,
      { role: 'togglefullscreen', label: words.fullScreen },
    ],
  };
  // The page has these keys already; on a Mac the menu does.
  const review: MenuItemConstructorOptions = {
    label: words.review,
    submenu: [
      item('comment', words.comment, 'CmdOrCtrl+Alt+M', isMac),
      item('suggest', words.suggest, 'CmdOrCtrl+Shift+E', isMac),
      line,
      item('next-mark', words.nextMark, 'F9', isMac),
      item('previous-mark', words.previousMark, 'Shift+F9', isMac),
      line,
      item('accept-selected', words.acceptSelected, 'CmdOrCtrl+Alt+Y', isMac),
      item('reject-selected', words.rejectSelected, 'CmdOrCtrl+Alt+N', isMac),
      line,
      item('review', words.reviewPanel, 'CmdOrCtrl+F9', isMac),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: words.help,
    submenu: [
      { label: words.showFolder, click: showFolder },
      { id: 'show-logs', label: words.showLogs, click: showLogs },
      ...(isMac ? [] : [about]),
    ],
  };
  return [...(isMac ? [mac] : []), file, edit, insert, review, view, help];
}
