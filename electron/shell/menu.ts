import { app, Menu } from 'electron';
import { menuTemplate, type MenuActions } from './menu-template.ts';
import type { ShellWords } from './words.ts';

/** Gives the program its menu in the interface's language. */
export function setMenu(words: ShellWords, actions: MenuActions): void {
  const { platform } = process;
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, actions, { platform, name: app.name })));
}
