import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../src/base/result.ts';
import { z } from '../../../src/base/schema.ts';
import { call } from '../../../src/ipc/call.ts';
import { contract } from '../../../src/ipc/contract.ts';
import { createRouter, type HandlersOf } from '../../../src/ipc/router.ts';
import { malformedMessages } from './malformed.ts';

const desk = {
  'desk.greet': call(z.object({ name: z.string().max(20) }), z.object({ words: z.string() })),
  'desk.count': call(z.undefined(), z.int()),
};

function deskRouter(handlers: Partial<HandlersOf<typeof desk>> = {}) {
  const onBug = vi.fn<(call: string, error: unknown) => void>();
  const router = createRouter(
    desk,
    {
      'desk.greet': async ({ name }) => ok({ words: `Good morning, ${name}` }),
      'desk.count': async () => ok(3),
      ...handlers,
    },
    onBug,
  );
  return { router, onBug };
}

const refusal = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) as unknown });

describe('the door between window and host', () => {
  it('lets a well-made call through and answers it', async () => {
    const { router, onBug } = deskRouter();
    expect(await router('desk.greet', { name: 'Lan' })).toEqual(ok({ words: 'Good morning, Lan' }));
    expect(await router('desk.count', undefined)).toEqual(ok(3));
    expect(onBug).not.toHaveBeenCalled();
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    'desk',
    'desk.',
    'DESK.GREET',
    ' desk.greet',
    'desk.greet ',
    'desk.greet\0',
    undefined,
    null,
    0,
    true,
    ['desk.greet'],
    { toString: () => 'desk.greet' },
    Symbol('desk.greet'),
    () => 'desk.greet',
  ])('knows no call %#', async (name) => {
    const { router } = deskRouter();
    expect(await router(name, { name: 'Lan' })).toEqual(refusal('ipc.unknown-call'));
  });

  it('knows no call that only a handler answers to', async () => {
    const handlers = {
      'desk.greet': async () => ok({ words: '' }),
      'desk.count': async () => ok(1),
      'desk.secret': async () => ok(1),
    };
    const router = createRouter(desk, handlers, vi.fn());
    expect(await router('desk.secret', undefined)).toEqual(refusal('ipc.unknown-call'));
  });

  it.each([
    undefined,
    null,
    'Lan',
    7,
    [],
    {},
    { name: 7 },
    { name: 'x'.repeat(21) },
    { Name: 'Lan' },
    new Map([['name', 'Lan']]),
  ])('refuses input %# before a handler sees it', async (input) => {
    const greet = vi.fn();
    const { router, onBug } = deskRouter({ 'desk.greet': greet });
    expect(await router('desk.greet', input)).toEqual(refusal('ipc.bad-input'));
    expect(greet).not.toHaveBeenCalled();
    expect(onBug).not.toHaveBeenCalled();
  });

  it('hands on only what the contract names', async () => {
    const greet = vi.fn(async () => ok({ words: 'Hello' }));
    const { router } = deskRouter({ 'desk.greet': greet });
    await router('desk.greet', JSON.parse('{"name":"Lan","isAdmin":true,"__proto__":{"isAdmin":true}}'));
    expect(greet).toHaveBeenCalledWith({ name: 'Lan' });
  });

  it('never repeats refused input, which may be a story’s text', async () => {
    const { router } = deskRouter();
    const answer = await router('desk.greet', { name: 'confidential source: '.repeat(4) });
    expect(JSON.stringify(answer)).not.toContain('confidential');
  });

  it('refuses input that throws while it is read', async () => {
    const trap = {
      get name(): string {
        throw new Error('no');
      },
    };
    const { router } = deskRouter();
    expect(await router('desk.greet', trap)).toEqual(refusal('ipc.bad-input'));
  });

  it('passes a handler’s own refusal on', async () => {
    const { router, onBug } = deskRouter({
      'desk.count': async () => fail('desk.closed', 'Closed', { until: 'Monday' }),
    });
    expect(await router('desk.count', undefined)).toEqual(fail('desk.closed', 'Closed', { until: 'Monday' }));
    expect(onBug).not.toHaveBeenCalled();
  });

  it('reports a handler that throws, at once or later, and tells the window no more than that', async () => {
    const error = new Error('secret path /home/lan');
    const broken: HandlersOf<typeof desk>['desk.count'][] = [
      () => {
        throw error;
      },
      () => Promise.reject(error),
    ];
    for (const handler of broken) {
      const { router, onBug } = deskRouter({ 'desk.count': handler });
      const answer = await router('desk.count', undefined);
      expect(answer).toEqual(refusal('ipc.broken'));
      expect(JSON.stringify(answer)).not.toContain('secret');
      expect(onBug).toHaveBeenCalledExactlyOnceWith('desk.count', error);
    }
  });

  it.each([
    undefined,
    null,
    3,
    'three',
    {},
    { ok: true },
    { ok: 'yes', value: 3 },
    { ok: true, value: 'three' },
    { ok: true, value: 3.5 },
    { ok: false },
    { ok: false, failure: {} },
    { ok: false, failure: { code: 1, detail: '' } },
  ])('reports answer %# that breaks the contract', async (answer) => {
    const { router, onBug } = deskRouter({ 'desk.count': async () => answer as never });
    expect(await router('desk.count', undefined)).toEqual(refusal('ipc.bad-output'));
    expect(onBug).toHaveBeenCalledOnce();
  });

  it('answers only what the contract promises', async () => {
    const { router } = deskRouter({ 'desk.greet': async () => ok({ words: 'Hello', password: 'x' }) });
    expect(await router('desk.greet', { name: 'Lan' })).toEqual(ok({ words: 'Hello' }));
  });
});

describe('the whole contract under malformed messages', () => {
  it('refuses thousands of them with a code, and no handler works on one', async () => {
    const worked: string[] = [];
    const handlers = Object.fromEntries(
      Object.keys(contract).map((name) => [
        name,
        async () => {
          worked.push(name);
          return fail('test.worked', '');
        },
      ]),
    ) as unknown as HandlersOf<typeof contract>;
    const onBug = vi.fn();
    const router = createRouter(contract, handlers, onBug);
    const seen = new Map<string, number>();
    for (const { name, input } of malformedMessages(Object.keys(contract), 5_000)) {
      const answer = await router(name, input);
      if (answer.ok) throw new Error(`${String(name)} was answered`);
      seen.set(answer.failure.code, (seen.get(answer.failure.code) ?? 0) + 1);
    }
    expect(onBug).not.toHaveBeenCalled();
    expect(worked).toEqual([]);
    expect([...seen.keys()].sort()).toEqual(['ipc.bad-input', 'ipc.unknown-call']);
    // Both kinds of message came in numbers worth the name.
    expect(Math.min(...seen.values())).toBeGreaterThan(1_000);
  });

  it('refuses a change nested too deep to read, and goes on working', async () => {
    const handlers = Object.fromEntries(
      Object.keys(contract).map((name) => [name, async () => fail('test.worked', '')]),
    );
    const router = createRouter(contract, handlers as unknown as HandlersOf<typeof contract>, vi.fn());
    let item: object = { id: 'aaaa', text: [] };
    for (let depth = 0; depth < 50_000; depth++) item = { id: 'aaaa', text: [], sub: { ordered: true, items: [item] } };
    const change = { blocks: { aaaa: { type: 'list', id: 'aaaa', ordered: true, items: [item] } } };
    const deep = await router('stories.change', { id: 'aaaaaaaa', seq: 1, change });
    expect(deep).toEqual(refusal('ipc.bad-input'));
    expect(await router('stories.list', undefined)).toEqual(refusal('test.worked'));
  });
});
