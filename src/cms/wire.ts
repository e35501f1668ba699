import { joined, utf8 } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { CmsAdapter } from './adapter.ts';
import { isSafeAddress, isSameOrigin, type Site } from './site.ts';
import type { Answer, Body, Call } from './talk.ts';

/** A request as it leaves, with what proves who sends it. Never recorded. */
export interface WireRequest {
  method: Call['method'];
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
  /** Milliseconds until the answer must be whole. */
  timeout: number;
  signal?: AbortSignalLike | undefined;
}

/** The part of an AbortSignal that is needed here: `src/` has no DOM types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

/**
 * Sends one request and answers what came of it. It never throws, follows no redirect, keeps no cookie, and refuses bad
 * certificates (`tls`). An abort in `signal` ends it with `cancelled`.
 */
export type Transport = (request: WireRequest) => Promise<Answer>;

/** The bytes of one of the job's pictures by its SHA-256, or undefined where they are not there. */
export type PictureReader = (sha256: string) => Promise<Uint8Array | undefined>;

/** What a conversation needs of the world. */
export interface Line {
  adapter: CmsAdapter;
  site: Site;
  secret: string;
  transport: Transport;
  picture: PictureReader;
  /** Milliseconds since the epoch. */
  clock: () => number;
  /** How long an answer may take where the call does not say, in milliseconds. */
  timeout: number;
  signal?: AbortSignalLike | undefined;
}

const quoted = (text: string): string => text.replaceAll('"', '%22').replace(/[\r\n]+/g, ' ');

/** multipart/form-data (RFC 7578); the boundary holds the picture's own hash, so that nothing in it can be one. */
function multipart(body: Extract<Body, { kind: 'picture' }>, picture: Uint8Array): { bytes: Uint8Array; type: string } {
  const { fields, file } = body.form ?? { fields: {}, file: { field: 'file', name: 'picture', type: '' } };
  const boundary = `copydesk-${body.sha256}`;
  const parts = Object.entries(fields).map(([name, value]) =>
    utf8(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`),
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(file.field)}"; filename="${quoted(file.name)}"\r\nContent-Type: ${file.type}\r\n\r\n`;
  return {
    bytes: joined(...parts, utf8(head), picture, utf8(`\r\n--${boundary}--\r\n`)),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

interface Packed {
  bytes: Uint8Array | null;
  headers: Record<string, string>;
}

async function pack(body: Body | null, picture: PictureReader): Promise<Packed | null> {
  if (body === null) return { bytes: null, headers: {} };
  if (body.kind === 'text') return { bytes: utf8(body.text), headers: {} };
  const bytes = await picture(body.sha256);
  if (!bytes) return null;
  if (!body.form) return { bytes, headers: {} };
  const form = multipart(body, bytes);
  return { bytes: form.bytes, headers: { 'content-type': form.type } };
}

/**
 * Sends one call of a conversation, signed. The secret goes to the site's own origin alone, over https or to this
 * computer: anything else fails with `push.not-loopback`. Fails with `push.bad-secret` as the adapter does.
 */
export async function send(line: Line, call: Call): Promise<Result<Answer>> {
  if (!isSafeAddress(call.url)) return fail('push.not-loopback', 'no secret goes over http', { url: call.url });
  const packed = await pack(call.body, line.picture);
  if (!packed) {
    return ok({ got: 'trouble', trouble: { kind: 'media-missing', detail: call.about ?? 'a picture is not there' } });
  }
  const headers: Record<string, string> = { ...call.headers, ...packed.headers };
  if (call.name !== 'discover' && (isSameOrigin(call.url, line.site.api) || isSameOrigin(call.url, line.site.url))) {
    const proof = await line.adapter.authorise(line.site, line.secret, call, packed.bytes, line.clock());
    if (!proof.ok) return proof;
    Object.assign(headers, proof.value);
  }
  const { method, url, timeout = line.timeout } = call;
  return ok(await line.transport({ method, url, headers, body: packed.bytes, timeout, signal: line.signal }));
}
