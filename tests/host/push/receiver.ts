import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A ninjs item as far as the receiver reads it. */
interface Item {
  uri: string;
  pubStatus: string;
  headlines?: { value: string }[];
  associations?: { renditions?: { title: string }[] }[];
}
interface Answer {
  status: number;
  body: object;
}

/** A newsroom's own endpoint, as the webhook's documentation has it: what such a receiver must check, it checks. */
export class Receiver {
  url = '';
  readonly assets = new Map<string, { bytes: Buffer; type: string }>();
  /** Each item that was taken, oldest first; a repeated key takes none. */
  readonly items: { item: Item; bytes: Buffer }[] = [];
  /** What was asked, as `GET /assets/…`. */
  readonly asked: string[] = [];
  readonly keys: string[] = [];
  /** So many answers to items get lost: the item is taken, the connection cut. */
  loses = 0;
  largest = Infinity;
  isNewerHere = false;
  readonly #secret: string;
  readonly #answers = new Map<string, Answer>();
  readonly #server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const asked = { line: `${request.method} ${request.url}`, headers: request.headers, body: Buffer.concat(parts) };
      this.#answer(asked, reply).catch((error: unknown) => reply.writeHead(500).end(String(error)));
    });
  });

  constructor(secret: string) {
    this.#secret = secret;
  }

  async start(): Promise<this> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/in`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** The signature is that of exactly the bytes that came, or of the address where none came. */
  #isSigned(line: string, headers: IncomingHttpHeaders, body: Buffer): boolean {
    const given = /^sha256=([0-9a-f]{64})$/.exec(String(headers['x-copydesk-signature']))?.[1] ?? '';
    const address = this.url.replace(/\/in$/, '') + (line.split(' ')[1] ?? '');
    const wanted = createHmac('sha256', this.#secret)
      .update(line.startsWith('GET') ? address : body)
      .digest();
    const own = Buffer.from(given, 'hex');
    return own.length === wanted.length && timingSafeEqual(own, wanted);
  }

  async #answer(
    { line, headers, body }: { line: string; headers: IncomingHttpHeaders; body: Buffer },
    reply: ServerResponse,
  ): Promise<void> {
    this.asked.push(line);
    const say = ({ status, body: said }: Answer): void => {
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    };
    if (!this.#isSigned(line, headers, body)) return say({ status: 401, body: { error: 'signature' } });
    const asset = /^GET \/in\/assets\/([0-9a-f]{64})$/.exec(line)?.[1];
    if (asset !== undefined) return say({ status: this.assets.has(asset) ? 200 : 404, body: {} });
    if (line === 'POST /in/assets') return say(await this.#keep(headers, body));
    if (line !== 'POST /in') return say({ status: 404, body: {} });
    const key = String(headers['idempotency-key']);
    // Two orders that differ in a single letter must never be taken for one.
    if (key !== createHash('sha256').update(body).digest('hex')) return say({ status: 400, body: { error: 'key' } });
    this.keys.push(key);
    const answer = this.#answers.get(key) ?? this.#take(body);
    this.#answers.set(key, answer);
    if (this.loses-- > 0) return void reply.destroy();
    say(answer);
  }

  async #keep(headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
    const type = String(headers['content-type']);
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const [id, file] = [form.get('media_id'), form.get('media')];
    if (typeof id !== 'string' || !(file instanceof File)) return { status: 400, body: {} };
    const bytes = Buffer.from(await file.arrayBuffer());
    if (bytes.length > this.largest) return { status: 413, body: {} };
    if (createHash('sha256').update(bytes).digest('hex') !== id) return { status: 422, body: { error: 'media_id' } };
    this.assets.set(id, { bytes, type: file.type });
    return { status: 201, body: { media_id: id } };
  }

  #take(bytes: Buffer): Answer {
    if (this.isNewerHere) return { status: 409, body: { error: 'newer' } };
    const item = JSON.parse(bytes.toString('utf8')) as Item;
    // An item never names a picture that did not come before it.
    const named = (item.associations ?? []).flatMap(({ renditions = [] }) => renditions.map(({ title }) => title));
    const missing = named.filter((title) => !this.assets.has(/([0-9a-f]{64})/.exec(title)?.[1] ?? ''));
    if (missing.length > 0) return { status: 424, body: { missing } };
    const version = this.items.filter(({ item: { uri } }) => uri === item.uri).length + 1;
    this.items.push({ item, bytes });
    return { status: 201, body: { id: `story-${this.items.length}`, url: `${this.url}/stories/1`, version } };
  }
}
