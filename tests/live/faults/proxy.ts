import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { freePort } from '../servers/process.ts';

/** What can go wrong between a desk and a site, as the proxy does it. */
export const PROXY_FAULTS = [
  'drop-before',
  'drop-after',
  'half-reply',
  'error-500',
  'busy-429',
  'stall-before',
  'stall-after',
] as const;
/** `too-large`: a web server that takes no body of this size, as nginx says it. */
export type ProxyFault = (typeof PROXY_FAULTS)[number] | 'too-large';

/** A proxy before a server, which does to each request what `choose` says; null lets it through. */
export class FaultProxy {
  url = '';
  choose: (path: string, method: string) => ProxyFault | null = () => null;
  /** Whether the server hears the proxy's own address as the one that was asked: a site that says it is there. */
  isTheSite = false;
  /** Hears that the server has done what a request asked, before its answer is passed on. */
  served: () => Promise<void> | void = () => undefined;
  /** Hears that an answer was passed on whole. */
  answered: () => void = () => undefined;
  readonly #server: Server;
  readonly #target: () => string;

  constructor(target: () => string) {
    this.#target = target;
    this.#server = createServer((asked, answer) => {
      // The server itself went away.
      this.#pass(asked, answer).catch(() => asked.socket.destroy());
    });
  }

  async start(): Promise<void> {
    const port = await freePort();
    await new Promise<void>((listening) => this.#server.listen(port, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of asked) pieces.push(piece as Buffer);
    const fault = this.choose(asked.url ?? '', asked.method ?? '');
    if (fault === 'drop-before') return void asked.socket.destroy();
    // The desk's own time limit ends it.
    if (fault === 'stall-before') return;
    if (fault === 'error-500')
      return void answer.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Fatal error</h1>');
    if (fault === 'too-large')
      return void answer
        .writeHead(413, { 'content-type': 'text/html' })
        .end('<html><body><h1>413 Request Entity Too Large</h1></body></html>');
    if (fault === 'busy-429') return void answer.writeHead(429, { 'retry-after': '1' }).end('{}');
    const { status, headers, body } = await this.#forward(asked, Buffer.concat(pieces));
    await this.served();
    if (fault === 'drop-after') return void asked.socket.destroy();
    if (fault === 'stall-after') return;
    answer.writeHead(status, { ...headers, 'content-length': String(body.length) });
    if (fault !== 'half-reply')
      return void answer.end(body, () => {
        this.answered();
      });
    answer.write(body.subarray(0, Math.floor(body.length / 2)), () => asked.socket.destroy());
  }

  #forward(
    asked: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const { host, connection: _, ...others } = asked.headers;
      const headers = this.isTheSite ? { ...others, host } : others;
      const sent = request(this.#target() + (asked.url ?? ''), { method: asked.method ?? 'GET', headers }, (reply) => {
        const pieces: Buffer[] = [];
        reply.on('data', (piece: Buffer) => pieces.push(piece));
        reply.on('end', () => {
          const kept = Object.entries(reply.headers).filter(
            ([name]) => !/^(?:connection|transfer-encoding|content-length)$/.test(name),
          );
          resolve({
            status: reply.statusCode ?? 500,
            headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
            body: Buffer.concat(pieces),
          });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
