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
});
export type LanguageFiles = z.infer<typeof languageFilesSchema>;

export const languageCalls = {
  /**
   * What the newsroom says about language, kept in files of the data folder's `language/` that may be shared: does
   * something with them, and answers all of them as they are then. `read` does nothing, `learn` puts a word to one's own,
   * `show` opens the folder.
   * Fails with `language.write-failed`.
   */
  'language.files': call(
    z.discriminatedUnion('do', [
      z.object({ do: z.literal('read') }),
      z.object({ do: z.literal('learn'), word: z.string().min(1).max(100) }),
      z.object({ do: z.literal('show') }),
    ]),
    languageFilesSchema,
  ),
};
