import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {} from '../../renderer/host/host.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { addressesThatLeadNowhere } from './security-addresses.ts';

declare global {
  interface Window {
    /** Set before an attack, to see that the page after it is still the same one. */
    isTheSame?: boolean;
    /** Set by code that must never run. */
    intruder?: boolean;
    /** The directives of the policy that were broken, in order. */
    broken?: string[];
  }
}

const PAGE = 'app://window/index.html';

let copydesk: Copydesk;
let outside: Server;
/** An address that answers, on this computer: what is refused is refused by Copydesk and not by a missing network. */
let web: string;
let asked: string[];
let netLog: string;

beforeAll(async () => {
  asked = [];
  outside = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('outside');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  web = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  netLog = join(newFolder(), 'net.json');
  copydesk = await launchCopydesk({ args: [`--log-net-log=${netLog}`] });
  await copydesk.page.waitForLoadState('load');
  await copydesk.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => void opened.push(address);
  });
  await copydesk.page.evaluate(() => {
    const broken: string[] = (window.broken = []);
    document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
  });
});

afterAll(async () => {
  await new Promise((resolve) => outside.close(resolve));
});

beforeEach(async () => {
  await copydesk.page.evaluate(() => {
    window.isTheSame = true;
    window.broken?.splice(0);
  });
});

const broken = (): Promise<string[]> => copydesk.page.evaluate(() => window.broken ?? []);
const openedOutside = (): Promise<string[]> =>
  copydesk.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.splice(0));
const windows = (): Promise<string[]> =>
  copydesk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );

async function expectSamePage(): Promise<void> {
  expect(await windows()).toEqual([PAGE]);
  expect(
    await copydesk.page.evaluate(() => ({ isTheSame: window.isTheSame, intruder: window.intruder, at: location.href })),
  ).toEqual({
    isTheSame: true,
    intruder: undefined,
    at: PAGE,
  });
}

describe('the page', () => {
  it('comes from app:// and holds nothing of Node or Electron', async () => {
    expect(copydesk.page.url()).toBe(PAGE);
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer',
      'setImmediate',
    ];
    expect(await copydesk.page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
  });

  it('is sandboxed, isolated and without webviews, as Electron itself reports', async () => {
    const preferences = await copydesk.app.evaluate(({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => object };
      return page.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(preferences).not.toMatchObject({ nodeIntegrationInWorker: true });
    // A spelling dictionary would be downloaded.
    expect(await copydesk.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  });

  it('is held by a policy without a way round', async () => {
    const policy = await copydesk.page.evaluate(
      async () => (await fetch('index.html')).headers.get('content-security-policy') ?? '',
    );
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-src 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(policy).not.toMatch(/unsafe|data:|https?:|ws:|\*/);
  });

  it('can neither run text nor make it markup', async () => {
    // From a timer: what a debugger's own call runs is not bound by the policy.
    const ran = await copydesk.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          setTimeout(() => {
            const attacks: Record<string, () => unknown> = {
              eval: () => (0, eval)('window.intruder = true') as unknown,
              // eslint-disable-next-line @typescript-eslint/no-unsafe-call -- that it can be called at all is what the attack tries
              Function: () => new Function('window.intruder = true')() as unknown,
              timer: () => setTimeout('window.intruder = true' as unknown as () => void),
              innerHTML: () => (document.createElement('div').innerHTML = '<img src=x onerror="window.intruder=true">'),
              write: () => {
                document.write('<script>window.intruder = true</script>');
              },
              parse: () => new DOMParser().parseFromString('<p>', 'text/html'),
              srcdoc: () => (document.createElement('iframe').srcdoc = '<p>'),
              policy: () =>
                (
                  window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => object } }
                ).trustedTypes.createPolicy('mine', {}),
              worker: () => new Worker('/index.html'),
            };
            resolve(
              Object.keys(attacks).filter((name) => {
                try {
                  attacks[name]?.();
                  return true;
                } catch {
                  return false;
                }
              }),
            );
          });
        }),
    );
    expect(ran).toEqual([]);
    await expectSamePage();
  });

  it('runs no inline script, handler or style', async () => {
    await copydesk.page.evaluate(() => {
      const make = (tag: string, attributes: Record<string, string>): void => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) {
          // One refusal must not keep the next attack from being tried.
          try {
            element.setAttribute(name, value);
          } catch (error) {
            if (!(error instanceof TypeError)) throw error;
          }
        }
        document.body.append(element);
        if (tag === 'button') element.click();
        element.remove();
      };
      make('button', { onclick: 'window.intruder = true' });
      make('p', { style: 'color: red' });
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(style);
      style.remove();
      const script = document.createElement('script');
      script.append('window.intruder = true');
      document.body.append(script);
      script.remove();
    });
    await expect.poll(broken).toEqual(expect.arrayContaining(['style-src-attr', 'style-src-elem']));
    expect(await broken()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(script-src-elem|require-trusted-types-for)$/)]),
    );
    await expectSamePage();
  });
});

describe('the network', () => {
  it('is out of reach for everything that a page can load with', async () => {
    const reached = await copydesk.page.evaluate(async (address) => {
      const load = (tag: string, attributes: Record<string, string>): void => {
        const element = document.createElement(tag);
        try {
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.head.append(element);
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
        }
      };
      load('img', { src: `${address}/img` });
      load('link', { rel: 'stylesheet', href: `${address}/css` });
      load('link', { rel: 'preload', as: 'image', href: `${address}/preload` });
      load('link', { rel: 'prefetch', href: `${address}/prefetch` });
      load('link', { rel: 'preconnect', href: address });
      load('link', { rel: 'dns-prefetch', href: 'http://copydesk-leak.example/' });
      load('link', { rel: 'icon', href: `${address}/icon` });
      load('link', { rel: 'manifest', href: `${address}/manifest` });
      load('script', { src: `${address}/script` });
      load('iframe', { src: `${address}/frame` });
      load('object', { data: `${address}/object` });
      load('embed', { src: `${address}/embed` });
      load('video', { src: `${address}/video`, autoplay: '' });
      load('audio', { src: `${address}/audio`, autoplay: '' });
      load('webview', { src: `${address}/webview` });
      const picture = document.createElement('div');
      picture.style.backgroundImage = `url(${address}/background)`;
      document.body.append(picture);
      new FontFace('leak', `url(${address}/font)`).load().catch(() => null);
      const answers: string[] = [];
      const attempt = async (name: string, run: () => unknown): Promise<void> => {
        try {
          await run();
          answers.push(name);
        } catch (error) {
          if (!(error instanceof Error) && !(error instanceof Event)) throw error;
        }
      };
      await attempt('fetch', () => fetch(`${address}/fetch`));
      await attempt('no-cors fetch', () => fetch(`${address}/no-cors`, { mode: 'no-cors' }));
      await attempt(
        'request',
        () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.onload = resolve;
            request.onerror = reject;
            request.open('GET', `${address}/xhr`);
            request.send();
          }),
      );
      await attempt(
        'socket',
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(address.replace('http', 'ws'));
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      );
      await attempt(
        'events',
        () =>
          new Promise((resolve, reject) => {
            const source = new EventSource(`${address}/events`);
            source.onopen = resolve;
            source.onerror = () => {
              source.close();
              reject(new Error('refused'));
            };
          }),
      );
      await attempt('module', () => import(/* @vite-ignore */ `${address}/module.js`));
      await attempt('data', () => fetch('data:text/plain,hello'));
      await attempt('file', () => fetch('file:///etc/passwd'));
      navigator.sendBeacon(`${address}/beacon`, 'text');
      const anchor = document.createElement('a');
      anchor.href = '#';
      anchor.ping = `${address}/ping`;
      document.body.append(anchor);
      anchor.click();
      anchor.remove();
      picture.remove();
      return answers;
    }, web);
    expect(reached).toEqual([]);
    // The server does answer: it is the window that cannot ask.
    expect(await (await fetch(`${web}/here`)).text()).toBe('outside');
    expect(asked.splice(0)).toEqual(['/here']);
    await copydesk.page.evaluate(() => {
      history.replaceState(null, '', 'index.html');
    });
    await expectSamePage();
  });

  it('is out of reach for a form', async () => {
    await copydesk.page.evaluate((address) => {
      const form = document.createElement('form');
      form.action = `${address}/form`;
      document.body.append(form);
      form.submit();
      form.remove();
    }, web);
    await expect.poll(broken).toContain('form-action');
    expect(asked).toEqual([]);
    await expectSamePage();
  });

  it('is out of reach for peer connections, which no policy binds', async () => {
    await copydesk.page.evaluate(
      async (server) => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: server }] });
        peer.createDataChannel('leak');
        await peer.setLocalDescription(await peer.createOffer());
        // It may go on trying until the session's end, where Chromium's log is read.
        Object.assign(window, { peer });
      },
      web.replace('http://', 'stun:'),
    );
    await expectSamePage();
  });
});

describe('the window', () => {
  it.each([
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,<p>hello',
    'blob:app://window/1',
    'app://window/other.html',
    `app://media/${'a'.repeat(64)}`,
    'chrome://gpu/',
    'javascript:void(window.intruder=true)',
    'mailto:desk@example.com',
  ])('does not go to %s', async (address) => {
    const tried = await copydesk.page.evaluate(
      (to) =>
        new Promise<string[]>((resolve) => {
          setTimeout(() => {
            const refused: string[] = [];
            const attempt = (name: string, go: () => void): void => {
              try {
                go();
              } catch {
                refused.push(name);
              }
            };
            attempt('assign', () => {
              location.assign(to);
            });
            attempt('link', () => {
              const link = document.createElement('a');
              link.href = to;
              document.body.append(link);
              link.click();
              link.remove();
            });
            // The page lives long enough to answer only if it was not replaced.
            setTimeout(resolve, 150, refused);
          });
        }),
      address,
    );
    expect(Array.isArray(tried)).toBe(true);
    await expectSamePage();
    expect(await openedOutside()).toEqual([]);
  });

  it('comes back from an empty page, which nothing can keep it from', async () => {
    await copydesk.page.evaluate(() => {
      location.assign('about:blank');
    });
    await expect
      .poll(() => copydesk.page.evaluate(() => window.isTheSame ?? document.readyState).catch(() => 'going'))
      .toBe('complete');
    expect(await windows()).toEqual([PAGE]);
    expect(copydesk.page.url()).toBe(PAGE);
  });

  it('opens no other window, and hands web and mail addresses alone to the system', async () => {
    const addresses = [
      'https://example.com/a',
      'http://example.com/b',
      'mailto:desk@example.com',
      'file:///etc/passwd',
      'data:text/html,x',
      'about:blank',
      '',
      'app://window/index.html',
      'javascript:window.intruder=true',
      'smb://example.com/x',
      'ms-word:x',
      'vscode://x',
    ];
    const opened = await copydesk.page.evaluate((all) => all.map((address) => window.open(address)), addresses);
    expect(opened).toEqual(addresses.map(() => null));
    await expectSamePage();
    await expect
      .poll(openedOutside)
      .toEqual(['https://example.com/a', 'http://example.com/b', 'mailto:desk@example.com']);
  });

  it('downloads nothing', async () => {
    await copydesk.app.evaluate(({ session }) => {
      const downloads: string[] = [];
      Object.assign(globalThis, { downloads });
      session.defaultSession.on('will-download', (event, item) => {
        downloads.push(`${item.getFilename()} ${event.defaultPrevented ? 'refused' : 'taken'}`);
      });
    });
    await copydesk.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.exe';
      link.click();
    });
    await expect
      .poll(() => copydesk.app.evaluate(() => (globalThis as unknown as { downloads: string[] }).downloads))
      .toEqual(['x.exe refused']);
    await expectSamePage();
  });

  it('is granted no permission', async () => {
    const outcome = await copydesk.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
        'screen-wake-lock',
        'storage-access',
        'local-fonts',
        'window-management',
        'idle-detection',
      ];
      const granted: string[] = [];
      for (const name of names) {
        const { state } = await navigator.permissions
          .query({ name: name as PermissionName })
          .catch(() => ({ state: 'unknown' }));
        if (state === 'granted') granted.push(name);
      }
      const attempt = async (name: string, ask: () => Promise<unknown>): Promise<void> => {
        const answer = await ask().catch(() => 'denied');
        if (answer !== 'denied') granted.push(`${name}: ${String(answer)}`);
      };
      await attempt('notification', () => Notification.requestPermission());
      await attempt('camera and microphone', () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }));
      await attempt('screen', () => navigator.mediaDevices.getDisplayMedia());
      await attempt(
        'place',
        () =>
          new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(resolve, reject);
          }),
      );
      await attempt('clipboard', () => navigator.clipboard.readText());
      await attempt('disk space', async () => ((await navigator.storage.persist()) ? 'granted' : 'denied'));
      return granted;
    });
    expect(outcome).toEqual([]);
  });
});

describe('the app:// scheme', () => {
  it('answers its own page with a type and a policy', async () => {
    const page = await copydesk.app.evaluate(async ({ session }, address) => {
      const response = await session.defaultSession.fetch(address);
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        sniff: response.headers.get('x-content-type-options'),
      };
    }, PAGE);
    expect(page).toEqual({ status: 200, type: 'text/html; charset=utf-8', sniff: 'nosniff' });
  });

  it('leads nowhere else, however an address is spelt', async () => {
    const addresses = addressesThatLeadNowhere();
    expect(addresses.length).toBeGreaterThan(1_000);
    const answered = await copydesk.app.evaluate(async ({ session }, all) => {
      const found: string[] = [];
      for (const address of all) {
        const response = await session.defaultSession.fetch(address).catch(() => null);
        // An address that is none is refused before it is asked for.
        if (response && response.status !== 404) found.push(`${response.status} ${address}`);
      }
      return found;
    }, addresses);
    expect(answered).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('knows no %s', async (method) => {
    const status = await copydesk.page.evaluate(
      async (how) => (await fetch('index.html', { method: how })).status,
      method,
    );
    expect(status).toBe(404);
  });
});

describe('the bridge', () => {
  it('is two functions that no page can replace', async () => {
    const found = await copydesk.page.evaluate(() => {
      const bridge = window.copydesk;
      const replaced = [
        Reflect.set(window, 'copydesk', null),
        Reflect.set(bridge, 'call', () => null),
        Reflect.defineProperty(bridge, 'send', { value: () => null }),
        Reflect.deleteProperty(window, 'copydesk'),
      ];
      return {
        names: Object.keys(bridge).sort(),
        types: Object.values(bridge).map((member) => typeof member),
        replaced,
        isSame: window.copydesk === bridge,
      };
    });
    expect(found).toEqual({
      names: ['call', 'listen'],
      types: ['function', 'function'],
      replaced: [false, false, false, false],
      isSame: true,
    });
  });

  it.each(['app.unheard-of', '__proto__', 'constructor', '', 'electron-store-get-data'])(
    'refuses the call "%s"',
    async (name) => {
      const answer = await copydesk.page.evaluate((asked) => window.copydesk.call(asked, undefined), name);
      expect(answer).toMatchObject({ ok: false, failure: { code: 'ipc.unknown-call' } });
    },
  );

  it('refuses input that the contract does not know', async () => {
    const answer = await copydesk.page.evaluate(() => window.copydesk.call('stories.open', { id: '../../etc/passwd' }));
    expect(answer).toMatchObject({ ok: false, failure: { code: 'ipc.bad-input' } });
  });

  it('has one channel', async () => {
    const channels = await copydesk.app.evaluate(({ ipcMain }) => ({
      listeners: ipcMain.eventNames().map(String),
      handlers: [...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys()],
    }));
    // Electron's own: what becomes of errors, and of textures (its names are in capitals).
    expect(channels.listeners.filter((name) => name !== 'error')).toEqual([]);
    expect(channels.handlers.filter((name) => !/^[A-Z_]+$/.test(name))).toEqual(['copydesk']);
  });

  it('answers nobody but the window, not even a second page of the same address and preload', async () => {
    const answer = await copydesk.app.evaluate(async ({ app, BrowserWindow }, address) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true },
      });
      await stranger.loadURL(address);
      const said: unknown = await stranger.webContents.executeJavaScript('window.copydesk.call("app.start")');
      stranger.destroy();
      return said;
    }, PAGE);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'ipc.stranger' } });
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'java\nscript:alert(1)',
    'https://',
    'https:example.com',
    '//example.com',
    'smb://x/y',
    '',
  ])('opens no link to %j', async (address) => {
    const answer = await copydesk.page.evaluate((to) => window.copydesk.call('app.link', { address: to }), address);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'app.unsafe-link' } });
    expect(await openedOutside()).toEqual([]);
  });

  it('opens web and mail links outside', async () => {
    const answer = await copydesk.page.evaluate(() =>
      window.copydesk.call('app.link', { address: 'https://example.com/story?id=1' }),
    );
    expect(answer).toEqual({ ok: true, value: null });
    expect(await openedOutside()).toEqual(['https://example.com/story?id=1']);
  });
});

describe('the whole session', () => {
  it('has looked up no name and opened no connection, as Chromium’s own log tells', async () => {
    await copydesk.close();
    const text = await readFile(netLog, 'utf8');
    const log = JSON.parse(text) as {
      constants: { logEventTypes: Record<string, number> };
      events: { type: number; params?: Record<string, unknown> }[];
    };
    const types = log.constants.logEventTypes;
    const of = (name: string) => log.events.filter(({ type }) => type === types[name]);
    expect(log.events.length).toBeGreaterThan(0);
    for (const name of [
      'TCP_CONNECT',
      'UDP_BYTES_SENT',
      'HOST_RESOLVER_MANAGER_JOB',
      'HOST_RESOLVER_DNS_TASK',
      'SSL_CONNECT',
    ]) {
      expect(types[name], `${name} is an event that Chromium logs`).toBeTypeOf('number');
      expect(of(name), name).toEqual([]);
    }
  });
});
