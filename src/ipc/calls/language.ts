import { z } from '../../base/schema.ts';
import { call } from '../call.ts';

/** A text file of the folder, by its name. */
const fileSchema = z.object({ name: z.string(), text: z.string() });

const languageFilesSchema = z.object({
  /** Where they lie. */
  folder: z.string(),
  /** Words that are right: one's own, and the house's. */
  myWords: z.array(z.string()),
  houseWords: z.array(z.string()),
  /** Files of house style rules, each as it is written. */
  styles: z.array(fileSchema),
  /** Hunspell dictionaries that were dropped into the folder, beside those that come with Copydesk. */
  dictionaries: z.array(z.object({ language: z.string(), aff: z.string(), dic: z.string() })),
  /** What was taken in or given out: the file's name, and how many words or rules are in it. Null where nothing was. */
  done: z.object({ file: z.string(), count: z.int().nonnegative() }).nullable(),
});
export type LanguageFiles = z.infer<typeof languageFilesSchema>;

/** What newsrooms share by file: the house's words (a word a line), and rules of house style. */
const sharedSchema = z.enum(['words', 'style']);
export type Shared = z.infer<typeof sharedSchema>;

export const languageCalls = {
  /**
   * What the newsroom says about language, kept in files of the data folder's `language/` that may be shared: does
   * something with them, and answers all of them as they are then. `read` does nothing, `learn` puts a word to one's own,
   * `show` opens the folder. `take` asks for a file and takes it in: words come to those that are there, a file of rules
   * stands for the one of the same name. `give` asks for a place and writes `text` there.
   *
   * Fails with `language.write-failed`; `take` with `language.unreadable`, `language.not-text`, `language.too-large`,
   * `language.no-words`, `language.no-rules` (`file`); `give` with `language.not-given` (`path`, `reason`).
   */
  'language.files': call(
    z.discriminatedUnion('do', [
      z.object({ do: z.literal('read') }),
      z.object({ do: z.literal('learn'), word: z.string().min(1).max(100) }),
      z.object({ do: z.literal('show') }),
      z.object({ do: z.literal('take'), what: sharedSchema }),
      z.object({ do: z.literal('give'), what: sharedSchema, text: z.string().max(4 * 1024 * 1024) }),
    ]),
    languageFilesSchema,
  ),
};
