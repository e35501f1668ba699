import { z } from '../base/schema.ts';
import { PERSON_COLOURS } from '../settings/schema.ts';

/** The systems that a story can be pushed to. */
export const SITE_KINDS = ['wordpress', 'ghost', 'ninjs-webhook'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** How a story goes to a site: for editors' eyes, at its time, or at once. */
export const PUSH_STATUSES = ['draft', 'scheduled', 'published'] as const;
export type PushStatus = (typeof PUSH_STATUSES)[number];

/** A site's id: names its secret too, and what was pushed there. */
export const siteIdSchema = z.string().regex(/^[a-z0-9]{8,40}$/);

/** What a story gets at a site where nobody chose otherwise. Empty texts and lists mean nothing is sent. */
const siteDefaultsSchema = z.object({
  status: z.enum(PUSH_STATUSES),
  category: z.string().max(200),
  tags: z.array(z.string().min(1).max(200)).max(50),
  author: z.string().max(200),
});

/** A place that stories are pushed to, as it is kept on disk: never with its secret. */
export const siteSchema = z.object({
  id: siteIdSchema,
  kind: z.enum(SITE_KINDS),
  /** What the newsroom calls it. */
  name: z.string().trim().min(1).max(120),
  colour: z.enum(PERSON_COLOURS),
  /** The site's own address, as a reader would type it; for a webhook the address that stories are sent to. */
  url: z.string().max(2048),
  /** Where the site's interface for programs lies; for a webhook the same as `url`. */
  api: z.string().max(2048),
  /** The login name that the password belongs to; empty where a key is all. */
  user: z.string().max(200),
  defaults: siteDefaultsSchema,
});
export type Site = z.infer<typeof siteSchema>;

/** The file of all sites. */
export const sitesFileSchema = z.object({ schema: z.literal(1), sites: z.array(siteSchema).max(100) });
