import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { ExportInput } from '../../src/export/format.ts';
import { exportFormat } from '../../src/export/index.ts';
import { oneOfEverything, vietnamese } from '../unit/export/stories.ts';
import { bringAxe, faults } from './axe.ts';
import { openInBrowser } from './browser.ts';
import { newFolder } from './launch.ts';

it.each<[string, ExportInput, 'light' | 'dark']>([
  ['vietnamese', vietnamese, 'light'],
  ['one of everything', oneOfEverything, 'light'],
  ['one of everything', oneOfEverything, 'dark'],
])('an exported page has no fault that axe can see: %s', async (_, input, colorScheme) => {
  const made = await exportFormat('html')?.write(input);
  if (!made?.ok) throw new Error('nothing was written');
  const folder = newFolder('page-');
  for (const { path, bytes } of made.value) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const { browser, page } = await openInBrowser(join(folder, 'index.html'));
  await page.emulateMedia({ colorScheme });
  await bringAxe(page);
  expect(await faults(page)).toEqual([]);
  await browser.close();
});
