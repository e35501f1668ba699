import type { Result } from '../base/result.ts';
import type { Story } from '../story/schema.ts';
import type { ExportWords } from './words.ts';

/** What an export is made from. */
export interface ExportInput {
  story: Story;
  /** The original bytes of one of the story's pictures, by its id (SHA-256); undefined where they are not there. */
  media: (id: string) => Uint8Array | undefined;
  /** The few words that a page adds to the story; by default those of the story's language. */
  words?: ExportWords;
}

/** One file of an export. `path` is relative, with forward slashes, of lower-case ASCII letters, digits, `-`, `.` and `/`. */
export interface ExportedFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * A form in which a story leaves Copydesk. One folder of src/export each, one line in index.ts; the suite in
 * tests/unit/export/every-format.test.ts runs over all of them.
 *
 * Every format keeps these rules: the same input gives the same bytes; no text, caption or credit is lost; nothing in it
 * can run; the editor's note and the review state stay in the house.
 */
export interface ExportFormat {
  /** As in `copydesk export --to`. */
  id: string;
  /** A `folder` of files, of which the first is the one to open, or one `file`. */
  writes: 'folder' | 'file';
  /** Media type (RFC 6838) of the first file. */
  mediaType: string;
  /** The end of the first file's name, without the dot. */
  extension: string;
  /** Codes with which `write` can fail. */
  failures: readonly string[];
  write: (input: ExportInput) => Promise<Result<ExportedFile[]>>;
  /**
   * Whether these files are, to the byte, what this format once wrote of the story `storyId`, so that a new export may
   * take their place. Files that somebody has edited or added since are not.
   */
  wrote: (files: readonly ExportedFile[], storyId: string) => Promise<boolean>;
}
