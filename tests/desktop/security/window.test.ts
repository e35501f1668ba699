import { describe, expect, it } from 'vitest';
import { copydesk, expectSamePage, openedOutside, PAGE, windows, itStayedOffline } from './attacked.ts';

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

describe('the whole session', () => {
  itStayedOffline();
});
