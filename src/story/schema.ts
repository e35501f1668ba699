import { z } from '../base/schema.ts';
import { photoDetails } from './photo-details.ts';
import {
  reviewMembers,
  reviewSchema,
  runMarks,
  suggestedSchema,
  suggesterSchema,
  type SuggestedMark,
} from './review.ts';

/** The number of the story format that this program writes. A higher one in a file means a newer Copydesk. */
export const STORY_SCHEMA = 1;

const instant = z.iso.datetime({ offset: true });
const blockId = z.string().regex(/^[a-z0-9]{4,40}$/);

/** Marks on a run of text, in the order in which they are stored and nested on output. */
export const MARKS = ['strong', 'emphasis', 'underline', 'strike', 'sub', 'sup', 'code'] as const;
export const markSchema = z.enum(MARKS);

/**
 * A run: text that shares its marks and link. A line break is "\n" within the text.
 * Neighbouring runs with the same marks and link are one; none is empty (`tidyRuns` keeps it so).
 */
export const runSchema = z.object({
  text: z.string().min(1),
  marks: z.array(markSchema).min(1).optional(),
  /** Absolute address: http, https or mailto (`safeLink` in links.ts is the judge). */
  href: z.string().optional(),
  /** Comment threads, and suggestions in the marked view: review.ts. */
  ...runMarks,
});
/** What a suggestion would do to a block, item or photo, in the marked view alone: review.ts. */
const suggested = suggestedSchema.optional();
/** BCP 47, of a block that is not in the story's language: for spelling, hyphenation, quotes and `lang`. Never the story's own. */
const language = z.string().min(2).max(35).optional();
const text = z.array(runSchema);

const paragraph = z.object({ type: z.literal('paragraph'), id: blockId, suggested, language, text });
const heading = z.object({
  type: z.literal('heading'),
  id: blockId,
  suggested,
  language,
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  text,
});

export interface ListItem {
  id: string;
  suggested?: SuggestedMark | undefined;
  text: Run[];
  /** The list nested under this item. */
  sub?: { ordered: boolean; items: ListItem[] };
}
const listItem: z.ZodType<ListItem> = z.lazy(() =>
  z.object({
    id: blockId,
    suggested,
    text,
    sub: z.object({ ordered: z.boolean(), items: z.array(listItem).min(1) }).optional(),
  }),
);
const list = z.object({
  type: z.literal('list'),
  id: blockId,
  suggested,
  language,
  ordered: z.boolean(),
  items: z.array(listItem).min(1),
});

/** Someone's words set off from the text, with who said them. */
const quote = z.object({ type: z.literal('quote'), id: blockId, suggested, language, text, attribution: text });
/** Words of the story itself, repeated large as a display element. */
const pullQuote = z.object({
  type: z.literal('pull-quote'),
  id: blockId,
  suggested,
  language,
  text,
  attribution: text,
});

/**
 * One photo of a figure. Fields follow IPTC Photo Metadata: `credit` is the Credit Line (who is named under the photo),
 * `source` the supplier, `rights` the Copyright Notice. `media` names an entry of the story's `media`, or is null while
 * the photo is still to be supplied. What else may be said of it, all of it optional, is in photo-details.ts.
 */
export const photoSchema = z.object({
  id: blockId,
  suggested,
  media: z.string().nullable(),
  alt: z.string(),
  caption: text,
  credit: z.string(),
  source: z.string(),
  rights: z.string(),
  ...photoDetails,
});
const figure = z.object({ type: z.literal('figure'), id: blockId, suggested, photos: z.array(photoSchema).min(1) });

const factBoxPart = z.discriminatedUnion('type', [paragraph, list]);
const factBox = z.object({
  type: z.literal('fact-box'),
  id: blockId,
  suggested,
  title: text,
  blocks: z.array(factBoxPart).min(1),
});

const cell = z.object({
  text,
  header: z.boolean().optional(),
  colspan: z.int().min(2).max(100).optional(),
  rowspan: z.int().min(2).max(1000).optional(),
});
const table = z.object({
  type: z.literal('table'),
  id: blockId,
  suggested,
  rows: z.array(z.object({ cells: z.array(cell).min(1) })).min(1),
});

const divider = z.object({ type: z.literal('divider'), id: blockId, suggested });
/** A link card. Never holds or fetches remote code. */
const embed = z.object({
  type: z.literal('embed'),
  id: blockId,
  suggested,
  url: z.string(),
  title: z.string(),
  description: z.string(),
});

/** A block that this Copydesk does not know: kept whole in `original`, shown as `fallback`. */
const unknown = z.object({
  type: z.literal('unknown'),
  id: blockId,
  suggested,
  original: z.record(z.string(), z.unknown()),
  fallback: z.string(),
});

export const blockSchema = z.discriminatedUnion('type', [
  paragraph,
  heading,
  list,
  quote,
  pullQuote,
  figure,
  factBox,
  table,
  divider,
  embed,
  unknown,
]);

/** What someone did for the story; printed where the house style asks for it. */
export const ROLES = ['reporter', 'photographer', 'editor', 'translator', 'contributor'] as const;
const person = z.object({ name: z.string().min(1), roles: z.array(z.enum(ROLES)) });

/** A picture file that belongs to the story; its key in `Story.media` is its SHA-256 in lower-case hex. */
export const mediaFileSchema = z.object({
  /** Media type: image/jpeg, image/png, image/webp, image/gif or image/avif. */
  type: z.string(),
  /** The file's name when it came in. */
  name: z.string(),
  /** Pixels, as displayed (EXIF orientation applied). */
  width: z.int().positive(),
  height: z.int().positive(),
  /** Size of the original in bytes. */
  bytes: z.int().positive(),
});

/** The fields that readers see, and so those for which others may be suggested. Texts are plain, in NFC; an empty string means not filled in. */
const printedFields = {
  kicker: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  /**
   * `text` is the line as printed; `mark` what is printed at the head of the lead (`(TTV) -`, `HÀ NỘI (TTXVN) -`) and so
   * is no text of it; place, source and date (RFC 3339 with offset) are what the two say, null or empty where they do not.
   */
  dateline: z.object({
    text: z.string(),
    mark: z.string().optional(),
    place: z.string(),
    source: z.string(),
    date: instant.nullable(),
  }),
  /** `text` is the line as printed; `people` the same people in order. */
  byline: z.object({ text: z.string(), people: z.array(person) }),
  sourceCredit: z.string(),
  section: z.string(),
  keywords: z.array(z.string()),
  /** The id of the photo that stands for the story in lists and shares; null or absent means the first with a picture (`leadPhotoOf`). */
  leadPhoto: blockId.nullable().optional(),
};
export const printedFieldsSchema = z.object(printedFields);

/**
 * The story as everybody else would have it, where `by` works on words that others suggest: nobody's suggestion is edited by another.
 * Theirs are what it has otherwise than the version under review, and those of `by` what the story has otherwise than it.
 */
export interface OthersVersion {
  by: string;
  fields: z.infer<typeof printedFieldsSchema>;
  body: z.infer<typeof blockSchema>[];
}
const othersSchema: z.ZodType<OthersVersion> = z.object({
  by: z.string(),
  fields: printedFieldsSchema,
  body: z.array(blockSchema),
});

/**
 * The version under review, beside the story as it would be with every suggestion. What it says counts as the text until
 * someone accepts: exports and CMSs get it (`storyAs` in src/review), and the suggestions are what the story has otherwise.
 */
export const underReviewSchema = z.object({
  fields: printedFieldsSchema,
  body: z.array(blockSchema),
  /** Who made which suggestion, by what it would do (`suggestionKey` in src/review): a suggestion is computed, its maker is not. */
  makers: z.record(z.string(), suggesterSchema),
  others: othersSchema.optional(),
});

/** The fields round the body. */
export const storyFieldsSchema = z.object({
  /** BCP 47, as `vi` or `en-GB`. */
  language: z.string().min(2),
  slug: z.string(),
  ...printedFields,
  /** IPTC editorial urgency, 1 (most urgent) to 9. */
  urgency: z.int().min(1).max(9).nullable(),
  /** Not to be published before this instant. */
  embargo: instant.nullable(),
  /** To be published at this instant. */
  schedule: instant.nullable(),
  /** For editors' eyes; never exported. */
  editorNote: z.string(),
  review: reviewSchema,
  ...reviewMembers,
  /** Absent or null while nothing is suggested. */
  underReview: underReviewSchema.nullable().optional(),
});

/**
 * A story as Copydesk keeps, exports and pushes it: the contract of every export, import and CMS adapter.
 * Names follow IPTC ninjs and schema.org NewsArticle where those have them.
 */
export const storySchema = storyFieldsSchema.extend({
  schema: z.literal(STORY_SCHEMA),
  id: z.string().regex(/^[a-z0-9]{8,40}$/),
  createdAt: instant,
  updatedAt: instant,
  body: z.array(blockSchema),
  media: z.record(z.string().regex(/^[0-9a-f]{64}$/), mediaFileSchema),
});

export type Mark = z.infer<typeof markSchema>;
export type Run = z.infer<typeof runSchema>;
export type Block = z.infer<typeof blockSchema>;
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;
export type Photo = z.infer<typeof photoSchema>;
export type TableCell = z.infer<typeof cell>;
export type FactBoxPart = z.infer<typeof factBoxPart>;
export type Person = z.infer<typeof person>;
export type Dateline = Story['dateline'];
export type MediaFile = z.infer<typeof mediaFileSchema>;
export type PrintedFields = z.infer<typeof printedFieldsSchema>;
export type UnderReview = z.infer<typeof underReviewSchema>;
export type StoryFields = z.infer<typeof storyFieldsSchema>;
export type Story = z.infer<typeof storySchema>;
