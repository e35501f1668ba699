import type { Result } from '../base/result.ts';
import type { CropRatio } from '../story/photo-details.ts';
import type { Photo, Story } from '../story/schema.ts';
import type { ExportOption, ExportOptions } from './options.ts';
import type { ExportWords } from './words.ts';

/** The formats' ids, as in `copydesk export --to`, in the order in which they are offered. */
export const FORMAT_IDS = [
  'html',
  'html-single',
  'html-fragment',
  'docx',
  'pdf',
  'markdown',
  'text',
  'ninjs',
  'newsml-g2',
  'rss-item',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** A photo's picture at one size: the original, or a crop or smaller copy of it. */
export interface Rendition {
  /** SHA-256 of these bytes, in lower-case hex. */
  sha256: string;
  /** Media type (RFC 6838). */
  type: string;
  /** For places that want this ratio, cut for it; absent: as the photo is shown everywhere. */
  ratio?: CropRatio | undefined;
  /** Pixels, as displayed. */
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** A page to be printed: HTML without script, and the pictures that it names. Paper and margins are in its style (`@page`). */
export interface PrintJob {
  page: Uint8Array;
  pictures: readonly ExportedFile[];
}

/** What an export is made from. */
export interface ExportInput {
  story: Story;
  /** The original bytes of one of the story's pictures, by its id (SHA-256); undefined where they are not there. */
  media: (id: string) => Uint8Array | undefined;
  /**
   * What stands for a photo's original: its crop at one or several widths, in any order. Undefined or none: the original.
   * Several widths become the page's srcset; those of a certain ratio stand beside them for whoever asks for that.
   */
  renditions?: ((photo: Photo) => readonly Rendition[] | undefined) | undefined;
  /** What the person chose of `ExportFormat.options`, checked by `readOptions`. */
  options?: ExportOptions | undefined;
  /** Lays a page out as PDF; only the program with a window has one. */
  print?: ((job: PrintJob) => Promise<Result<Uint8Array>>) | undefined;
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
 * tests/unit/export/every-format.test.ts runs over all of them. The export dialog and the command line are made from
 * `exportFormats` in index.ts alone: labels for `id` and for each option's id are in the words of the window.
 *
 * Every format keeps these rules: the same input gives the same bytes; no text, caption or credit is lost; nothing in it
 * can run; the editor's note and the review state stay in the house.
 */
export interface ExportFormat {
  id: FormatId;
  /** A `folder` of files, of which the first is the one to open, or one `file`. */
  writes: 'folder' | 'file';
  /** Media type (RFC 6838) of the first file. */
  mediaType: string;
  /** The end of the first file's name, without the dot. */
  extension: string;
  /** Where its pictures go: files of a folder, within the file, or nowhere, since the format is words alone. */
  pictures: 'beside' | 'inside' | 'none';
  /** What the person may choose, in the order in which it is asked. */
  options: readonly ExportOption[];
  /** Whether it can hold comments and suggestions, and asks for them itself; all others get the story as it leaves the house. */
  mayReview?: boolean;
  /** Codes with which `write` can fail. */
  failures: readonly string[];
  write: (input: ExportInput) => Promise<Result<ExportedFile[]>>;
  /**
   * Whether these files are, to the byte, what this format once wrote of the story `storyId`, so that a new export may
   * take their place. Files that somebody has edited or added since are not. A format without it bears no mark to be
   * known by: only a person may say that its file can go.
   */
  wrote?: (files: readonly ExportedFile[], storyId: string) => Promise<boolean>;
}
