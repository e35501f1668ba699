import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import type { ExportFormat, ExportInput } from '../../../src/export/format.ts';
import { exportFormats } from '../../../src/export/index.ts';
import type { ExportOption, ExportOptions } from '../../../src/export/options.ts';
import { readPackage } from '../../../src/package/index.ts';
import { GOLDEN, goldenFiles, readGolden, writeGolden } from './golden.ts';
import { oneOfEverything } from './stories.ts';

/** UPDATE_GOLDEN=1 npm run test:unit -- golden */
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

async function sample(name: string): Promise<ExportInput> {
  const read = await readPackage(
    readFileSync(fileURLToPath(new URL(`../../../assets/stories/${name}.story`, import.meta.url))),
  );
  if (!read.ok) throw new Error(read.failure.detail);
  const { story, media } = read.value;
  return { story, media: (id) => media.get(id) };
}

/** Every option of a format set to something that is not its default. */
function otherwise(options: readonly ExportOption[]): ExportOptions {
  const value = (option: ExportOption): string | number | boolean => {
    switch (option.kind) {
      case 'switch':
        return !option.default;
      case 'text':
        return 'Eastbridge Wire';
      case 'address':
        return 'https://news.example/market/';
      case 'choice':
        return option.choices.at(-1) ?? option.default;
      case 'number':
        return option.min;
    }
  };
  return Object.fromEntries(options.map((option) => [option.id, value(option)]));
}

const stories: Record<string, (format: ExportFormat) => ExportInput> = {
  'one-of-everything': () => oneOfEverything,
  'one-of-everything-with-options': ({ options }) => ({ ...oneOfEverything, options: otherwise(options) }),
};
for (const name of ['cau-vam-xang', 'hand-cranked-ferry']) {
  const input = await sample(name);
  stories[name] = () => input;
}

describe.each(exportFormats.map((format) => [format.id, format] as const))('golden files: %s', (id, format) => {
  it.each(Object.entries(stories))('%s', async (name, inputOf) => {
    const made = await format.write({ print: ({ page }) => Promise.resolve(ok(page)), ...inputOf(format) });
    if (!made.ok) throw new Error(made.failure.detail);
    const folder = join(GOLDEN, name, id);
    const files = goldenFiles(made.value);
    if (isUpdate) writeGolden(folder, files);
    expect(files).toEqual(readGolden(folder));
  });
});
