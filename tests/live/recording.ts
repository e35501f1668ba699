import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../src/cms/talk.ts';
import type { Transport, WireRequest } from '../../src/cms/wire.ts';

/** Where a recorded site is said to be. */
export const RECORDED_AT = 'https://cms.example';

/** One request as it went, without what signs it, and what the server answered. */
interface Exchange {
  request: string;
  /** JSON that was sent; a picture's bytes by their number. */
  sent?: unknown;
  status: number;
  headers: Record<string, string>;
  /** JSON as it is, anything else as text. */
  body: unknown;
}

/** A conversation with a real server. No secret and no address of the computer that recorded it is in it. */
export interface Recording {
  /** Which server said this: `WordPress 6.8.12`. */
  server: string;
  /** Milliseconds since the epoch. */
  at: number;
  exchanges: Exchange[];
  /** What somebody else's hands on the site answered, in order. */
  told: string[];
}

const fileOf = (kind: string, name: string): string =>
  fileURLToPath(new URL(`../fixtures/cms/${kind}/${name}.json`, import.meta.url));

export async function readRecording(kind: string, name: string): Promise<Recording> {
  return JSON.parse(await readFile(fileOf(kind, name), 'utf8')) as Recording;
}

/** WordPress says of all its routes what each takes: half a megabyte, of which the adapter asks whether one is there. */
const shortened = (name: string, value: unknown): unknown =>
  name === 'routes' && typeof value === 'object' && value !== null && '/wp/v2' in value ? { '/wp/v2': {} } : value;

/** @param origins where the site was while it was recorded; of these no word is kept */
export async function writeRecording(
  kind: string,
  name: string,
  recording: Recording,
  origins: readonly string[],
): Promise<void> {
  const file = fileOf(kind, name);
  await mkdir(fileURLToPath(new URL('.', `file://${file}`)), { recursive: true });
  const bare = (origin: string): string => origin.replace(/^https?:\/\//, '');
  const text = origins.reduce(
    (left, origin) =>
      left
        .replaceAll(origin, RECORDED_AT)
        .replaceAll(encodeURIComponent(origin), encodeURIComponent(RECORDED_AT))
        .replaceAll(bare(origin), bare(RECORDED_AT)),
    JSON.stringify(recording, shortened, 2),
  );
  await writeFile(file, `${text}\n`);
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

const KEPT = /^(?:content-type|link|location|x-wp-.*|retry-after|date)$/;

const lineOf = ({ method, url }: WireRequest): string => `${method} ${url}`;
function sentBy({ body, headers }: WireRequest): unknown {
  if (!body) return undefined;
  return /json/.test(headers['content-type'] ?? '')
    ? asJson(Buffer.from(body).toString('utf8'))
    : `${body.length} bytes`;
}

/** The same transport, which keeps what is said over it. */
export function recorded(transport: Transport, exchanges: Exchange[]): Transport {
  return async (request) => {
    const answer = await transport(request);
    if (answer.got !== 'reply') throw new Error(`${lineOf(request)}: ${answer.trouble.detail}`);
    const { status, headers, body } = answer.reply;
    const kept = Object.entries(headers).filter(([name]) => KEPT.test(name));
    const sent = sentBy(request);
    exchanges.push({
      request: lineOf(request),
      ...(sent !== undefined && { sent }),
      ...{ status, headers: Object.fromEntries(kept), body: asJson(body) },
    });
    return answer;
  };
}

/** A server that says what the recorded one said, to the same requests in the same order alone. */
export function replayed({ exchanges }: Recording): { transport: Transport; left: () => string[] } {
  const left = [...exchanges];
  const transport: Transport = async (request): Promise<Answer> => {
    const next = left.shift();
    // A form's boundary is made from its content, so that its length is the same each time.
    const [line, sent] = [lineOf(request), JSON.stringify(sentBy(request))];
    if (next?.request !== line) throw new Error(`asked ${line}, recorded is ${next?.request ?? 'nothing more'}`);
    if (JSON.stringify(next.sent) !== sent)
      throw new Error(`${line} sends ${sent}, recorded is ${JSON.stringify(next.sent)}`);
    const body = typeof next.body === 'string' ? next.body : JSON.stringify(next.body);
    return { got: 'reply', reply: { status: next.status, headers: next.headers, body } };
  };
  return { transport, left: () => left.map(({ request }) => request) };
}
