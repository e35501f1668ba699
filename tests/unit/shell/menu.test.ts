import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/shell/menu-template.ts';
import { shellWords } from '../../../electron/shell/words.ts';

type MenuItem = ReturnType<typeof menuTemplate>[number];
const PLATFORMS = ['darwin', 'win32', 'linux'] as const;
const itemsOf = ({ submenu }: MenuItem): MenuItem[] => (Array.isArray(submenu) ? submenu : []);

function menus(platform: NodeJS.Platform, language: 'en' | 'vi' = 'en', chosen: string[] = []) {
  const actions = {
    choose: (choice: string) => void chosen.push(choice),
    showFolder: () => undefined,
    showLogs: () => void chosen.push('show-logs'),
  };
  return menuTemplate(shellWords(language), actions, { platform, name: 'Copydesk' });
}

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  it('holds the review with its keys, which a Mac takes from the menu and the others from the page', () => {
    const review = menus(platform).find(({ label }) => label === '&Review');
    const said = itemsOf(review ?? {}).filter(({ type }) => type !== 'separator');
    expect(said.map(({ id, accelerator }) => [id, accelerator])).toEqual([
      ['comment', 'CmdOrCtrl+Alt+M'],
      ['suggest', 'CmdOrCtrl+Shift+E'],
      ['next-mark', 'F9'],
      ['previous-mark', 'Shift+F9'],
      ['accept-selected', 'CmdOrCtrl+Alt+Y'],
      ['reject-selected', 'CmdOrCtrl+Alt+N'],
      ['review', 'CmdOrCtrl+F9'],
    ]);
    expect(new Set(said.map(({ registerAccelerator }) => registerAccelerator))).toEqual(
      new Set([platform === 'darwin']),
    );
  });

  it('has no key twice, a label for all that is no role of the system, and says what was chosen', () => {
    const chosen: string[] = [];
    const items = menus(platform, 'vi', chosen).flatMap(itemsOf);
    const keys = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    for (const { type, label } of items) if (type !== 'separator') expect(label).toBeTruthy();
    const own = items.filter(({ id }) => id !== undefined);
    for (const { click } of own) (click as unknown as () => void)();
    expect(chosen).toEqual(own.map(({ id }) => id));
  });
});

it('puts settings, about and quit where each system has them', () => {
  const labels = (platform: NodeJS.Platform, at: number): (string | undefined)[] =>
    itemsOf(menus(platform)[at] ?? {}).map(({ label }) => label);
  expect(menus('darwin')[0]?.label).toBe('Copydesk');
  expect(labels('darwin', 0)).toEqual(expect.arrayContaining(['About Copydesk', 'Settings…', 'Quit']));
  expect(labels('darwin', 1)).not.toContain('Quit');
  for (const platform of ['win32', 'linux'] as const)
    expect(labels(platform, 0)).toEqual(expect.arrayContaining(['Settings…', 'Quit']));
});
