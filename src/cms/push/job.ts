import type { Story } from '../../story/schema.ts';
import type { Site } from '../site.ts';
import type { RemotePost } from '../remote.ts';
import type { Answer, Call } from '../talk.ts';

/** A picture as it will be sent: the photo's original, or the crop or smaller copy that stands for it. */
export interface PushPicture {
  /** The photo's id in the story. */
  photo: string;
  /** SHA-256 of these bytes in lower-case hex: how a copy that is there already is known. */
  sha256: string;
  /** Media type (RFC 6838). */
  type: string;
  /** The name it came in with. */
  name: string;
  /** Pixels, as displayed. */
  width: number;
  height: number;
  bytes: number;
}

/** What a person ordered for this push. */
export interface PushOrder {
  /** `unpublished` takes a published post back to a draft. */
  status: 'draft' | 'pending' | 'scheduled' | 'published' | 'unpublished';
  /** When a scheduled post goes out (RFC 3339 with offset); null for the others. */
  at: string | null;
  /** A category by its name; empty for the site's own default. Ghost: the primary tag. */
  category: string;
  /** By name; those that are not there are made if the user may. */
  tags: string[];
  /** Plain; empty takes the standfirst. */
  excerpt: string;
  /** The photo that stands for the post in lists, by its id; null for none. */
  featured: string | null;
  /** A user there: login, e-mail or number; empty for whoever signs in. */
  author: string;
  /** Whether an update of what is published moves its visible date. */
  isSignificant: boolean;
  /** Whether the pictures keep the camera's EXIF, with its place (GPS) and serial numbers. */
  keepsCamera?: boolean | undefined;
}

/**
 * What to do where the post on the site is not as it was left.
 *
 * - `ask`: stop and show what became of it, even where everything combines;
 * - `combine`: go on where the merge is without flags, else ask;
 * - `accepted`: the story of this job is the merge that a person accepted; `over` is the revision they saw, and only
 *   that one may be overwritten: a newer one is asked about again. `keep` names the post's own fields (`tags`, `categories`,
 *   `excerpt`, `slug`, `featured`) that stay as they are there.
 */
export type Changed = { do: 'ask' } | { do: 'combine' } | { do: 'accepted'; over: string; keep?: string[] };

/** What we last pushed to or pulled from the site: the common ground of a later merge. */
export interface Base {
  /** The story as it was then. */
  story: Story;
  /** The post as the site had it then. */
  post: RemotePost;
}

/** A push, as the outbox keeps it. Plain data: it goes to disk as JSON. The secret is not in it. */
export interface PushJob {
  id: string;
  site: Site;
  story: Story;
  pictures: PushPicture[];
  order: PushOrder;
  /** Null where this computer never pushed the story there and never pulled it. */
  base: Base | null;
  changed: Changed;
  /** When it was ordered: milliseconds since the epoch. */
  createdAt: number;
  /**
   * When a person last said "go": at first `createdAt`. Another instant than the last step's `go` ends any waiting or standing
   * still: the push begins anew at once, and with ten minutes more in which it may publish without asking.
   */
  confirmedAt: number;
  /**
   * An answer to `push.same-slug` (a post bears this address and headline, but not our mark): the post's id to take it
   * for this story's, or `new` to make another.
   */
  sameSlug?: string;
}

/** One call of a push as it is recorded: before it leaves, and again with its answer. Plain data. */
export interface StepRecord {
  /** Which beginning of the job it belongs to, from 1: after trouble a push looks anew at what is there. */
  attempt: number;
  /** The job's `confirmedAt` when it was sent: another one there means that a person has said "go" since. */
  go: number;
  /** As it went, but for its authorisation, which reads `••••`. */
  call: Call;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** Null while it is under way, and for ever where the program ended then. */
  endedAt: number | null;
  answer: Answer | null;
}
