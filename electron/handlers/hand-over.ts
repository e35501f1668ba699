import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDay } from '../../src/base/dates.ts';
import { fail, ok, type Result } from '../../src/base/result.ts';
import { deskName, PACKAGE_TYPE } from '../../src/package/index.ts';
import { recordFile } from '../../src/review/index.ts';
import type { Story } from '../../src/story/schema.ts';
import { placeWritten } from '../services/exporter.ts';
import type { Library } from '../services/library.ts';
import { mailAddress, mailDraft } from '../services/mail-draft.ts';
import type { SharedDesk } from '../services/shared-desk/shared-desk.ts';

/** What the program's shell lends to handing a story over. */
export interface HandOverRoom {
  library: Library;
  desk: SharedDesk;
  language: () => 'en' | 'vi';
  /** What a mail to a colleague says. */
  mailWords: () => { mailSubject: string; mailText: string; mailAttach: string };
  /** The name of who works here. */
  me: () => string;
  /** A new folder for files on their way; it goes when the program ends. */
  folder: () => Promise<string>;
  /** Opens a file in the program that the system has for it; answers what was wrong, or nothing. */
  openFile: (path: string) => Promise<string>;
  openOutside: (address: string) => Promise<boolean>;
  showInFolder: (path: string) => void;
}

const fill = (sentence: string, about: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => about[name] ?? '');

/** Writes a story as a package to this path. */
type WritePackage = (id: string, path: string) => Promise<Result<{ path: string }>>;
type Written = Promise<Result<{ path: string }>>;

/** The ways of a story to another desk that ask for no place, and its record as a file. */
export interface HandOver {
  to: (way: 'desk' | 'mail' | 'mailto', id: string, write: WritePackage) => Written;
  record: (id: string, as: 'html' | 'json', place: { path: string; mayReplace: boolean }) => Written;
}

export function createHandOver(room: HandOverRoom): HandOver {
  /** The package in a folder of its own, under the name that it has on a desk. */
  async function packed(id: string, write: WritePackage): Promise<Result<{ path: string; story: Story }>> {
    const read = await room.library.read(id);
    if (!read.ok) return read;
    const { story } = read.value;
    const written = await write(id, join(await room.folder(), deskName(localDay(), story.headline, room.me(), 1)));
    return written.ok ? ok({ path: written.value.path, story }) : written;
  }
  async function byMail(path: string, { headline, review }: Story, isDraft: boolean): Written {
    const words = room.mailWords();
    const subject = fill(words.mailSubject, { headline, name: room.me() });
    const text = [fill(words.mailText, { headline }), review.note ?? ''].filter((line) => line !== '').join('\n\n');
    const name = path.split(/[\\/]/).at(-1) ?? path;
    if (isDraft) {
      const draft = `${path.slice(0, -'.story'.length)}.eml`;
      const attachment = { name, type: PACKAGE_TYPE, bytes: await readFile(path) };
      await writeFile(draft, await mailDraft({ subject, text, attachment }));
      if ((await room.openFile(draft)) === '') return ok({ path: draft });
    }
    // No program opens drafts: the file lies ready beside a mail that says what to attach.
    room.showInFolder(path);
    const asked = fill(words.mailAttach, { file: path });
    const isOpen = await room.openOutside(mailAddress({ subject, text: `${text}\n\n${asked}` })).catch(() => false);
    return isOpen && !isDraft
      ? ok({ path })
      : fail('mail.no-program', `no program opens mail drafts: ${path}`, { path });
  }
  return {
    async to(way, id, write) {
      const made = await packed(id, write);
      if (!made.ok) return made;
      const { path, story } = made.value;
      if (way !== 'desk') return byMail(path, story, way === 'mail');
      return room.desk.put(story, await readFile(path), localDay());
    },
    async record(id, as, { path, mayReplace }) {
      const read = await room.library.read(id);
      if (!read.ok) return read;
      return placeWritten(path, Buffer.from(recordFile(read.value.story, as, room.language())), mayReplace);
    },
  };
}
