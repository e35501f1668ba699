import { afterEach, describe, expect, it } from 'vitest';
import { sendHttp } from '../../../electron/services/http/client.ts';
import { httpFailure } from '../../../electron/services/http/trouble.ts';
import { recorded } from '../../../electron/services/http/record.ts';
import { closeServers, startServer } from './server.ts';

afterEach(closeServers);

const code = async (asked: ReturnType<typeof sendHttp>): Promise<string> => {
  const answer = await asked;
  return answer.ok ? `${answer.value.status}` : answer.failure.code;
};

describe('a request to a site', () => {
  it('answers every status whole', async () => {
    const server = await startServer((_, reply) => reply.writeHead(418, { 'x-of': 'tea' }).end('Trà'));
    const answer = await sendHttp({ method: 'GET', url: `${server.url}/a` });
    expect(answer.ok && [answer.value.status, answer.value.headers['x-of']]).toEqual([418, 'tea']);
    expect(answer.ok && Buffer.from(answer.value.body).toString()).toBe('Trà');
  });

  it('wants https, but for this computer itself', async () => {
    expect(await code(sendHttp({ method: 'GET', url: 'http://example.org/' }))).toBe('http.insecure');
    expect(await code(sendHttp({ method: 'GET', url: 'ftp://example.org/' }))).toBe('http.bad-address');
    expect(await code(sendHttp({ method: 'GET', url: 'https://ann:pw@example.org/' }))).toBe('http.bad-address');
  });

  it('leaves what proves who asks behind where it is sent to another origin', async () => {
    const other = await startServer((_, reply) => reply.end('there'));
    const server = await startServer(({ url }, reply) =>
      url === '/far'
        ? reply.writeHead(302, { location: `${other.url}/x` }).end()
        : url === '/near'
          ? reply.writeHead(301, { location: '/here' }).end()
          : reply.end('here'),
    );
    const headers = { Authorization: 'Basic c2VjcmV0', Accept: 'application/json' };
    await sendHttp({ method: 'GET', url: `${server.url}/far`, headers });
    await sendHttp({ method: 'GET', url: `${server.url}/near`, headers });
    expect(other.asked[0]?.headers.authorization).toBeUndefined();
    expect(other.asked[0]?.headers.accept).toBe('application/json');
    expect(server.asked.map(({ line, headers: { authorization } }) => [line, authorization])).toEqual([
      ['GET /far', 'Basic c2VjcmV0'],
      ['GET /near', 'Basic c2VjcmV0'],
      ['GET /here', 'Basic c2VjcmV0'],
    ]);
  });

  it('never writes a second time where it is sent on, and says where the site lies', async () => {
    const server = await startServer((_, reply) =>
      reply.writeHead(307, { location: 'https://www.example.org/p' }).end(),
    );
    const answer = await sendHttp({ method: 'POST', url: `${server.url}/p`, body: 'x' });
    expect(!answer.ok && answer.failure).toMatchObject({
      code: 'http.moved',
      about: { to: 'https://www.example.org/p' },
    });
    expect(server.asked).toHaveLength(1);
  });

  it('does not go in circles', async () => {
    const server = await startServer((_, reply) => reply.writeHead(302, { location: '/again' }).end());
    expect(await code(sendHttp({ method: 'GET', url: server.url }))).toBe('http.moved');
    expect(server.asked.length).toBeLessThan(10);
  });

  it('ends by a time limit, by the person, and where an answer is too large', async () => {
    const silent = await startServer(() => null);
    expect(await code(sendHttp({ method: 'GET', url: silent.url }, { timeout: 50 }))).toBe('http.timeout');
    const stop = new AbortController();
    const asked = sendHttp({ method: 'GET', url: silent.url }, { signal: stop.signal });
    stop.abort();
    expect(await code(asked)).toBe('http.stopped');
    const loud = await startServer((_, reply) => reply.end('x'.repeat(100_000)));
    expect(await code(sendHttp({ method: 'GET', url: loud.url }, { maxBytes: 1000 }))).toBe('http.too-large');
  });

  it('tells what never arrived from what may have', async () => {
    const gone = await startServer(() => null);
    await gone.close();
    expect(await code(sendHttp({ method: 'POST', url: gone.url, body: 'x' }))).toBe('http.refused');
    const cutting = await startServer((_, reply) => reply.destroy());
    expect(await code(sendHttp({ method: 'POST', url: cutting.url, body: 'x' }))).toBe('http.cut');
    expect(await code(sendHttp({ method: 'GET', url: 'https://nowhere.invalid/' }))).toMatch(
      /http\.(no-such-host|offline)/,
    );
  });

  it('speaks to nobody who is not who they say', async () => {
    const plain = await startServer((_, reply) => reply.end('hello'));
    const secure = plain.url.replace('http:', 'https:');
    expect(await code(sendHttp({ method: 'GET', url: secure }))).toBe('http.certificate');
    expect(plain.asked).toEqual([]);
    for (const reason of ['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID']) {
      const cause = Object.assign(new Error('refused'), { code: reason });
      const { failure } = httpFailure(new TypeError('fetch failed', { cause }), 'example.org');
      expect(failure).toMatchObject({ code: 'http.certificate', about: { host: 'example.org', reason } });
    }
  });
});

describe('what is written down of it', () => {
  it('holds no secret, wherever it stands', () => {
    const secret = 'abcd EFGH 1234';
    const exchange = recorded(
      '2026-11-24T09:00:00Z',
      12,
      {
        method: 'POST',
        url: `https://example.org/?key=${encodeURIComponent(secret)}`,
        headers: {
          Authorization: 'Basic c2VjcmV0',
          'X-Copydesk-Signature': 'sha256=1',
          'Content-Type': 'application/json',
        },
        body: '{"title":"Lũ","password":"abcdEFGH1234"}',
      },
      {
        status: 200,
        headers: { 'set-cookie': 'a=b', 'content-type': 'application/json' },
        body: Buffer.from('{"echo":"abcd EFGH 1234","link":"https://example.org/1"}'),
        url: '',
      },
      [secret],
    );
    const all = JSON.stringify(exchange);
    for (const form of [secret, 'abcdEFGH1234', 'c2VjcmV0', 'sha256=1', 'a=b', encodeURIComponent(secret)])
      expect(all).not.toContain(form);
    expect(exchange.request).toContain('"title":"Lũ"');
    expect(exchange.reply).toContain('https://example.org/1');
  });

  it('counts a picture’s bytes and shows none', () => {
    const request = {
      method: 'POST',
      url: 'https://e.org',
      headers: { 'content-type': 'image/jpeg' },
      body: new Uint8Array(99),
    };
    expect(recorded('', 1, request, 'no answer', []).request).toContain('(99 bytes)');
  });
});
