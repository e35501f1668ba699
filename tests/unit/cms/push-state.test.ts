import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { Bench, job, PICTURE, reply, START, trouble } from './server.ts';

const there = reply(200);
const missing = reply(404);
const taken = reply(201, { id: 7, url: 'https://desk.example/7', version: 1 });

test('a push asks for the picture, sends it, and delivers the story', async () => {
  const bench = new Bench();
  expect(await bench.run(job(), [missing, reply(201), taken])).toMatchObject({
    is: 'done',
    pushed: { did: 'created', uploaded: 1, post: { id: '7', link: 'https://desk.example/7' } },
  });
  expect(bench.sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `GET https://desk.example/in/assets/${PICTURE}`,
    'POST https://desk.example/in/assets',
    'POST https://desk.example/in',
  ]);
});

test('a picture that is there is not sent again', async () => {
  const bench = new Bench();
  expect(await bench.run(job(), [there, taken])).toMatchObject({ pushed: { uploaded: 0, reused: 1 } });
});

test('the signature is the HMAC of exactly the bytes that leave, and the key is the same for the same story', async () => {
  const bench = new Bench();
  await bench.run(job(), [there, taken]);
  await new Bench().run(job(), [there, taken]);
  const delivered = bench.sent.at(-1);
  const expected = createHmac('sha256', 'a shared secret')
    .update(delivered?.body ?? new Uint8Array())
    .digest('hex');
  expect(delivered?.headers['x-copydesk-signature']).toBe(`sha256=${expected}`);
  const again = new Bench();
  await again.run(job(), [there, taken]);
  expect(again.sent.at(-1)?.headers['idempotency-key']).toBe(delivered?.headers['idempotency-key']);
});

test('no secret is recorded', async () => {
  const bench = new Bench();
  await bench.run(job(), [missing, reply(201), taken]);
  const kept = JSON.stringify(bench.steps);
  expect(kept).not.toContain('a shared secret');
  expect(kept).not.toContain(bench.sent[0]?.headers['x-copydesk-signature']);
  expect(JSON.parse(kept)).toEqual(bench.steps);
});

test('after a lost answer it waits, then looks again before it sends anything', async () => {
  const bench = new Bench();
  expect(await bench.run(job(), [missing, trouble('reset')])).toMatchObject({
    is: 'waiting',
    failure: { code: 'push.unreachable', about: { kind: 'reset', host: 'desk.example' } },
    until: START + 5000,
  });
  // Too early: nothing is sent.
  expect(await bench.run(job(), [])).toMatchObject({ is: 'waiting' });
  bench.now = START + 5000;
  expect(await bench.run(job(), [there, taken])).toMatchObject({ is: 'done', attempt: 2, pushed: { reused: 1 } });
});

test('a program that ended while it waited for an answer goes on by looking', async () => {
  const bench = new Bench();
  expect(await bench.run(job(), [missing, 'kill'])).toBe('killed');
  expect(bench.steps.at(-1)).toMatchObject({ endedAt: null, answer: null });
  bench.now += 5000;
  expect(await bench.run(job(), [there, taken])).toMatchObject({ is: 'done' });
  expect(bench.steps.find(({ answer }) => answer?.got === 'trouble')).toMatchObject({
    answer: { trouble: { kind: 'abandoned' } },
  });
});

test('each failure in a row doubles the wait; a server may ask for more', async () => {
  const bench = new Bench();
  const waits: number[] = [];
  for (let round = 0; round < 4; round++) {
    const state = await bench.run(job(), [reply(503, 'down')]);
    if (state === 'killed' || state.is !== 'waiting') throw new Error('it does not wait');
    waits.push(state.until - bench.now);
    bench.now = state.until;
  }
  expect(waits).toEqual([5000, 10_000, 20_000, 40_000]);
  const busy = await bench.run(job(), [reply(429, {}, { 'retry-after': '600' })]);
  expect(busy).toMatchObject({ is: 'waiting', failure: { code: 'push.busy' }, until: bench.now + 600_000 });
});

test('ten failures of the server in a row need a person; their word begins anew', async () => {
  const bench = new Bench();
  for (let round = 0; round < 9; round++) {
    const state = await bench.run(job(), [reply(500)]);
    if (state === 'killed' || state.is !== 'waiting') throw new Error('it does not wait');
    bench.now = state.until;
  }
  expect(await bench.run(job(), [reply(500)])).toMatchObject({
    is: 'person',
    failure: { code: 'push.keeps-failing', about: { times: 10 } },
  });
  expect(await bench.run(job({ confirmedAt: bench.now }), [there, taken])).toMatchObject({ is: 'done' });
});

test('no network waits without end, and goes when it is back', async () => {
  const bench = new Bench();
  for (let round = 0; round < 30; round++) {
    const state = await bench.run(job(), [trouble('offline')]);
    if (state === 'killed' || state.is !== 'waiting') throw new Error('it does not wait');
    bench.now = state.until;
  }
  await bench.run(job(), [trouble('offline')]);
  bench.now += 1;
  expect(await bench.run(job(), [there, taken], { woken: bench.now })).toMatchObject({ is: 'done' });
});

test('what waited over ten minutes is published only when a person says so again', async () => {
  const bench = new Bench();
  const order = { status: 'published' } as const;
  await bench.run(job({}, order), [trouble('offline')]);
  bench.now += 11 * 60_000;
  expect(await bench.run(job({}, order), [])).toMatchObject({
    is: 'person',
    failure: { code: 'push.still-publish', about: { minutes: 11 } },
  });
  expect(await bench.run(job({ confirmedAt: bench.now }, order), [there, taken])).toMatchObject({ is: 'done' });
});

test('a draft that waited an hour goes by itself', async () => {
  const bench = new Bench();
  await bench.run(job(), [trouble('offline')]);
  bench.now += 3_600_000;
  expect(await bench.run(job(), [there, taken])).toMatchObject({ is: 'done' });
});

test.each([
  ['tls', trouble('tls'), 'push.tls'],
  ['a wrong secret', reply(401), 'push.wrong-password'],
  ['a missing right', reply(403), 'push.missing-right'],
  ['something the server does not do', reply(501), 'push.refused'],
  ['another address', reply(301, '', { location: '/elsewhere' }), 'push.redirected'],
])('%s stops for a person, and stays so', async (_, answer, code) => {
  const bench = new Bench();
  expect(await bench.run(job(), [answer])).toMatchObject({ is: 'person', failure: { code } });
  bench.now += 3_600_000;
  expect(await bench.run(job(), [])).toMatchObject({ is: 'person', failure: { code } });
});

test('a hotel’s own page is no answer of the site', async () => {
  const bench = new Bench();
  expect(await bench.run(job(), [reply(302, '', { location: 'https://wifi.example/sign-in' })])).toMatchObject({
    is: 'waiting',
    failure: { code: 'push.portal', about: { to: 'wifi.example' } },
  });
});

test('a clock that is set back neither loops nor forgets what a person must do', async () => {
  const bench = new Bench();
  bench.now = START - 600_000;
  expect(await bench.run(job(), [reply(403)])).toMatchObject({ is: 'person' });
});

test('http to another computer gets no secret', async () => {
  const bench = new Bench();
  const site = { ...job().site, url: 'http://desk.example/in' };
  expect(await bench.run(job({ site }), [])).toMatchObject({ is: 'person', failure: { code: 'push.not-loopback' } });
  expect(bench.sent).toEqual([]);
});
