import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchCopydesk, newFolder } from '../desktop/launch.ts';
import { ask } from '../desktop/newsroom.ts';
import { docx, picture, wp, wt } from '../host/import/a-docx.ts';
import { drivenCopydesk } from './packaged.ts';

test('the packaged program reads a Word document on its thread, which lies in the archive', async () => {
  const { app, page } = await launchCopydesk({ program: await drivenCopydesk() });
  await page.getByRole('option').first().waitFor();
  const file = join(newFolder(), 'bai.docx');
  const lead = '(TTV) - Sáng nay, 19/1, UBND tỉnh Bình Phú tổ chức lễ khởi công cầu Đông Hải, bắc qua sông Cái Sậy.';
  writeFileSync(file, docx(wp(wt('Khởi công cầu Đông Hải'), 'Title') + picture + wp(wt(lead))));
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Import an article…' }).click();
  const headline = page.getByRole('textbox', { name: 'Headline', exact: true });
  await expect.poll(() => headline.inputValue()).toBe('Khởi công cầu Đông Hải');
  const listed = async () => (await ask(page, 'stories.list')).find((story) => story.headline.startsWith('Khởi công'));
  await expect.poll(async () => (await listed())?.photo ?? null).toMatch(/^[0-9a-f]{64}$/);
});
