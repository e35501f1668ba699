import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import type { ExportInput } from '../../../src/export/format.ts';
import { exportFormats } from '../../../src/export/index.ts';
import { decomposed } from '../story/decomposed.ts';
import { oneOfEverything, vietnamese } from './stories.ts';

const print: ExportInput['print'] = ({ page }) => Promise.resolve(ok(page));
const formats = exportFormats.map((format) => [format.id, format] as const);
const isText = (name: string): boolean => !/\.(?:jpe?g|png|webp|gif|avif)$/i.test(name);

it.each(formats)('%s is in NFC, though the story was taken apart', async (_, format) => {
  for (const input of [vietnamese, oneOfEverything]) {
    const made = await format.write({ print, ...input, story: decomposed(input.story) });
    if (!made.ok) throw new Error(made.failure.detail);
    const whole = made.value.filter(({ path }) => isText(path));
    const parts = whole.flatMap(({ path, bytes }) =>
      path.endsWith('.docx')
        ? Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'))
        : [[path, bytes] as const],
    );
    expect(parts.length).toBeGreaterThan(0);
    for (const [name, bytes] of parts) {
      const text = new TextDecoder().decode(bytes);
      expect(`${name}: ${text}`).toBe(`${name}: ${text.normalize('NFC')}`);
    }
  }
});
