import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeSandboxed } from '../../packaged/over-cdp.ts';
import { attacks } from './attacks.ts';
import { otherThan } from './on-code.ts';
import { openTarget, pages, type Target } from './target.ts';
import { openWeak } from './weak.ts';

/*
 * The twenty items of Electron's security checklist (electronjs.org/docs/latest/tutorial/security), each by an attack that
 * must fail on the packaged program and succeed on one that does everything wrong. Item 19, the fuses, is fuses.test.ts.
 */

/** What a page's process lacks of the system's sandbox. */
const unbound = (all: ReturnType<typeof pages>): string[] =>
  all.flatMap(({ words, seccomp, noNewPrivileges }) => [
    // 2: the kernel lets through the few calls that Chromium's own list names.
    ...(seccomp === '2' ? [] : [`seccomp ${seccomp}`]),
    ...(noNewPrivileges === '1' ? [] : ['may gain rights']),
    ...(words.includes('--no-sandbox') ? ['--no-sandbox'] : []),
  ]);

it('has an attack for every item but the sandbox and the fuses, which have tests of their own', () => {
  const items = [...attacks.map(({ item }) => item), 4, 19].sort((a, b) => a - b);
  expect(items).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
});

describe('the packaged program', () => {
  let target: Target;
  beforeAll(async () => {
    target = await openTarget();
    await target.page.getByRole('option').first().waitFor();
  });
  afterAll(() => target.close());

  it.each(attacks.map((attack) => [attack.item, attack.what, attack] as const))(
    '%d: %s',
    async (_item, _what, attack) => {
      expect(await attack.try(target)).toEqual([]);
      // The page is the one from before, and nobody outside was asked for anything.
      expect(await target.page.evaluate(() => Reflect.get(window, 'intruder') as unknown)).toBeUndefined();
      await expect.poll(() => target.page.getByRole('option').count()).toBeGreaterThan(0);
      await expect.poll(target.open).toEqual(['app://window/index.html']);
      expect(target.asked).toEqual([]);
    },
  );

  it('4: runs its page in the system’s sandbox', async () => {
    const strict = await seeSandboxed();
    await strict.page.getByRole('option').first().waitFor();
    expect(pages(strict)).toHaveLength(1);
    expect(unbound(pages(strict))).toEqual([]);
    await strict.close();
  });
});

describe('a program that does everything wrong', () => {
  it.each(attacks.filter(({ item }) => item !== 16).map((attack) => [attack.item, attack.what, attack] as const))(
    'falls to %d: %s',
    async (_item, _what, attack) => {
      const weak = await openWeak();
      expect(await attack.try(weak)).not.toEqual([]);
      await weak.close();
    },
  );

  it('falls to 4 and 16: it has no sandbox, and another Electron is told', async () => {
    const weak = await openWeak();
    expect(unbound(pages(weak))).not.toEqual([]);
    await weak.close();
    expect(otherThan(['45.4.1'], '1.0.0')).toEqual(['runs on 1.0.0']);
  });
});
