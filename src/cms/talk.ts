import type { Result } from '../base/result.ts';

/** What a call is for, so that the window can say it in words; `about` of the call names the photo, category or tag. */
export type CallName =
  | 'discover'
  | 'sign-in'
  | 'find-post'
  | 'read-post'
  | 'list-posts'
  | 'list-categories'
  | 'create-category'
  | 'find-tag'
  | 'create-tag'
  | 'find-author'
  | 'find-photo'
  | 'upload-photo'
  | 'finish-photo'
  | 'describe-photo'
  | 'remove-photo'
  | 'create-post'
  | 'update-post'
  | 'publish-post'
  | 'unpublish-post'
  | 'remove-post'
  | 'read-back'
  | 'deliver';

/**
 * What is sent. `text` goes as UTF-8. `picture` is one of the job's pictures by its SHA-256, whose bytes the runner gets
 * from the reader it was given: raw where `form` is absent, else as multipart/form-data with the fields before the file.
 */
export type Body =
  { kind: 'text'; text: string } | { kind: 'picture'; sha256: string; bytes: number; form?: PictureForm };

/** A multipart form round a picture; `file` is the field and the name under which it goes. */
export interface PictureForm {
  fields: Record<string, string>;
  file: { field: string; name: string; type: string };
}

/** One request as an adapter asks for it: without any secret, which only `CmsAdapter.authorise` adds, as it leaves. */
export interface Call {
  name: CallName;
  /** What it is about, as a person knows it: a photo's file name, a category. Absent for the post itself. */
  about?: string;
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Absolute. */
  url: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Body | null;
  /** Whether it changes something there: what a plan must not do, and what is never sent twice without looking first. */
  writes: boolean;
  /** Failures of the server (500 and more, 429) that the adapter wants to judge itself instead of waiting and beginning anew. */
  hears?: readonly Heard[];
  /** What a good answer's body must be; anything else is not the CMS speaking (a hotel's sign-in page, a broken plugin). */
  expects: 'json' | 'any';
  /** How long to wait for the answer, in milliseconds; the runner's own limit where absent. Pictures need longer. */
  timeout?: number;
}

/** A reply by its status and, where given, by a header that it has or a text that its body holds. */
export interface Heard {
  status: number;
  header?: string;
  body?: string;
}

/** What the server answered. */
export interface Reply {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** The body as text (UTF-8). */
  body: string;
}

/**
 * Why no whole answer came.
 *
 * - `offline`: the computer has no network; `dns`: no such host, or no name server;
 * - `refused`: nobody listens there; `tls`: the certificate is not good, or no TLS; `reset`: cut before the answer;
 * - `half-reply`: cut within it; `timeout`: none in time; `cancelled`: a person stopped it;
 * - `abandoned`: this program ended while it waited;
 * - `unsigned`: the secret cannot be one (`detail` is the failure's code), so that nothing was sent;
 * - `media-missing`: the picture's own bytes are not on this computer, so that nothing was sent.
 */
export interface Trouble {
  kind:
    | 'offline'
    | 'dns'
    | 'refused'
    | 'tls'
    | 'reset'
    | 'half-reply'
    | 'timeout'
    | 'cancelled'
    | 'abandoned'
    | 'unsigned'
    | 'media-missing';
  /** English, for the log; no secret. */
  detail: string;
}

export type Answer = { got: 'reply'; reply: Reply } | { got: 'trouble'; trouble: Trouble };

/**
 * A conversation with a CMS: it asks for one call after the other, hears the replies, and ends with a result. It does no
 * input or output, has no clock and knows no secret: the same replies always make the same calls, so that a recorded
 * conversation can be played again. Trouble on the way (no network, 429, 5xx not in `hears`) never reaches it.
 */
export type Talk<T> = Generator<Call, Result<T>, Reply>;
