import { describe, expect, it } from 'vitest';
import { copydesk, openedOutside, PAGE, itStayedOffline } from './attacked.ts';
import { addressesThatLeadNowhere } from './addresses.ts';

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

  it.each(['app.unheard-of', '__proto__', 'constructor', ''])('refuses the call "%s"', async (name) => {
    const answer = await copydesk.page.evaluate((asked) => window.copydesk.call(asked, undefined), name);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'ipc.unknown-call' } });
  });

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
  itStayedOffline();
});
