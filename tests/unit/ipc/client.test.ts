import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../src/base/result.ts';
import { createClient } from '../../../src/ipc/client.ts';
import type { Bridge } from '../../../src/ipc/contract.ts';

const bridge = (call: Bridge['call']): Bridge => ({ call, listen: () => () => undefined });

describe('the window’s side of the bridge', () => {
  it('sends a call’s name and input as they are and brings the answer back', async () => {
    const call = vi.fn(async () => ok(null));
    const client = createClient(bridge(call));
    expect(await client.call('stories.close', { id: 'abcdefgh' })).toEqual(ok(null));
    expect(call).toHaveBeenCalledExactlyOnceWith('stories.close', { id: 'abcdefgh' });
  });

  it('brings the host’s refusals back as they are', async () => {
    const refusal = fail('drafts.disk-full', 'ENOSPC', { folder: '/x' });
    expect(await createClient(bridge(async () => refusal)).call('stories.list')).toEqual(refusal);
  });

  it('makes a failure of a host that is gone', async () => {
    const client = createClient(bridge(() => Promise.reject(new Error('reply was never sent'))));
    expect(await client.call('stories.list')).toMatchObject({ ok: false, failure: { code: 'ipc.unreachable' } });
  });

  it('makes a failure of a bridge that throws at once, as with something that cannot be sent', async () => {
    const client = createClient(
      bridge(() => {
        throw new Error('An object could not be cloned.');
      }),
    );
    const answer = await client.call('stories.list');
    expect(answer).toMatchObject({ ok: false, failure: { code: 'ipc.unreachable' } });
  });

  it.each([undefined, null, 'fine', {}, { ok: 'yes' }])(
    'makes a failure of answer %#, which is none',
    async (nothing) => {
      const client = createClient(bridge(async () => nothing));
      expect(await client.call('stories.list')).toMatchObject({ ok: false, failure: { code: 'ipc.unreachable' } });
    },
  );

  it('hears an event until it stops listening', () => {
    const heard: unknown[] = [];
    const listeners = new Set<(data: unknown) => void>();
    const client = createClient({
      call: async () => ok(null),
      listen: (name, hear) => {
        expect(name).toBe('menu.chosen');
        listeners.add(hear);
        return () => listeners.delete(hear);
      },
    });
    const stop = client.listen('menu.chosen', (choice) => heard.push(choice));
    for (const tell of listeners) tell('export');
    stop();
    for (const tell of listeners) tell('undo');
    expect(heard).toEqual(['export']);
  });
});
