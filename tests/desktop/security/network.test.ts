import { describe, expect, it } from 'vitest';
import { asked, broken, copydesk, expectSamePage, web, itStayedOffline } from './attacked.ts';

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

describe('the whole session', () => {
  itStayedOffline();
});
