import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { launchCopydesk, newFolder } from './launch.ts';
import { openStoryOf, paragraphs } from './newsroom.ts';

const mounted: string[] = [];
const closed: string[] = [];
afterAll(() => {
  for (const folder of mounted) spawnSync('umount', ['--lazy', folder]);
  for (const folder of closed) setRights(folder, 0o700);
});

function setRights(folder: string, rights: number): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), rights);
  chmodSync(folder, rights);
}

/** A copy of a data folder that nobody can write: root may write anywhere, but not on a disk that is mounted so. */
function readOnlyCopy(home: string): string {
  const folder = newFolder('read-only-');
  if (process.getuid?.() === 0) {
    if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status !== 0)
      throw new Error('nothing can be mounted here');
    mounted.push(folder);
    cpSync(home, folder, { recursive: true });
    spawnSync('mount', ['-o', 'remount,ro', folder]);
  } else {
    cpSync(home, folder, { recursive: true });
    closed.push(folder);
    setRights(folder, 0o500);
  }
  return folder;
}

it('a data folder that cannot be written still shows its stories; what is typed can be saved elsewhere', async () => {
  const first = await launchCopydesk();
  await openStoryOf(first.page, 'Lũ lên nhanh', paragraphs(3));
  await first.close();

  const { app, page } = await launchCopydesk({ home: readOnlyCopy(first.home) });
  const alerts = page.getByRole('alert');
  await expect
    .poll(() => alerts.allInnerTexts())
    .toEqual([expect.stringMatching(/^Copydesk cannot write in its data folder “.+”. Your stories can be read/)]);
  await page.getByRole('option', { name: 'Lũ lên nhanh' }).click();
  await expect.poll(() => page.locator('.editor-body p').allInnerTexts()).toHaveLength(3);
  await page.getByRole('searchbox', { name: 'Search stories' }).fill('ven song');
  await expect.poll(() => page.getByRole('listbox', { name: 'Stories' }).getByRole('option').count()).toBe(1);

  // What is typed is not lost while the window is open, and told.
  await page.locator('.editor-body p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Hết.');
  const status = page.getByRole('status', { name: 'Save status' });
  await expect.poll(() => status.innerText()).toMatch(/^Not saved/);
  const copy = join(newFolder(), 'elsewhere.story');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, copy);
  await page.getByRole('button', { name: 'Save a copy elsewhere…' }).click();
  await expect.poll(() => readdirSync(join(copy, '..'))).toEqual(['elsewhere.story']);
  const { page: other } = await launchCopydesk({ args: [copy] });
  await expect.poll(() => other.title()).toBe('Lũ lên nhanh - Copydesk');
  expect(await other.locator('.editor-body p').last().innerText()).toMatch(/Hết\.$/);

  // Out of the list too, as it stands on the disk.
  const folder = newFolder('copied-out-');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, folder);
  await page.getByRole('option', { name: 'Lũ lên nhanh' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Web page in one file' }).click();
  await expect.poll(() => readdirSync(folder)).toEqual(['lu-len-nhanh.html']);
  await expect.poll(() => readFileSync(join(folder, 'lu-len-nhanh.html'), 'utf8')).toContain('Đoạn 2: nước lên nhanh');
  // It would ask about the words that it could not save.
  const program = app.process();
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
});
