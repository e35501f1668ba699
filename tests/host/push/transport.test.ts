import { afterEach, describe, expect, it } from 'vitest';
import { createTransport, type TransportOptions } from '../../../electron/services/cms/transport.ts';
import type { WireRequest } from '../../../src/cms/wire.ts';
import { closeServers, startServer } from './server.ts';

afterEach(closeServers);

const get = (url: string): WireRequest => ({ method: 'GET', url, headers: {}, body: null, timeout: 5000 });

async function came(request: WireRequest, options?: TransportOptions): Promise<string> {
  const answer = await createTransport(options)(request);
  return answer.got === 'reply' ? `${answer.reply.status} ${answer.reply.body}` : answer.trouble.kind;
}

describe('a request to a site', () => {
  it('answers every status whole, and keeps no cookie', async () => {
    const server = await startServer((_, reply) =>
      reply.writeHead(418, { 'set-cookie': 'a=b', 'x-of': 'tea' }).end('Trà'),
    );
    const answer = await createTransport()(get(server.url));
    expect(answer).toMatchObject({ got: 'reply', reply: { status: 418, body: 'Trà', headers: { 'x-of': 'tea' } } });
    expect(JSON.stringify(answer)).not.toContain('a=b');
  });

  it('follows no redirect, so that nothing secret goes elsewhere', async () => {
    const other = await startServer((_, reply) => reply.end('there'));
    const server = await startServer((_, reply) => reply.writeHead(302, { location: other.url }).end());
    expect(await came({ ...get(server.url), headers: { authorization: 'Basic x' } })).toBe('302 ');
    expect(other.asked).toEqual([]);
  });

  it('tells what never arrived from what may have', async () => {
    const gone = await startServer(() => null);
    await gone.close();
    expect(await came(get(gone.url))).toBe('refused');
    expect(await came(get(gone.url), { isOnline: () => false })).toBe('offline');
    const cutting = await startServer((_, reply) => reply.destroy());
    expect(await came(get(cutting.url))).toBe('reset');
    const half = await startServer((_, reply) => {
      reply.writeHead(200, { 'content-length': '100' }).write('half', () => reply.destroy());
    });
    expect(await came(get(half.url))).toBe('half-reply');
    expect(await came(get('https://nowhere.invalid/'))).toMatch(/^(dns|offline)$/);
  });

  it('ends by its time limit, by the person, and where an answer is too large', async () => {
    const silent = await startServer(() => null);
    expect(await came({ ...get(silent.url), timeout: 50 })).toBe('timeout');
    const stop = new AbortController();
    const asked = came({ ...get(silent.url), signal: stop.signal });
    stop.abort();
    expect(await asked).toBe('cancelled');
    const loud = await startServer((_, reply) => reply.end('x'.repeat(100_000)));
    expect(await came(get(loud.url), { maxBytes: 1000 })).toBe('half-reply');
  });

  it('speaks to nobody without a good certificate', async () => {
    const plain = await startServer((_, reply) => reply.end('hello'));
    expect(await came(get(plain.url.replace('http:', 'https:')))).toBe('tls');
    expect(plain.asked).toEqual([]);
  });
});
