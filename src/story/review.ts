import { z } from '../base/schema.ts';

const instant = z.iso.datetime({ offset: true });
/** The name of a person, thread, entry, suggestion or deed: random, unique within a story's whole history. */
const id = z.string().regex(/^[a-z0-9]{4,40}$/);

/** Where a story stands on its way to readers. */
export const REVIEW_STATES = [
  'draft',
  'ready',
  'in-review',
  'changes-asked',
  'approved',
  'pushed',
  'corrected',
  'killed',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/**
 * Where the story stands, who brought it there, and what the desk asks for. `draft`: being written; `ready`: waits for an editor;
 * `in-review`: an editor has it; `changes-asked`: back with its author; `approved`: may go; `pushed`: went to a CMS;
 * `corrected`: changed after it went; `killed`: must not be used (IPTC pubStatus `canceled`). The first and last keep their
 * names for ever. Nothing of it is ever exported.
 */
export const reviewSchema = z.object({
  state: z.enum(REVIEW_STATES),
  /** Who moved it to this state (a key of the story's `people`), and when. */
  by: id.optional(),
  at: instant.optional(),
  /** The name of the one whose turn it is. */
  assignee: z.string().max(120).optional(),
  /** When it must be done. */
  deadline: instant.optional(),
  /** A word to the desk. */
  note: z.string().max(2000).optional(),
});

/** Someone who wrote, commented, suggested or decided in the story; its key in `people` is what marks name them by. */
const colleague = z.object({
  name: z.string().max(120),
  initials: z.string().max(12),
  /** One of PERSON_COLOURS in src/settings; another Copydesk may know more. */
  colour: z.string().max(24),
});

/** Who made a mark, and when; `id` names the suggestion, which may be of several marks. */
const mark = z.object({ id, by: id, at: instant });

/**
 * What review says of a run. `comments` are the threads whose words these are: they stand in the stored text and follow it
 * through editing, splitting and merging. The other three stand only in a story that `storyAs(story, 'marks')` made, never
 * in a stored one: what a suggestion would put in, take out, or draw otherwise (`was` is how it is drawn now).
 */
export const runMarks = {
  comments: z.array(id).min(1).optional(),
  inserted: mark.optional(),
  deleted: mark.optional(),
  changed: mark
    .extend({ was: z.object({ marks: z.array(z.string()).optional(), href: z.string().optional() }) })
    .optional(),
};

/**
 * What a suggestion would do to a block, list item or photo; it stands only in a story that `storyAs(story, 'marks')` made. For a
 * text (paragraph, subhead, quote, list item) `inserted` and `deleted` speak of its end, as Word's paragraph mark: an inserted end is a
 * split, a deleted one a join with what follows; of a text that is new or gone as a whole the words are marked too. `changed`: it
 * becomes this; `was` holds those of its members that are otherwise now (a subhead's `type`, a photo's `credit`).
 * `moved`: the same block stands elsewhere as its other half, under the same id of suggestion.
 */
export const suggestedSchema = mark.extend({
  is: z.enum(['inserted', 'deleted', 'changed']),
  was: z.record(z.string(), z.unknown()).optional(),
  moved: z.boolean().optional(),
});

/** One contribution to a thread. */
const entry = z.object({
  id,
  by: id,
  at: instant,
  /** Plain text; `@` and a name calls on someone. */
  text: z.string().max(10_000),
  /** When its author changed the words last. */
  editedAt: instant.optional(),
});

/**
 * What a thread is about. `text`: the runs that bear its id in their `comments`; `block` is where they stood at first. `photo`: a photo
 * by its id. `field`: a field of the story by its name. `suggestion`: a suggestion by its id, as an answer to it. `story`: all of it.
 */
export const anchorSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal('text'), block: id }),
  z.object({ on: z.literal('photo'), photo: id }),
  z.object({ on: z.literal('field'), field: z.string() }),
  z.object({ on: z.literal('suggestion'), suggestion: id }),
  z.object({ on: z.literal('story') }),
]);

/** A thread of comments. It is never exported or pushed. */
export const threadSchema = z.object({
  id,
  anchor: anchorSchema,
  /** The words that it is about as they were when it began: what is shown once they are gone. */
  quote: z.string().max(2000),
  entries: z.array(entry),
  /** Who settled it, and when; absent while it is open. */
  resolved: z.object({ by: id, at: instant }).optional(),
});

/** Everything that the record keeps. */
const DEEDS = [
  'suggested',
  'accepted',
  'rejected',
  'commented',
  'replied',
  'resolved',
  'reopened',
  'state',
  'assigned',
  'sent',
  'returned',
  'merged',
] as const;

/** One line of the record: who did what, and when. Lines are added, never changed or taken away. */
export const deedSchema = z.object({
  id,
  at: instant,
  by: id,
  did: z.enum(DEEDS),
  /** The words concerned, the state reached, the name assigned: in short. */
  what: z.string().max(500),
});

/** Who made a suggestion, and when. */
export const suggesterSchema = z.object({ id, by: id, at: instant });

/** Who made a suggestion that nobody is known to have made: it came with a copy of a story without review. */
export const NOBODY = 'unknown';

export type Review = z.infer<typeof reviewSchema>;
export type Colleague = z.infer<typeof colleague>;
export type RunMark = z.infer<typeof mark>;
export type SuggestedMark = z.infer<typeof suggestedSchema>;
export type Anchor = z.infer<typeof anchorSchema>;
export type Entry = z.infer<typeof entry>;
export type Thread = z.infer<typeof threadSchema>;
export type Deed = z.infer<typeof deedSchema>;

/** What review adds to a story, all of it optional: a story without any was never reviewed. */
export const reviewMembers = {
  /** The people whom marks, comments and the record name, by id. */
  people: z.record(id, colleague).optional(),
  /** Comments, in the order in which they began. */
  threads: z.array(threadSchema).optional(),
  /** What was done in review, oldest first; append-only. */
  record: z.array(deedSchema).optional(),
};
