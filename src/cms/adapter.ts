import type { Result } from '../base/result.ts';
import type { Flag } from '../merge/index.ts';
import type { ImportedPicture } from '../import/imported.ts';
import type { Receipt } from '../import/receipt.ts';
import type { Story } from '../story/schema.ts';
import type { PushJob } from './push/job.ts';
import type { PostSummary, RemotePost } from './remote.ts';
import type { CmsId, Site } from './site.ts';
import type { Call, Talk } from './talk.ts';

/** What a kind of CMS can do at all; the window leaves out what it cannot. */
export interface Capabilities {
  /** `password`: user and application password; `key`: one pasted key; `shared-secret`: what both sign with. */
  signIn: 'password' | 'key' | 'shared-secret';
  /** Whether the site's address alone tells where its API is. */
  canDiscover: boolean;
  canList: boolean;
  canSchedule: boolean;
  canUnpublish: boolean;
  hasCategories: boolean;
  hasPending: boolean;
  /** What a text can be sent as, its own form first, for `Site.body`; one where there is nothing to choose. */
  bodies: readonly ('lexical' | 'html' | 'blocks' | 'ninjs')[];
  /** The longest that it takes, in characters; null for no limit. */
  longest: { title: number | null; excerpt: number | null };
}

/** What was found at an address. */
export interface Discovered {
  /** For `Site.api`. */
  api: string;
  /** What the site calls itself. */
  title: string;
  /**
   * Where a person approves Copydesk in a browser, without typing a password here; null where that is not offered. Add
   * `?app_name=…&success_url=…`; the browser comes back to success_url with `user_login` and `password`.
   */
  approveAt: string | null;
}

/** Who the secret signs in as, and what they may do there. Missing rights are told before a push, not within it. */
export interface Connection {
  user: string;
  rights: { publish: boolean; upload: boolean; anyMarkup: boolean; makeTerms: boolean };
  categories: string[];
}

/**
 * What a story holds and the CMS cannot, and where it goes instead.
 * `what`: a field, or of a block its kind; `instead`: `body` (printed in the text), `caption` (within the caption),
 * `tags`, `excerpt`, `plain-text`, `first-author`, or `nowhere` (it stays in the story alone).
 */
export interface Loss {
  what: string;
  instead: 'body' | 'caption' | 'tags' | 'excerpt' | 'plain-text' | 'first-author' | 'card' | 'nowhere';
  /** The value, or the beginning of it. */
  value: string;
}

/**
 * One difference between two states of a post, in a person's terms.
 *
 * - `part`: `title`, `excerpt`, `slug`, `status`, `at`, `categories`, `tags`, `featured`, `author`, `link`, `mark`, or `block`;
 * - `kind`: `added`, `removed`, `changed`; for a block `block` names its kind and `place` counts from 1.
 */
export interface Difference {
  part: string;
  kind: 'added' | 'removed' | 'changed';
  block?: string;
  /** The block's id. */
  id?: string;
  place?: number;
  before: string;
  after: string;
}

/** What a push would do, found out by reading alone. */
export interface Plan {
  does: 'create' | 'update' | 'nothing';
  /** The post that is there, or null. */
  post: RemotePost | null;
  /** Pictures that would be sent, in bytes, and those that are there already. */
  uploads: { photo: string; name: string; bytes: number }[];
  alreadyThere: { photo: string; name: string }[];
  /** Categories and tags that would be made. */
  newTerms: string[];
  /** The post's own text and fields, in bytes. */
  bytes: number;
  /** What would differ from what the site has now. */
  differences: Difference[];
  losses: Loss[];
  /** Where somebody changed the post since: what would be asked. Null where nobody did. */
  conflict: Conflict | null;
  status: PushJob['order']['status'];
}

/** Somebody changed the post since we last saw it. */
export interface Conflict {
  /** As the site has it now. Null base: this computer does not know what it was before. */
  theirs: RemotePost;
  /** Their post as a story: what we had, with what they changed in it. To be kept as a version before it is overwritten. */
  theirStory: Story;
  /** What they changed, for the list of what combined by itself. */
  theirChanges: Difference[];
  /** Both as one story, and what must be looked at; empty flags mean that it combined by itself. */
  merged: Story;
  flags: Flag[];
}

/** How a push ended. */
export interface Pushed {
  did: 'created' | 'updated' | 'nothing';
  post: RemotePost;
  /** The story as it was pushed: the job's, or the merge where somebody had changed the post. With `post` the next base. */
  story: Story;
  /** What was combined with it on the way. */
  combined: Difference[];
  uploaded: number;
  reused: number;
  losses: Loss[];
  /** What the CMS dropped or rewrote, by reading the post back: `before` as sent, `after` as it has it. */
  readBack: Difference[];
}

/** The push stopped before it wrote anything: somebody changed the post. */
export interface Stopped {
  did: 'stopped';
  conflict: Conflict;
}

/** A post as a story. */
export interface Pulled {
  story: Story;
  post: RemotePost;
  receipt: Receipt;
  /** Its pictures, which the host may fetch from the site itself; none is stored yet. */
  pictures: ImportedPicture[];
}

/** What to look for in a site's posts; an empty text lists the newest. `page` from 1. */
export interface PostQuery {
  search: string;
  page: number;
}

/**
 * A CMS. One folder of src/cms each, one line in index.ts. Adapters translate: a story into calls, replies into results.
 * They do no input or output, read no clock and see no secret; `authorise` alone is given it, when a call leaves.
 *
 * Failures that a talk can end with, for a person to solve (4xx and the like):
 * `push.wrong-password`, `push.missing-right` (`right`), `push.too-large` (`photo`, `megabytes`), `push.wrong-kind`
 * (`photo`: a picture that the CMS does not take), `push.damaged-picture` (`photo`), `push.trashed`, `push.gone`,
 * `push.same-slug` (`post`, `link`), `push.no-api`,
 * `push.not-cms`, `push.clock` (`date`: what the site's own clock says), `push.past` (a schedule in the past),
 * `push.no-title`, `push.too-long` (`part`, `limit`), `push.no-author` (`author`), `push.no-category` (`category`),
 * `push.not-loopback` (http elsewhere), `push.refused` (`status`, `reason`: what else the server said no to).
 */
export interface CmsAdapter {
  id: CmsId;
  capabilities: Capabilities;
  /** Finds the API from the address a person gave. */
  discover: (url: string) => Talk<Discovered>;
  /** Signs in and says what the user may do. */
  connect: (site: Site) => Talk<Connection>;
  /** What the push would do: reads only. */
  plan: (job: PushJob) => Talk<Plan>;
  /**
   * The push, from looking whether the post is there to reading it back. Begun anew it never makes a second one. A
   * conflict that the job does not settle ends it before anything is written.
   */
  push: (job: PushJob) => Talk<Pushed | Stopped>;
  /** Empty where `capabilities.canList` is false. */
  list: (site: Site, query: PostQuery) => Talk<PostSummary[]>;
  /** A post as a story, with a base to push it back over. */
  pull: (site: Site, id: string) => Talk<Pulled>;
  /** How a post stands now, for the list of where a story lives. Fails with `push.gone` and `push.trashed`. */
  look: (site: Site, id: string) => Talk<RemotePost>;
  /**
   * Headers that prove who sends the call: the only place where a secret is used. `body` are the exact bytes that leave;
   * `at` milliseconds since the epoch. `masked` are the names of headers that must not be shown.
   * Fails with `push.bad-secret` where it cannot be one (`form`: what it should look like).
   */
  authorise: (
    site: Site,
    secret: string,
    call: Call,
    body: Uint8Array | null,
    at: number,
  ) => Promise<Result<Record<string, string>>>;
}
