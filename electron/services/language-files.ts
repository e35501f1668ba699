import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../src/base/result.ts';
import { normalise } from '../../src/base/text.ts';
import type { LanguageFiles } from '../../src/ipc/calls/language.ts';
import { nodeDisk } from './disk/disk.ts';
import { writeBeside } from './disk/write.ts';

/** Nothing that a newsroom writes by hand is longer, in bytes; a dictionary is. */
const LONGEST_TEXT = 4 * 1024 * 1024;
const LONGEST_DICTIONARY = 32 * 1024 * 1024;

/** The files of the data folder's `language/`. They are read anew each time: people edit them, and share them. */
export class LanguageFolder {
  private readonly folder: string;

  constructor(home: string) {
    this.folder = join(home, 'language');
  }

  get path(): string {
    return this.folder;
  }

  /** `my-words.txt` and `house-words.txt` (a word a line, # before a remark), `style/*.json`, `dictionaries/<language>.aff` and `.dic`. */
  async read(): Promise<LanguageFiles> {
    const styleNames = (await this.names('style')).filter((name) => name.endsWith('.json'));
    const affNames = (await this.names('dictionaries')).filter((name) => name.endsWith('.aff'));
    const styles = await Promise.all(
      styleNames.map(async (name) => ({ name, text: await this.text(join('style', name), LONGEST_TEXT) })),
    );
    const dictionaries = await Promise.all(
      affNames.map(async (name) => {
        const language = name.slice(0, -'.aff'.length).replaceAll('_', '-');
        const file = (suffix: string): Promise<string> =>
          this.text(join('dictionaries', name.replace(/aff$/, suffix)), LONGEST_DICTIONARY);
        return { language, aff: await file('aff'), dic: await file('dic') };
      }),
    );
    return {
      folder: this.folder,
      myWords: wordsOf(await this.text('my-words.txt', LONGEST_TEXT)),
      houseWords: wordsOf(await this.text('house-words.txt', LONGEST_TEXT)),
      styles,
      dictionaries: dictionaries.filter(({ aff, dic }) => aff !== '' && dic !== ''),
    };
  }

  /** Makes the folder with places for what may be dropped into it. Fails with `language.write-failed`. */
  async prepare(): Promise<Result<null>> {
    try {
      for (const name of ['style', 'dictionaries']) await mkdir(join(this.folder, name), { recursive: true });
      return ok(null);
    } catch (error) {
      return this.refused(error);
    }
  }

  /** Puts a word to one's own. Fails with `language.write-failed`. */
  async learn(word: string): Promise<Result<null>> {
    const ready = await this.prepare();
    if (!ready.ok) return ready;
    const path = join(this.folder, 'my-words.txt');
    const text = await this.text('my-words.txt', LONGEST_TEXT);
    const clean = normalise(word).trim();
    if (clean === '' || wordsOf(text).includes(clean)) return ok(null);
    try {
      const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
      await writeBeside(nodeDisk, path, new TextEncoder().encode(`${before}${clean}\n`));
      return ok(null);
    } catch (error) {
      return this.refused(error);
    }
  }

  private refused(error: unknown): Result<never> {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('language.write-failed', reason, { folder: this.folder });
  }

  private async names(within: string): Promise<string[]> {
    try {
      return (await readdir(join(this.folder, within))).sort();
    } catch {
      // Nobody has put anything there.
      return [];
    }
  }

  /** A file's text; '' where there is none or where it is too long to be one. */
  private async text(name: string, longest: number): Promise<string> {
    try {
      const bytes = await readFile(join(this.folder, name));
      return bytes.length > longest ? '' : normalise(new TextDecoder().decode(bytes));
    } catch {
      return '';
    }
  }
}

function wordsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((word) => word !== '' && word.length <= 100);
}
