import { describe, expect, it } from 'vitest';
import { broken, copydesk, expectSamePage, PAGE, itStayedOffline } from './attacked.ts';

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

describe('the whole session', () => {
  itStayedOffline();
});
