import { z } from '../base/schema.ts';

/** What Copydesk remembers about a person's choices; kept by electron-store, never holds text of stories or secrets. */
export const settingsSchema = z.object({
  /** Interface language; `system` follows the computer. */
  interfaceLanguage: z.enum(['system', 'en', 'vi']),
  /** Light or dark; `system` follows the computer. */
  theme: z.enum(['system', 'light', 'dark']),
  /** The story to open at start. */
  lastStory: z.string().nullable(),
  /** Whether the list of stories is shown beside the story. */
  isLibraryOpen: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  interfaceLanguage: 'system',
  theme: 'system',
  lastStory: null,
  isLibraryOpen: true,
};
