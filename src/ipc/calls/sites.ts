import { z } from '../../base/schema.ts';
import { CMS_IDS, POST_STATUSES, siteSchema } from '../../cms/site.ts';
import { storySchema } from '../../story/schema.ts';
import { keptVersionSchema } from '../../versions/index.ts';
import { call } from '../call.ts';
import { noticeSchema } from './app.ts';

const storyId = z.string().regex(/^[a-z0-9]{8,40}$/);
const siteId = siteSchema.shape.id;
const jobId = z.string().regex(/^[a-z0-9]{8,40}$/);
const address = z.string().trim().min(1).max(2048);
/** A password or key as it was typed: it goes to the keyring and never comes back. */
const secret = z.string().min(1).max(4096);

/** What a person ordered; see PushOrder of src/cms/push/job.ts. */
const pushOrderSchema = z.object({
  status: z.enum([...POST_STATUSES, 'unpublished']),
  at: z.string().nullable(),
  category: z.string().max(200),
  tags: z.array(z.string().min(1).max(200)).max(50),
  excerpt: z.string().max(5000),
  featured: z.string().nullable(),
  author: z.string().max(200),
  isSignificant: z.boolean(),
  keepsCamera: z.boolean().optional(),
});

/**
 * A push that is planned or ordered. `over` names the state of the post whose merge the person accepted; `keep` its fields that
 * then stay as they are there. `sameSlug` answers `push.same-slug`: the post's id to take it for this story's, or `new`.
 */
const ordered = z.object({
  story: storyId,
  site: siteId,
  order: pushOrderSchema,
  over: z.string().max(500).nullable(),
  keep: z.array(z.string().max(40)).max(20).optional(),
  sameSlug: z.string().max(200).optional(),
});
export type Ordered = z.infer<typeof ordered>;

const differenceSchema = z.object({
  part: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  block: z.string().optional(),
  id: z.string().optional(),
  place: z.int().optional(),
  before: z.string(),
  after: z.string(),
});
const lossSchema = z.object({ what: z.string(), instead: z.string(), value: z.string() });
const flagSchema = z.object({
  kind: z.enum(['both-wrote', 'deleted-and-edited', 'both-set']),
  block: z.string().nullable(),
  part: z.string(),
  mine: z.string(),
  theirs: z.string(),
  kept: z.enum(['both', 'mine', 'theirs']),
});
const conflictSchema = z.object({
  /** The state of the post that the merge was made over: for `Ordered.over`. */
  over: z.string(),
  /** The post's id on the site: for `Ordered.sameSlug`, where this computer did not know it before. */
  post: z.string(),
  modified: z.string(),
  theirs: storySchema,
  theirChanges: z.array(differenceSchema),
  merged: storySchema,
  flags: z.array(flagSchema),
});
export type ConflictShown = z.infer<typeof conflictSchema>;

/** Who signs in at a site, and what they may do there. */
const connectionSchema = z.object({
  user: z.string(),
  rights: z.object({ publish: z.boolean(), upload: z.boolean(), anyMarkup: z.boolean(), makeTerms: z.boolean() }),
  categories: z.array(z.string()),
});
export type ConnectionShown = z.infer<typeof connectionSchema>;

const planSchema = z.object({
  does: z.enum(['create', 'update', 'nothing']),
  link: z.string(),
  uploads: z.array(z.object({ photo: z.string(), name: z.string(), bytes: z.int() })),
  alreadyThere: z.array(z.object({ photo: z.string(), name: z.string() })),
  newTerms: z.array(z.string()),
  bytes: z.int(),
  differences: z.array(differenceSchema),
  losses: z.array(lossSchema),
  conflict: conflictSchema.nullable(),
  /** The story as the site has it now, where that is known; and as it would go. */
  before: storySchema.nullable(),
  after: storySchema,
});
export type PlanShown = z.infer<typeof planSchema>;

/** One call of a push: its name and what came of it. `number` asks for the whole exchange. */
const stepSchema = z.object({
  name: z.string(),
  about: z.string(),
  /** Null while it is under way. */
  status: z.int().nullable(),
  /** Why no answer came; empty where one did, or none has yet. */
  trouble: z.string(),
  took: z.int().nullable(),
});

/** Where a push stands; see PushState of src/cms/push/state.ts. */
const pushShownSchema = z.object({
  id: jobId,
  story: storyId,
  site: siteId,
  headline: z.string(),
  status: pushOrderSchema.shape.status,
  createdAt: z.string(),
  steps: z.array(stepSchema),
  state: z.discriminatedUnion('is', [
    z.object({ is: z.literal('running') }),
    z.object({ is: z.literal('waiting'), failure: noticeSchema, until: z.string() }),
    z.object({ is: z.literal('person'), failure: noticeSchema, conflict: conflictSchema.nullable() }),
    z.object({
      is: z.literal('done'),
      did: z.enum(['created', 'updated', 'nothing']),
      link: z.string(),
      losses: z.array(lossSchema),
      readBack: z.array(differenceSchema),
    }),
  ]),
});
export type PushShown = z.infer<typeof pushShownSchema>;
export const pushesSchema = z.array(pushShownSchema);

/** A story's place on a site. */
const postShownSchema = z.object({
  story: storyId,
  site: siteId,
  link: z.string(),
  editLink: z.string(),
  status: z.string(),
  /** When it goes or went out (RFC 3339); null while nobody has said. */
  at: z.string().nullable(),
  pushedAt: z.string(),
  checkedAt: z.string(),
  /** Null, or `push.changed`, `push.gone`, `push.trashed` as it was last looked at. */
  trouble: z.string().nullable(),
  /** The story as it was pushed or pulled last. */
  base: storySchema,
  steps: z.array(stepSchema),
});
export type PostShown = z.infer<typeof postShownSchema>;

const asked = z.discriminatedUnion('do', [
  z.object({ do: z.literal('list') }),
  z.object({ do: z.literal('find'), url: address, kind: z.enum(CMS_IDS).nullable() }),
  z.object({ do: z.literal('approve'), url: z.string(), approveAt: address }),
  z.object({
    do: z.literal('keep'),
    site: siteSchema,
    secret: secret.optional(),
    approved: z.string().max(60).optional(),
  }),
  z.object({ do: z.literal('test'), site: siteId }),
  z.object({ do: z.literal('remove'), site: siteId }),
  z.object({ do: z.literal('stop') }),
  ordered.extend({ do: z.literal('plan') }),
  ordered.extend({ do: z.literal('push') }),
  z.object({ do: z.literal('pushes') }),
  z.object({ do: z.literal('job'), job: jobId, act: z.enum(['go', 'stop', 'drop', 'same', 'new']) }),
  z.object({
    do: z.literal('exchange'),
    job: jobId.nullable(),
    story: storyId,
    site: siteId,
    number: z.int().nonnegative(),
  }),
  z.object({
    do: z.literal('accept'),
    story: storyId,
    seq: z.int().nonnegative(),
    merged: storySchema,
    theirs: storySchema,
  }),
  z.object({ do: z.literal('places'), story: storyId }),
  z.object({ do: z.literal('look'), story: storyId, site: siteId }),
  z.object({ do: z.literal('posts'), site: siteId, search: z.string().max(200), page: z.int().positive() }),
  z.object({ do: z.literal('pull'), site: siteId, post: z.string().max(200) }),
]);
export type SitesAsked = z.infer<typeof asked>;

export const sitesCalls = {
  /**
   * The newsroom's sites, and what goes to them and comes from them. Answers what was asked for; all else is absent.
   *
   * - `list`, `keep`, `remove`: `sites`. `keep` adds or changes one, with a secret that was typed or that `approve` brought.
   * - `find`: what is at an address. `approve`: opens the site's own page in the system's browser, and answers when the
   *   person has said yes there (`approved` then stands for the password, which stays with the host; null where the system
   *   knows no way back into this program: the page shows the password, and the person pastes it).
   * - `test`: `connection`. `stop` ends a find, approve, test, plan, posts or pull that is under way.
   * - `plan`: what a push would do; reads only. `push`: orders it; `pushes` are told by the event `push.changed`, too.
   * - `job`: `go` on (also: publish still), `stop` it, `drop` it; `same` or `new` answer `push.same-slug`.
   * - `exchange`: one call of a push with its reply, secrets masked; of the last push where `job` is null.
   * - `accept`: makes the story the merge that was shown; both sides are versions first.
   * - `places`: where a story lives; `look` asks the site. `posts`: a site's posts; `pull` opens one as a story.
   *
   * Fails as src/cms/adapter.ts and converse.ts say, and with `sites.missing`, `sites.no-secret`, `sites.not-found` (nothing
   * of a known kind at the address), `sites.refused` (the person said no), `sites.busy` (a push of it is being sent),
   * `sites.disk-full`, `sites.read-only`, `sites.write-failed`, and as stories and versions do.
   */
  'sites.act': call(
    asked,
    z.object({
      sites: z.array(siteSchema.extend({ hasSecret: z.boolean() })).optional(),
      /** Whether secrets outlast the program. */
      keepsSecrets: z.boolean().optional(),
      found: z
        .object({ kind: z.enum(CMS_IDS), api: z.string(), title: z.string(), approveAt: z.string().nullable() })
        .optional(),
      approved: z.object({ token: z.string(), user: z.string() }).nullable().optional(),
      connection: connectionSchema.optional(),
      plan: planSchema.optional(),
      pushes: pushesSchema.optional(),
      exchange: z.object({ at: z.string(), line: z.string(), request: z.string(), reply: z.string() }).optional(),
      accepted: z
        .object({ story: storySchema, seq: z.int(), savedAt: z.string(), version: keptVersionSchema })
        .optional(),
      places: z.array(postShownSchema).optional(),
      posts: z
        .array(
          z.object({
            id: z.string(),
            title: z.string(),
            link: z.string(),
            status: z.string(),
            modified: z.string(),
            author: z.string(),
          }),
        )
        .optional(),
      pulled: z.object({ story: storyId, isNew: z.boolean(), missing: z.int() }).optional(),
    }),
  ),
};
