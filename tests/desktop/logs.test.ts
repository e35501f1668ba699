import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { ask, beginBody } from './newsroom.ts';
import { addSite } from './push/desk.ts';

/** A sentence of a story: no log and no report of a crash may have it. */
const CANARY = 'Bà Tư hoàng yến kể chuyện đêm nước lên';

/** What lies under a folder, by file; none where there is no folder. */
const textsIn = (folder: string): { path: string; text: string }[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path, text: path + readFileSync(path, 'utf8') }));

const logOf = (home: string): string =>
  textsIn(join(home, 'logs'))
    .map(({ text }) => text)
    .join('');

/** Every save from now on fails as a disk does, and names a file that bears a headline; until it is mended again. */
async function breakDisk({ app }: Copydesk, words: string): Promise<() => Promise<void>> {
  await app.evaluate(async (_electron, text) => {
    const promises = process.getBuiltinModule('node:fs/promises');
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
    const refuse = (): Promise<never> =>
      Promise.reject(Object.assign(new Error(`EIO: i/o error, open '/media/usb/${text}.html'`), { code: 'EIO' }));
    const opened = await promises.open('/dev/null');
    const handle = Object.getPrototypeOf(opened) as object;
    await opened.close();
    const reals = [promises, handle].flatMap((of) =>
      ['open', 'write', 'writeFile', 'rename', 'sync', 'datasync']
        .filter((name) => name in of)
        .map((name) => ({ of, name, real: Reflect.get(of, name) as unknown })),
    );
    for (const { of, name } of reals) Reflect.set(of, name, refuse);
    syncBuiltinESMExports();
    const mend = (): void => {
      for (const { of, name, real } of reals) Reflect.set(of, name, real);
      syncBuiltinESMExports();
    };
    Object.assign(globalThis, { mend });
  }, words);
  return () =>
    app.evaluate(() => {
      (globalThis as unknown as { mend: () => void }).mend();
    });
}

test('whatever goes wrong, no words of a story reach a log or a crash report', { timeout: 120_000 }, async () => {
  const home = newFolder('home-');
  // Files of the data folder that somebody's sentence got into.
  for (const name of ['sites.json', 'desk.json', 'preferences.json']) writeFileSync(join(home, name), `{${CANARY}`);
  const copydesk = await launchCopydesk({ home });
  const { page, app } = copydesk;
  const id = await beginBody(page, CANARY);
  await page.keyboard.type(CANARY);

  // A site that answers what no site answers.
  const site = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(500).end(`<p>${CANARY}{"a":`));
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  await addSite(page, `http://127.0.0.1:${(site.address() as AddressInfo).port}`);
  const order = { status: 'draft', at: null, category: '', tags: [], excerpt: '', featured: null, author: '' };
  const push = { do: 'push', story: id, site: 'paper0001', order: { ...order, isSignificant: false }, over: null };
  await ask(page, 'sites.act', push);
  await expect
    .poll(async () =>
      (await ask(page, 'sites.act', { do: 'pushes' })).pushes?.some(({ state }) => state.is !== 'running'),
    )
    .toBe(true);

  // An import of what is no file of its kind, and an export to where nothing can lie.
  const broken = join(newFolder(), `${CANARY}.docx`);
  writeFileSync(broken, CANARY);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: `${path}/${path}` });
  }, broken);
  const call = (name: string, input: unknown): Promise<unknown> =>
    page.evaluate(([to, value]) => window.copydesk.call(to, value), [name, input] as const);
  expect(await call('export.story', { id, as: 'html' })).toMatchObject({ ok: false });
  expect(await call('import.package', {})).toBeTruthy();
  expect(await call('import.article', { [CANARY]: CANARY })).toMatchObject({ ok: false });
  expect(await call('stories.change', { id, seq: CANARY, change: CANARY })).toMatchObject({ ok: false });

  // Exceptions in the host that quote what it was at.
  await app.evaluate((_electron, words) => {
    setImmediate(() => {
      throw new Error(words, { cause: words });
    });
    void Promise.reject(new TypeError(`Unexpected token, "${words}" is not valid JSON`));
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever is thrown must be told.
    void Promise.reject({ words });
  }, CANARY);
  for (const told of [/uncaught[.] Error/, /unhandled[.] TypeError/, /unhandled[.] \(a thrown object/])
    await expect.poll(() => logOf(home)).toMatch(told);

  // The disk refuses what is typed; the page dies.
  const mend = await breakDisk(copydesk, CANARY);
  await page.getByRole('textbox', { name: 'Story body' }).click();
  await page.keyboard.type(CANARY);
  await expect.poll(() => page.getByRole('status', { name: 'Save status' }).textContent()).toMatch(/^Not saved/);
  await mend();
  await expect.poll(() => page.getByRole('status', { name: 'Save status' }).textContent()).toMatch(/^Saved/);
  await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const loaded = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()));
    window.webContents.forcefullyCrashRenderer();
    await loaded;
  });
  await expect.poll(() => logOf(home)).toMatch(/the page is gone: /);

  const reports = await app.evaluate(({ app: electron }) => electron.getPath('crashDumps'));
  await copydesk.close();
  await new Promise((done) => site.close(done));
  const log = logOf(home);
  for (const telling of ['sites.json is damaged', 'desk.json is damaged']) expect(log).toContain(telling);
  const holding = [join(home, 'logs'), reports].flatMap(textsIn).filter(({ text }) => text.includes('hoàng yến'));
  expect(holding.map(({ text }) => text.split('\n').filter((line) => line.includes('hoàng yến')))).toEqual([]);
});
