import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Failure } from '../../src/base/result.ts';
import { templateSchema, type Template } from '../../src/story/template.ts';

/** A house template with its key (`vi/tin-nhanh`) and the language it is written in. */
export interface HouseTemplate {
  key: string;
  language: string;
  template: Template;
}

/** The house templates of a folder: `<language>/<name>.json`, in the order of their names. One that cannot be read is told and left out. */
export async function readTemplates(folder: string, onTrouble: (failure: Failure) => void): Promise<HouseTemplate[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const keys = names
    .map((name) => name.replaceAll('\\', '/').replace(/\.json$/, ''))
    .filter((key) => key.includes('/'));
  const read = await Promise.all(
    keys.sort().map(async (key) => {
      try {
        const json: unknown = JSON.parse(await readFile(join(folder, `${key}.json`), 'utf8'));
        return { key, language: key.split('/')[0] ?? '', template: templateSchema.parse(json) };
      } catch (error) {
        onTrouble(fail('story.invalid', `template ${key}: ${(error as Error).message}`).failure);
        return null;
      }
    }),
  );
  return read.filter((template) => template !== null);
}
