import { z } from '../base/schema.ts';
import { normalise } from '../base/text.ts';
import { photoSchema, ROLES, storyFieldsSchema, type Photo, type Story, type StoryFields } from './schema.ts';
import { photosOf } from './walk.ts';

const photoEntrySchema = photoSchema.omit({ id: true, media: true, alt: true, caption: true }).partial().extend({
  /** Where the picture lies, relative to the Markdown file, as in the body's image; null for a photo still to be supplied. */
  file: z.string().nullable().optional(),
  /** The picture file's name when it came to the story. */
  name: z.string().optional(),
});

/** What the front matter says of one photo of the body, in the order of the body. Alt text and caption are in the body. */
export type FrontMatterPhoto = z.infer<typeof photoEntrySchema>;

const authorSchema = z.object({ name: z.string().min(1), roles: z.array(z.enum(ROLES)).optional() });

/**
 * The story's fields at the head of a Markdown file, as plain data for a YAML library. Names are those that site
 * generators share (`title`, `description`, `date`, `lang`, `tags`, `slug`) and newsroom terms for the rest. What is
 * empty is left out. The editor's note and the review state are not in it: they never leave.
 *
 * The body after it is CommonMark: paragraphs, headings (levels 2 to 4), lists, quotes without a speaker, `---`, strong,
 * emphasis, code, links, `\` for a line break. What CommonMark has no form for is HTML as on the story's page, in blocks
 * without a blank line (photos as `<figure class="photo">` with caption and credit, quotes with a speaker, pull quotes,
 * fact boxes, tables, link cards) or inline (`<u>`, `<s>`, `<sub>`, `<sup>`). So a reader turns the whole body into HTML
 * and gives that to src/import/html. The file's last line is a comment, Copydesk's stamp.
 */
export interface FrontMatter {
  /** Headline. */
  title?: string;
  kicker?: string;
  /** Standfirst. */
  description?: string;
  /** The byline as printed. */
  byline?: string;
  /** The byline's people, in order. */
  authors?: { name: string; roles?: StoryFields['byline']['people'][number]['roles'] }[];
  /** The dateline's instant: RFC 3339 with offset. */
  date?: string;
  /** The dateline as printed, and what it says. */
  dateline?: { text?: string; place?: string; source?: string };
  /** Source credit. */
  source?: string;
  /** BCP 47. */
  lang: string;
  slug?: string;
  section?: string;
  /** Keywords. */
  tags?: string[];
  /** IPTC urgency, 1 to 9. */
  urgency?: number;
  /** Instants: RFC 3339 with offset. */
  embargo?: string;
  schedule?: string;
  /** Which of `photos` stands for the story, counted from 1. */
  leadPhoto?: number;
  photos?: FrontMatterPhoto[];
}

/** The object without members that say nothing; undefined where none is left. */
function filled<T extends object>(all: T): Partial<T> | undefined {
  const entries = Object.entries(all).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return entries.length > 0 ? (Object.fromEntries(entries) as Partial<T>) : undefined;
}

/** @param fileOf where a photo's picture lies beside the Markdown file; null for a photo still to be supplied */
export function frontMatterOf(story: Story, fileOf: (photo: Photo) => string | null): FrontMatter {
  const photos = photosOf(story);
  const lead = photos.findIndex(({ id }) => id === story.leadPhoto) + 1;
  const { text, place, source, date } = story.dateline;
  return {
    ...filled({
      title: story.headline,
      kicker: story.kicker,
      description: story.standfirst,
      byline: story.byline.text,
      authors: story.byline.people.map(({ name, roles }) => (roles.length > 0 ? { name, roles } : { name })),
      date,
      dateline: filled({ text, place, source }),
      source: story.sourceCredit,
    }),
    lang: story.language,
    ...filled({
      slug: story.slug,
      section: story.section,
      tags: story.keywords,
      urgency: story.urgency,
      embargo: story.embargo,
      schedule: story.schedule,
      leadPhoto: lead > 0 ? lead : undefined,
      photos: photos.map((photo) => {
        const { id: _id, media, alt: _alt, caption: _caption, ...rest } = photo;
        const name = media === null ? '' : (story.media[media]?.name ?? '');
        return { file: fileOf(photo), ...filled({ name, ...rest }) };
      }),
    }),
  } as FrontMatter;
}

/** What a front matter says, as far as it could be understood. */
export interface ReadFrontMatter {
  /** Only the fields that it names. */
  fields: Partial<Omit<StoryFields, 'leadPhoto'>>;
  photos: FrontMatterPhoto[];
  /** The number of the lead photo, from 1; null where none is named. */
  leadPhoto: number | null;
  /** Keys that are not known here, or whose value is not of their kind, to be told to the person. */
  ignored: string[];
}

/** What other programs call the same. */
const SYNONYMS: Record<string, keyof FrontMatter> = {
  headline: 'title',
  summary: 'description',
  excerpt: 'description',
  subtitle: 'description',
  standfirst: 'description',
  author: 'authors',
  language: 'lang',
  locale: 'lang',
  keywords: 'tags',
  category: 'section',
  lead_photo: 'leadPhoto',
};

const line = z.union([z.string(), z.number().transform(String)]).transform(normalise);
const oneOrMore = <T extends z.ZodType>(item: T): z.ZodType<z.infer<T>[]> =>
  z.union([z.array(item), item.transform((one) => [one])]);
const author = z.union([
  line.pipe(z.string().min(1)).transform((name) => ({ name, roles: [] })),
  authorSchema.transform(({ name, roles = [] }) => ({ name: normalise(name), roles })),
]);
const fields = storyFieldsSchema.shape;

/** Each key's kind, and where its value goes. */
const READERS: Record<keyof FrontMatter, (value: unknown, into: ReadFrontMatter) => boolean> = {
  title: (value, into) => take(line, value, (headline) => (into.fields.headline = headline)),
  kicker: (value, into) => take(line, value, (kicker) => (into.fields.kicker = kicker)),
  description: (value, into) => take(line, value, (standfirst) => (into.fields.standfirst = standfirst)),
  byline: (value, into) => take(line, value, (text) => (into.fields.byline = { ...bylineOf(into), text })),
  authors: (value, into) =>
    take(oneOrMore(author), value, (people) => (into.fields.byline = { ...bylineOf(into), people })),
  date: (value, into) =>
    take(fields.embargo.unwrap(), value, (date) => (into.fields.dateline = { ...datelineOf(into), date })),
  dateline: (value, into) =>
    take(
      z.object({ text: line, place: line, source: line }).partial(),
      typeof value === 'string' ? { text: value } : value,
      (said) => {
        into.fields.dateline = { ...datelineOf(into), ...(filled(said) as Partial<StoryFields['dateline']>) };
      },
    ),
  source: (value, into) => take(line, value, (sourceCredit) => (into.fields.sourceCredit = sourceCredit)),
  lang: (value, into) => take(fields.language, value, (language) => (into.fields.language = language)),
  slug: (value, into) => take(line, value, (slug) => (into.fields.slug = slug)),
  section: (value, into) => take(line, value, (section) => (into.fields.section = section)),
  tags: (value, into) => take(oneOrMore(line), value, (keywords) => (into.fields.keywords = keywords)),
  urgency: (value, into) => take(fields.urgency.unwrap(), value, (urgency) => (into.fields.urgency = urgency)),
  embargo: (value, into) => take(fields.embargo.unwrap(), value, (embargo) => (into.fields.embargo = embargo)),
  schedule: (value, into) => take(fields.schedule.unwrap(), value, (schedule) => (into.fields.schedule = schedule)),
  leadPhoto: (value, into) => take(z.int().positive(), value, (number) => (into.leadPhoto = number)),
  photos: (value, into) => take(z.array(photoEntrySchema), value, (photos) => (into.photos = photos)),
};

function take<T>(schema: z.ZodType<T>, value: unknown, put: (value: T) => unknown): boolean {
  const read = schema.safeParse(value);
  if (read.success) put(read.data);
  return read.success;
}

const bylineOf = ({ fields: { byline } }: ReadFrontMatter): StoryFields['byline'] => byline ?? { text: '', people: [] };
const datelineOf = ({ fields: { dateline } }: ReadFrontMatter): StoryFields['dateline'] =>
  dateline ?? { text: '', place: '', source: '', date: null };

/**
 * Reads the plain data of a front matter: ours to the last field, and what other programs write as far as the names
 * agree. Never fails: what it cannot take is named in `ignored`.
 */
export function readFrontMatter(data: unknown): ReadFrontMatter {
  const read: ReadFrontMatter = { fields: {}, photos: [], leadPhoto: null, ignored: [] };
  if (typeof data !== 'object' || data === null) return read;
  for (const [name, value] of Object.entries(data)) {
    const key = Object.hasOwn(SYNONYMS, name) ? (SYNONYMS[name] ?? name) : name;
    const reader = Object.hasOwn(READERS, key) ? READERS[key as keyof FrontMatter] : undefined;
    if (!reader?.(value, read)) read.ignored.push(name);
  }
  return read;
}
