import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../src/base/result.ts';
import { normalise } from '../../src/base/text.ts';
import type { LanguageFiles, Shared } from '../../src/ipc/calls/language.ts';
import { loadStyle } from '../../src/language/style/load.ts';
import { nodeDisk } from './disk/disk.ts';
import { writeBeside } from './disk/write.ts';
import { systemCode } from './export/system-error.ts';

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
  async read(): Promise<Omit<LanguageFiles, 'done'>> {
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
    const text = await this.text('my-words.txt', LONGEST_TEXT);
    const clean = normalise(word).trim();
    if (clean === '' || wordsOf(text).includes(clean)) return ok(null);
    try {
      const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
      await this.write('my-words.txt', `${before}${clean}\n`);
      return ok(null);
    } catch (error) {
      return this.refused(error);
    }
  }

  /**
   * Takes a shared file in. Words come to those that are there; a file of rules stands for the one of the same name. Whether
   * its rules do what their examples say is seen where they are tried: no pattern of a stranger's is tried here.
   *
   * Fails with `language.unreadable`, `language.not-text`, `language.too-large`, `language.no-words`, `language.no-rules`
   * (`file`), `language.write-failed`.
   */
  async take(what: Shared, path: string): Promise<Result<Done>> {
    const file = basename(path);
    const text = await foreignText(path);
    if (!text.ok) return text;
    const count = what === 'words' ? wordsOf(text.value).length : rulesIn(text.value);
    if (count === 0)
      return fail(what === 'words' ? 'language.no-words' : 'language.no-rules', 'nothing in it', { file });
    const ready = await this.prepare();
    if (!ready.ok) return ready;
    try {
      if (what === 'style') await this.write(join('style', file.replace(/(?:\.json)?$/i, '.json')), text.value);
      else {
        const before = await this.text('house-words.txt', LONGEST_TEXT);
        const known = new Set(wordsOf(before));
        const added = wordsOf(text.value).filter((word) => !known.has(word));
        const gap = before === '' || before.endsWith('\n') ? '' : '\n';
        await this.write('house-words.txt', before + gap + added.map((word) => `${word}\n`).join(''));
      }
      return ok({ file, count });
    } catch (error) {
      return this.refused(error);
    }
  }

  /** Writes what is to be shared to a file outside. Fails with `language.not-given` (`path`, `reason`). */
  async give(what: Shared, path: string, text: string): Promise<Result<Done>> {
    try {
      await writeBeside(nodeDisk, path, new TextEncoder().encode(text));
      return ok({ file: basename(path), count: what === 'words' ? wordsOf(text).length : rulesIn(text) });
    } catch (error) {
      return fail('language.not-given', 'the disk refused the file', { path, reason: systemCode(error) });
    }
  }

  private async write(name: string, text: string): Promise<void> {
    await writeBeside(nodeDisk, join(this.folder, name), new TextEncoder().encode(text));
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
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((word) => word !== '' && word.length <= 100);
}

type Done = NonNullable<LanguageFiles['done']>;

/** How many rules a file of house style has that can be read; their patterns are not tried. */
function rulesIn(text: string): number {
  let count = 0;
  loadStyle(text, () => {
    count++;
    return false;
  });
  return count;
}

/** A file of somebody else's: UTF-8, with or without its mark. */
async function foreignText(path: string): Promise<Result<string>> {
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return fail('language.unreadable', String(error), { file });
  }
  if (bytes.length > LONGEST_TEXT) return fail('language.too-large', `${bytes.length} bytes`, { file });
  try {
    return ok(normalise(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    // Another encoding, or no text at all.
    return fail('language.not-text', 'not UTF-8', { file });
  }
}
