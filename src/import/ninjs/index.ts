import { z } from '../../base/schema.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { parseByline } from '../../story/byline.ts';
import { composed } from '../../story/composed.ts';
import { readDateline } from '../../story/dateline.ts';
import { ROLES, type Person, type StoryFields } from '../../story/schema.ts';
import { slugify } from '../../story/slug.ts';

const text = z.string().optional().catch(undefined);
const named = z
  .array(z.looseObject({ name: text, code: text, value: text, role: text }))
  .optional()
  .catch(undefined);
const part = z.array(z.looseObject({ role: text, contenttype: text, contentType: text, value: text }));

const picture = z.looseObject({
  type: text,
  headline: text,
  byline: text,
  by: text,
  body_text: text,
  description_text: text,
  copyrightholder: text,
  copyrightnotice: text,
  renditions: z.unknown().optional(),
});

const itemSchema = z.looseObject({
  uri: text,
  type: text,
  language: text,
  headline: text,
  slugline: text,
  byline: text,
  by: text,
  located: text,
  dateline: z
    .union([z.string(), z.looseObject({ text })])
    .optional()
    .catch(undefined),
  description_text: text,
  abstract: text,
  body_text: text,
  body_html: text,
  body_xhtml: text,
  headlines: part.optional().catch(undefined),
  bodies: part.optional().catch(undefined),
  descriptions: part.optional().catch(undefined),
  authors: named,
  people: named,
  subject: named,
  subjects: named,
  service: named,
  keywords: z.array(z.unknown()).optional().catch(undefined),
  urgency: z.int().min(1).max(9).optional().catch(undefined),
  embargoed: z.iso.datetime({ offset: true }).optional().catch(undefined),
  ednote: text,
  infosources: named,
  source: text,
  associations: z
    .union([z.record(z.string(), picture.nullable()), z.array(picture)])
    .optional()
    .catch(undefined),
});
type Item = z.infer<typeof itemSchema>;

/** A photo of the item: its words; the picture itself lies on the agency's servers. */
export interface NinjsPhoto {
  alt: string;
  caption: string;
  credit: string;
  rights: string;
}

/** What an item holds: its fields, its body as HTML or as plain text, its photos, and the members that no story has a place for. */
export interface NinjsItem {
  fields: Partial<StoryFields>;
  html: string | null;
  text: string;
  photos: NinjsPhoto[];
  unknown: { name: string; value: string }[];
}

const KNOWN = new Set(Object.keys(itemSchema.shape));
/** What describes the item and not the story. */
const TECHNICAL =
  /^(?:uri|altids?|standard|\$schema|mimetype|representationtype|profile|version|versioncreated|firstcreated|contentcreated|pubstatus|guid|id|renditions|charcount|wordcount|priority|genre|genres|place|places|event|events|object|objects|organisation|organisations|copyright.*|usageterms|rightsinfo|trustindicators|evolvedfrom|expires|readtime|extra|annotations|copyrightholder|title)$/;

const plain = (html: string | undefined): string =>
  (html ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The part with this role, else the first one. */
function partOf(
  parts: Item['bodies'],
  isWanted: (part: NonNullable<Item['bodies']>[number]) => boolean,
): string | undefined {
  return (parts?.find(isWanted) ?? parts?.[0])?.value;
}

const isHtml = (one: { contenttype?: string | undefined; contentType?: string | undefined }): boolean =>
  /html/i.test(one.contenttype ?? one.contentType ?? '');

function peopleOf(item: Item): Person[] {
  return (item.authors ?? item.people ?? []).flatMap(({ name, role }) => {
    const known = ROLES.find((one) => role?.toLowerCase().includes(one));
    return name ? [{ name, roles: known ? [known] : [] }] : [];
  });
}

function fieldsOf(item: Item): Partial<StoryFields> {
  const fields: Partial<StoryFields> = {};
  const language = item.language ?? 'en';
  if (item.language && item.language.length > 1) fields.language = item.language;
  const headline = plain(item.headline ?? partOf(item.headlines, ({ role }) => !role || /main|headline/i.test(role)));
  if (headline) Object.assign(fields, { headline, slug: slugify(headline) });
  const standfirst = plain(
    item.abstract ??
      item.description_text ??
      partOf(item.descriptions, ({ role }) => /summary|abstract/i.test(role ?? '')),
  );
  if (standfirst) fields.standfirst = standfirst;
  if (item.slugline) fields.kicker = plain(item.slugline);
  const byline = plain(item.byline ?? item.by);
  const people = peopleOf(item);
  if (byline || people.length > 0)
    fields.byline = {
      text: byline || people.map(({ name }) => name).join(' - '),
      people: byline ? parseByline(byline) : people,
    };
  const line = typeof item.dateline === 'string' ? item.dateline : item.dateline?.text;
  if (line) fields.dateline = { text: plain(line), ...readDateline(plain(line), language) };
  else if (item.located) fields.dateline = { text: '', place: plain(item.located), source: '', date: null };
  if (item.urgency !== undefined) fields.urgency = item.urgency;
  if (item.embargoed) fields.embargo = item.embargoed;
  if (item.ednote) fields.editorNote = plain(item.ednote);
  const source = item.source ?? item.infosources?.find(({ name }) => name)?.name;
  if (source) fields.sourceCredit = plain(source);
  const section = item.service?.find(({ name }) => name)?.name;
  if (section) fields.section = plain(section);
  const keywords = (item.keywords ?? []).filter((word) => typeof word === 'string').map(plain);
  const subjects = (item.subject ?? item.subjects ?? []).flatMap(({ name }) => (name ? [plain(name)] : []));
  if (keywords.length + subjects.length > 0) fields.keywords = [...new Set([...keywords, ...subjects])];
  return fields;
}

function photosOf({ associations }: Item): NinjsPhoto[] {
  const all = Array.isArray(associations) ? associations : Object.values(associations ?? {});
  return all
    .filter((one) => one !== null && one.type === 'picture')
    .map((one) => ({
      alt: plain(one?.body_text ?? one?.headline),
      caption: plain(one?.description_text),
      credit: plain(one?.byline ?? one?.by ?? one?.copyrightholder),
      rights: plain(one?.copyrightnotice),
    }));
}

/**
 * An IPTC ninjs item (1.0 to 3.0, and Superdesk's kin of it) as fields, body and photos.
 *
 * Fails with `import.not-ninjs` where the text is no JSON, or holds neither a headline nor a body under the standard's names.
 */
export function readNinjs(json: string): Result<NinjsItem> {
  let raw: unknown;
  try {
    raw = composed(JSON.parse(json) as unknown);
  } catch (error) {
    return fail('import.not-ninjs', `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  // Agencies send one item, or a list of one.
  const parsed = itemSchema.safeParse(Array.isArray(raw) ? raw[0] : raw);
  if (!parsed.success) return fail('import.not-ninjs', 'the JSON is no ninjs item');
  const item = parsed.data;
  const html = item.body_html ?? item.body_xhtml ?? item.bodies?.find(isHtml)?.value ?? null;
  const bodyText = item.body_text ?? partOf(item.bodies, (one) => !isHtml(one)) ?? '';
  const fields = fieldsOf(item);
  if (html === null && bodyText === '' && !fields.headline)
    return fail('import.not-ninjs', 'the JSON has neither a headline nor a body under ninjs’ names');
  const unknown = Object.entries(item).flatMap(([name, value]) =>
    KNOWN.has(name) || TECHNICAL.test(name) || value === null || value === undefined
      ? []
      : [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }],
  );
  return ok({ fields, html, text: html === null ? bodyText : '', photos: photosOf(item), unknown });
}
