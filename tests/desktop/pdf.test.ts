import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchCopydesk, newFolder } from './launch.ts';
import { ask } from './newsroom.ts';

test('a story is laid out as PDF: tagged, titled, in its language, as often as it is asked for', async () => {
  const { app, page, close } = await launchCopydesk();
  await page.locator('.editor-body').waitFor();
  const sample = (await ask(page, 'stories.list')).find(({ headline }) => headline.includes('ferry'));
  if (!sample) throw new Error('the sample about the ferry is not there');
  const write = async (name: string): Promise<Buffer> => {
    const path = join(newFolder('pdf-'), name);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    expect(await ask(page, 'export.story', { id: sample.id, as: 'pdf' })).toMatchObject({ path });
    return readFile(path);
  };
  const pdf = await write('ferry.pdf');
  const source = pdf.toString('latin1');
  expect(source.startsWith('%PDF-1.')).toBe(true);
  expect(source).toMatch(/\/Marked true/);
  expect(source).toMatch(/\/Lang \(en/);
  expect(source).toMatch(/\/Title /);
  expect((await write('again.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  // The window that printed has gone, and the reporter's own is as it was.
  expect(app.windows()).toHaveLength(1);
  expect(page.url()).toBe('app://window/index.html');
  await close();
});
