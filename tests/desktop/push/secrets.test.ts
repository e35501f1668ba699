import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchCopydesk, type Copydesk } from '../launch.ts';
import { ask } from '../newsroom.ts';
import { chooseMenu, BRIDGE, openPush, openSample, order, untilPosts } from './desk.ts';
import { startKeyring, type Keyring } from './with-keyring.ts';
import { startWordPressWire, type WordPressWire } from './wordpress-wire.ts';
import { shot } from '../shot.ts';

/** Found anywhere but in the keyring, it has leaked. */
const CANARY = 'Kana rien Vogl 4711 ruft laut';
const FORMS = [CANARY, CANARY.replaceAll(' ', ''), Buffer.from(`ha:${CANARY}`).toString('base64')];

let cms: WordPressWire;
let copydesk: Copydesk;
let keyring: Keyring | null = null;

beforeEach(async () => {
  cms = await startWordPressWire();
});
afterEach(async () => {
  await copydesk.close();
  await keyring?.end();
  keyring = null;
  await cms.close();
});

/** Adds the site by hand, with its password typed into the window. */
async function addByHand(page: Page): Promise<void> {
  page.setDefaultTimeout(15_000);
  await page.locator('.editor-body').waitFor();
  await chooseMenu(copydesk, 'settings');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Sites' }).click();
  await settings.getByRole('textbox', { name: 'Address' }).fill(cms.url);
  await settings.getByRole('button', { name: 'Find the site' }).click();
  await settings.getByRole('textbox', { name: 'User name or e-mail' }).fill('ha');
  await settings.getByLabel('Application password').fill(CANARY);
  await settings.getByRole('button', { name: 'Add the site' }).click();
  await settings.getByRole('button', { name: 'Test the connection' }).click();
  await settings.getByText(/Signed in as Lê Hà/).waitFor();
}

/** The files under a folder that hold the canary in any form that it takes on its way. */
function leaks(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return leaks(path);
    if (!entry.isFile()) return [];
    const bytes = readFileSync(path);
    const isIn = FORMS.some((form) => bytes.includes(form) || bytes.includes(Buffer.from(form, 'utf16le')));
    return isIn ? [path] : [];
  });
}

/** The processes of the page in whose memory the canary stands. */
function pagesThatKnow(): number[] {
  const main = copydesk.app.process().pid ?? 0;
  const table = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args=']).toString().split('\n');
  const rows = table.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const below = new Set([String(main)]);
  for (const [, pid = '', parent = ''] of [...rows, ...rows]) if (below.has(parent)) below.add(pid);
  const pages = rows.flatMap(([, pid = '', , args = '']) =>
    below.has(pid) && args.includes('--type=renderer') ? [Number(pid)] : [],
  );
  expect(pages.length).toBeGreaterThan(0);
  return pages.filter(holdsCanary);
}

function holdsCanary(pid: number): boolean {
  const code = `
import re,sys
forms=[f.encode(c) for f in sys.argv[2:] for c in ('utf-8','utf-16-le')]
mem=open(f'/proc/{sys.argv[1]}/mem','rb')
for line in open(f'/proc/{sys.argv[1]}/maps'):
    at,rights=line.split()[:2]
    if not rights.startswith('rw'): continue
    a,b=(int(x,16) for x in at.split('-'))
    try: mem.seek(a); part=mem.read(b-a)
    except (OSError,ValueError,OverflowError): continue
    if any(f in part for f in forms): print('yes'); break
`;
  return execFileSync('python3', ['-c', code, String(pid), ...FORMS])
    .toString()
    .includes('yes');
}

test(
  'GNOME’s keyring keeps the password over a restart, and nothing else ever holds it',
  { timeout: 180_000 },
  async () => {
    keyring = await startKeyring();
    copydesk = await launchCopydesk({ env: keyring.env });
    expect(await copydesk.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe(
      'gnome_libsecret',
    );
    await addByHand(copydesk.page);
    expect(await copydesk.page.getByText(/has no keyring that Copydesk could use/).count()).toBe(0);
    const { home } = copydesk;
    await copydesk.close();

    copydesk = await launchCopydesk({ home, env: keyring.env });
    const { page } = copydesk;
    page.setDefaultTimeout(15_000);
    await openSample(page, BRIDGE);
    const dialog = await order(page);
    await dialog.getByText('It is on Báo Bình Phú now.').waitFor();
    await untilPosts(cms.posts, [BRIDGE]);
    const { sites = [], keepsSecrets } = await ask(page, 'sites.act', { do: 'list' });
    expect([sites.map(({ hasSecret }) => hasSecret), keepsSecrets]).toEqual([[true], true]);
    // What the window was ever told, its steps too.
    const { places = [] } = await ask(page, 'sites.act', { do: 'places', story: await storyOf(page) });
    const told = await Promise.all(
      (places[0]?.steps ?? []).map((_, number) =>
        ask(page, 'sites.act', { do: 'exchange', job: null, story: places[0]?.story, site: places[0]?.site, number }),
      ),
    );
    expect(told.length).toBeGreaterThan(5);
    for (const form of FORMS) expect(JSON.stringify([sites, places, told])).not.toContain(form);
    expect(leaks(home)).toEqual([]);
    expect(readFileSync(join(home, 'secrets.json'), 'utf8').length).toBeGreaterThan(20);
    if (process.getuid?.() === 0) expect(pagesThatKnow()).toEqual([]);
  },
);

test('Without a keyring the window says so, keeps the password until the program ends, and asks again after', async () => {
  copydesk = await launchCopydesk();
  expect(await copydesk.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe('basic_text');
  await addByHand(copydesk.page);
  await copydesk.page.getByText(/has no keyring that Copydesk could use/).waitFor();
  await shot(copydesk.page, 'no-keyring');
  const { home } = copydesk;
  expect(readdirSync(home)).not.toContain('secrets.json');
  expect(leaks(home)).toEqual([]);
  await copydesk.close();

  copydesk = await launchCopydesk({ home });
  const { page } = copydesk;
  page.setDefaultTimeout(15_000);
  await openSample(page, BRIDGE);
  await openPush(page).then((dialog) =>
    dialog.getByText(/The password or key of “Báo Bình Phú” is not on this computer\. Sign in again/).waitFor(),
  );
});

async function storyOf(page: Page): Promise<string> {
  const found = (await ask(page, 'stories.list')).find(({ headline }) => headline === BRIDGE);
  return found?.id ?? '';
}
