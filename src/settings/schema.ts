import { z } from '../base/schema.ts';
import { caretSchema } from '../story/caret.ts';
import { CONDITIONS, usualRules } from '../review/states.ts';
import { defaultHouseChecks, houseChecksSchema } from '../check/house.ts';
import { defaultHouse, houseSchema } from './house.ts';

/** The colours that set people apart in versions, comments and suggestions; tokens.css has a `--person-<colour>` for each. */
export const PERSON_COLOURS = ['blue', 'teal', 'green', 'ochre', 'orange', 'red', 'pink', 'purple'] as const;

/** Who works at this computer. Empty texts mean not told. */
export const personSchema = z.object({
  /** What stories name them by in review; made with their first comment or suggestion, the same ever after. */
  id: z
    .string()
    .regex(/^[a-z0-9]{4,40}$/)
    .optional(),
  /** As it is to be shown beside their versions, comments and suggestions. */
  name: z.string().max(120),
  /** As their own hand would sign; `initialsOf` makes them where they are empty. */
  initials: z.string().max(12),
  colour: z.enum(PERSON_COLOURS),
});
export type DeskPerson = z.infer<typeof personSchema>;

/** What was chosen for one story. */
const storyChoicesSchema = z.object({
  /** The version that this person read last, by its hash. */
  read: z.string().optional(),
  /** Keys of findings of the checks that are not to be shown again. */
  ignored: z.array(z.string()).optional(),
  /** The format it was exported in last, and what was chosen of that format's options. */
  exportAs: z.string().optional(),
  exportOptions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** Remarks on spelling and style that are not to be made again, as `<rule> <what stands there>`. */
  remarksIgnored: z.array(z.string()).optional(),
});
/** Someone who reads stories out. */
export const presenterSchema = z.object({
  name: z.string().max(120),
  /** Syllables a minute. */
  pace: z.int().min(60).max(600),
});
export type Presenter = z.infer<typeof presenterSchema>;

/** What Copydesk remembers about a person's choices; never text of stories, never secrets. */
export const settingsSchema = z.object({
  /** Interface language; `system` follows the computer. */
  interfaceLanguage: z.enum(['system', 'en', 'vi']),
  /** Light or dark; `system` follows the computer. */
  theme: z.enum(['system', 'light', 'dark']),
  /** The story to open at start. */
  lastStory: z.string().nullable(),
  /** Where the caret was left in the last story, if it was moved after change `seq`. */
  lastCaret: z.object({ story: z.string(), seq: z.int(), caret: caretSchema }).nullable(),
  /** Whether the list of stories is shown beside the story. */
  isLibraryOpen: z.boolean(),
  /** Who works at this computer. */
  person: personSchema,
  /** What must be so before a story is approved. */
  approval: z.array(z.enum(CONDITIONS)),
  /** The names of those who may approve; none: everybody may. */
  approvers: z.array(z.string().max(120)).max(100),
  /** Whether an approved story that is changed is in review again. */
  reopensApproved: z.boolean(),
  /** Which checks the newsroom wants, and how loud. */
  checks: houseChecksSchema,
  /** How the newsroom signs, dates and sorts its stories. */
  house: houseSchema,
  /** What was chosen for single stories, by their ids. */
  stories: z.record(z.string(), storyChoicesSchema),
  /** Who reads stories out, for the time it takes them; the first one's time stands in the status line. */
  presenters: z.array(presenterSchema).min(1).max(20),
  /** Where house style puts the tone of oa, oe, uy: old hòa, new hoà, or as each writes it. */
  tonePlacement: z.enum(['any', 'old', 'new']),
  /** Whether unknown words are underlined. */
  checksSpelling: z.boolean(),
  /** Whether what house style would write differently is underlined. */
  checksStyle: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  interfaceLanguage: 'system',
  theme: 'system',
  lastStory: null,
  lastCaret: null,
  isLibraryOpen: true,
  person: { name: '', initials: '', colour: 'blue' },
  ...usualRules,
  approval: [...usualRules.approval],
  approvers: [...usualRules.approvers],
  checks: defaultHouseChecks,
  house: defaultHouse,
  stories: {},
  // A television newsreader's ordinary pace in Vietnamese.
  presenters: [{ name: '', pace: 210 }],
  tonePlacement: 'any',
  checksSpelling: true,
  checksStyle: true,
};
