import { describe, expect, it } from 'vitest';
import type {} from '../../renderer/host/host.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { COMMUNITY_COPY } from '../../electron/runtime/community.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/shell/csp.ts';
import { seeSandboxed } from '../packaged/over-cdp.ts';
import { asked, attack, expectSamePage, handed, pages, seen, web } from './attacked-program.ts';

/*
 * The twenty items of Electron's security checklist (electronjs.org/docs/latest/tutorial/security), each by an attack on
 * the packaged program that must fail. Item 19, the fuses, is fuses.test.ts.
 */

describe('Electron’s security checklist, in the packaged program', () => {
  it('1: loads nothing but what lies in the program', async () => {
    const loaded = await seen.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('script, link, img')].map((element) =>
        String(Reflect.get(element, 'src') ?? Reflect.get(element, 'href')),
      ),
    );
    // An address of nothing is a picture that has not come yet.
    expect(loaded.filter(Boolean).length).toBeGreaterThan(5);
    expect(loaded.filter((address) => !/^(?:app:|blob:app:|$)/.test(address))).toEqual([]);
    const got = await attack(async (address) => {
      const picture = new Image();
      picture.src = `${address}/picture`;
      const answers = await Promise.allSettled([
        fetch(`${address}/fetch`),
        fetch(`${address}/no-cors`, { mode: 'no-cors' }),
        picture.decode(),
        new Promise((resolve, reject) => {
          const script = document.createElement('script');
          script.onload = resolve;
          script.onerror = reject;
          // Refused by Trusted Types already, by the policy after that.
          script.src = `${address}/module.js`;
          document.body.append(script);
        }),
        new FontFace('x', `url(${address}/font)`).load(),
      ]);
      return answers.map(({ status }) => status);
    });
    expect(got).toEqual(['rejected', 'rejected', 'rejected', 'rejected', 'rejected']);
    expect(asked).toEqual([]);
  });

  it('2: gives a page no Node', async () => {
    const found = await attack(() => {
      const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'setImmediate', 'electron'];
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inner = frame.contentWindow;
      const all = [...names.filter((name) => name in window), ...names.filter((name) => inner && name in inner)];
      frame.remove();
      return all;
    });
    expect(found).toEqual([]);
  });

  it('3: keeps the bridge in a world of its own', async () => {
    const reached = await attack(async () => {
      const bridge = window.copydesk;
      const caught: string[] = [];
      const spy = (name: string) =>
        function (this: unknown, ...args: unknown[]): unknown {
          // What the preload hands to a function of the page: Electron's objects, if it shared them.
          for (const one of [this, ...args])
            if (typeof one === 'object' && one !== null && ('sender' in one || 'invoke' in one)) caught.push(name);
          return undefined;
        };
      const push = Reflect.get(Array.prototype, 'push') as unknown;
      for (const name of ['invoke', 'on', 'sender'])
        Object.defineProperty(Object.prototype, name, { configurable: true, get: spy(name), set: spy(name) });
      Reflect.set(Array.prototype, 'push', spy('push'));
      const answer = bridge.call('stories.list', undefined);
      Reflect.set(Array.prototype, 'push', push);
      for (const name of ['invoke', 'on', 'sender']) Reflect.deleteProperty(Object.prototype, name);
      await answer;
      try {
        const Made = bridge.call.constructor as new (code: string) => () => unknown;
        caught.push(`made ${typeof new Made('return process')()}`);
      } catch (error) {
        if (!(error instanceof EvalError) && !(error instanceof TypeError)) throw error;
      }
      return caught;
    });
    expect(reached).toEqual([]);
    expect(await seen.page.evaluate(() => Object.isFrozen(window.copydesk))).toBe(true);
  });

  it('4: runs its page in the system’s sandbox', async () => {
    const strict = await seeSandboxed();
    await strict.page.getByRole('option').first().waitFor();
    const [page, ...others] = pages(strict);
    expect(others).toEqual([]);
    // 2: the kernel lets through the few calls that Chromium's own list names.
    expect(page).toMatchObject({ seccomp: '2', noNewPrivileges: '1' });
    expect(page?.words).not.toContain('--no-sandbox');
    await strict.close();
  });

  it('5: grants no permission', async () => {
    const granted = await attack(async () => {
      const tries: Record<string, () => Promise<unknown>> = {
        notifications: () => Notification.requestPermission(),
        camera: () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia(),
        place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        clipboard: () => navigator.clipboard.readText(),
      };
      const got: string[] = [];
      for (const [name, run] of Object.entries(tries)) {
        const answer = await run().catch(() => 'denied');
        if (answer !== 'denied') got.push(name);
      }
      return got;
    });
    expect(granted).toEqual([]);
  });

  it('6: keeps the same-origin policy', async () => {
    const read = await attack(async (address) => {
      const answers = await Promise.allSettled([
        fetch(`${address}/`),
        fetch('file:///etc/passwd'),
        fetch('app://print/'),
      ]);
      const framed = document.createElement('iframe');
      framed.src = 'app://print/index.html';
      document.body.append(framed);
      const inside = framed.contentDocument?.body.textContent ?? '';
      framed.remove();
      return [...answers.map(({ status }) => status), inside];
    });
    expect(read).toEqual(['rejected', 'rejected', 'rejected', '']);
    expect(pages()[0]?.words).not.toContain('--disable-web-security');
  });

  it('7: is bound by the policy that was written down, and by no looser one', async () => {
    const policy = await seen.page.evaluate(
      async () => (await fetch('index.html')).headers.get('content-security-policy') ?? '',
    );
    expect(policy).toBe(CONTENT_SECURITY_POLICY);
    const given = `default-src 'none'; script-src 'self'; style-src 'self'; img-src app: blob:; font-src 'self'; connect-src 'self'; frame-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'`;
    const directives = policy.split('; ');
    expect(directives).toEqual(expect.arrayContaining(given.split('; ')));
    // Beyond these, each allows less than its absence would, but for one: the threads that read foreign pages and pictures.
    expect(directives.filter((one) => !given.split('; ').includes(one))).toEqual([
      "worker-src 'self'",
      "frame-ancestors 'none'",
      'trusted-types copydesk-worker',
    ]);
    const ran = await attack(() => {
      const mark = 'window.intruder = true';
      const { trustedTypes: policies } = window as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
      };
      const attacks: Record<string, () => unknown> = {
        eval: () => (0, eval)(mark) as unknown,
        Function: () => new Function(mark),
        timer: () => setTimeout(mark as never),
        markup: () => Reflect.set(document.createElement('div'), 'innerHTML', '<img src=x onerror="intruder=1">'),
        write: () => {
          document.write(`<script>${mark}</script>`);
        },
        policy: () => policies.createPolicy('mine', {}),
        twice: () => policies.createPolicy('copydesk-worker', {}),
        wasm: () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
      };
      return Object.keys(attacks).filter((name) => {
        try {
          attacks[name]?.();
          return true;
        } catch {
          return false;
        }
      });
    });
    expect(ran).toEqual([]);
    await expectSamePage();
  });

  it('8: runs no insecure content, which the page’s address would have to allow', async () => {
    expect(await seen.page.evaluate(() => isSecureContext)).toBe(true);
    const before = asked.length;
    await attack((address) => {
      const script = document.createElement('link');
      script.rel = 'stylesheet';
      script.href = `${address}/style.css`;
      document.head.append(script);
      return new Promise((resolve) => (script.onerror = resolve)).then(() => {
        script.remove();
      });
    });
    expect(asked.length).toBe(before);
  });

  it('9 and 10: turns on nothing experimental in Chromium', async () => {
    for (const { words } of pages())
      expect(words).not.toMatch(/--enable-(?:experimental-web-platform-features|blink-features|blink-test-features)/);
    expect(pages().length).toBeGreaterThan(0);
    // In Chromium behind "experimental web platform features" alone.
    expect(
      await seen.page.evaluate(() => ['TestInterface', 'internals', 'chromeos'].filter((n) => n in window)),
    ).toEqual([]);
  });

  it('11 and 12: has no webviews, whatever their attributes', async () => {
    const made = await attack((address) => {
      const view = document.createElement('webview');
      for (const [name, value] of Object.entries({
        src: `${address}/view`,
        allowpopups: '',
        nodeintegration: '',
        disablewebsecurity: '',
        preload: 'file:///etc/passwd',
        webpreferences: 'sandbox=no,contextIsolation=no',
      }))
        view.setAttribute(name, value);
      document.body.append(view);
      const kind = ['loadURL' in view, 'executeJavaScript' in view];
      view.remove();
      return kind;
    });
    expect(made).toEqual([false, false]);
    expect(asked).toEqual([]);
  });

  it('13: goes nowhere', async () => {
    for (const to of [
      `${web}/away`,
      'file:///etc/passwd',
      'data:text/html,x',
      'app://print/index.html',
      'chrome://gpu/',
    ]) {
      await seen.page.evaluate((address) => {
        setTimeout(() => {
          const link = document.createElement('a');
          link.href = address;
          document.body.append(link);
          link.click();
          link.remove();
          location.assign(address);
        });
      }, to);
      await expectSamePage();
    }
    expect(asked).toEqual([]);
  });

  it('14 and 15: opens no window, and hands the system only addresses of the web and of mail', async () => {
    const tried = [
      'https://example.com/story',
      'file:///etc/passwd',
      'smb://example.com/x',
      'ms-msdt:/id',
      'vscode://x',
      'javascript:window.intruder=1',
      'data:text/html,x',
      'app://window/index.html',
      'about:blank',
      '-version',
      'https://example.com/$(touch${IFS}x)`id`',
    ];
    const opened = await seen.page.evaluate((all) => all.map((address) => window.open(address) === null), tried);
    expect(opened).toEqual(tried.map(() => true));
    for (const address of tried)
      await seen.page.evaluate((to) => window.copydesk.call('app.link', { address: to }), address);
    await seen.page.evaluate(() => window.copydesk.call('app.link', { address: 'mailto:last@example.com' }));
    await expect.poll(() => handed().some((address) => address.includes('last@example.com'))).toBe(true);
    for (const address of handed())
      expect(address).toMatch(/^(?:https:\/\/example\.com\/|(?:mailto:)?last@example\.com)/);
    await expect.poll(() => handed().filter((address) => address === 'https://example.com/story').length).toBe(2);
    await expectSamePage();
  });

  it('16: runs on the Electron that is pinned, or says which other one it was packaged with', async () => {
    const running = /Electron\/([\d.]+)/.exec(await seen.page.evaluate(() => navigator.userAgent))?.[1] ?? '';
    const pinned = packageFile.devDependencies.electron;
    // The community copy is for tests alone: packaging refuses it without COPYDESK_ALLOW_COMMUNITY_ELECTRON.
    expect([pinned, COMMUNITY_COPY.version]).toContain(running);
  });

  it('17: answers its own page alone', async () => {
    const heard = await attack(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inFrame = Reflect.has(frame.contentWindow ?? {}, 'copydesk');
      frame.remove();
      const other = window.open('about:blank', 'copydesk-preview');
      const inPreview = other !== null && Reflect.has(other, 'copydesk');
      const isOpen = other !== null;
      other?.close();
      return { inFrame, inPreview, isOpen };
    });
    expect(heard).toMatchObject({ inFrame: false, inPreview: false, isOpen: true });
    await expect.poll(() => seen.browser.contexts().flatMap((context) => context.pages()).length).toBe(1);
  });

  it('18: has no address of a file', async () => {
    expect(seen.page.url()).toBe('app://window/index.html');
    const read = await attack(async () => {
      const answers = await Promise.allSettled(
        ['file:///etc/passwd', 'file:///proc/self/environ', 'file://localhost/etc/passwd'].map((address) =>
          fetch(address),
        ),
      );
      return answers.map(({ status }) => status);
    });
    expect(read).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('20: shows the page two functions and nothing of Electron', async () => {
    const shown = await attack(async () => {
      const names = Object.keys(window.copydesk);
      const told: string[] = [];
      const stop = window.copydesk.listen('app.leaving', () => null);
      told.push(typeof stop, String(stop()));
      const failed = await window.copydesk.call('__proto__', undefined);
      return { names, told, failed };
    });
    expect(shown).toMatchObject({
      names: ['call', 'listen'],
      told: ['function', 'undefined'],
      failed: { ok: false, failure: { code: 'ipc.unknown-call' } },
    });
  });

  it('in all: nobody outside was asked for anything', () => {
    expect(asked).toEqual([]);
  });
});
