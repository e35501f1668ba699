import type {} from '../../../renderer/host/host.ts';
import { expect } from 'vitest';
import type { Attack } from './target.ts';

/** Attacks on what is loaded, gone to and opened. */
export const onPages: readonly Attack[] = [
  {
    item: 1,
    what: 'loads nothing but what lies in the program',
    try: async ({ page, attack, asked }) => {
      const loaded = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('script, link, img')].map((element) =>
          String(Reflect.get(element, 'src') ?? Reflect.get(element, 'href')),
        ),
      );
      const got = await attack(async (address) => {
        const picture = new Image();
        picture.src = `${address}/picture`;
        const tries: Record<string, Promise<unknown>> = {
          fetch: fetch(`${address}/fetch`),
          'no-cors': fetch(`${address}/no-cors`, { mode: 'no-cors' }),
          picture: picture.decode(),
          script: new Promise((resolve, reject) => {
            const script = document.createElement('script');
            script.onload = resolve;
            script.onerror = reject;
            // Refused by Trusted Types already, by the policy after that.
            script.src = `${address}/module.js`;
            document.body.append(script);
          }),
          font: new FontFace('x', `url(${address}/font)`).load(),
        };
        const answers = await Promise.allSettled(Object.values(tries));
        return Object.keys(tries).filter((_, n) => answers[n]?.status === 'fulfilled');
      });
      return [
        // An address of nothing is a picture that has not come yet.
        ...loaded.filter((address) => !/^(?:app:|blob:app:|$)/.test(address)),
        ...got.map((name) => `got by ${name}`),
        ...asked.map((path) => `asked for ${path}`),
      ];
    },
  },
  {
    item: 11,
    what: 'has no webviews',
    try: ({ attack }) =>
      attack(() => {
        const view = document.createElement('webview');
        document.body.append(view);
        const holes = ['getWebContentsId', 'loadURL', 'executeJavaScript'].filter((name) => name in view);
        view.remove();
        return holes;
      }),
  },
  {
    item: 12,
    what: 'has no webviews, whatever their attributes',
    try: async ({ attack, asked }) => {
      const holes = await attack((address) => {
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
        return 'getWebContentsId' in view ? ['a webview with attributes of its own'] : [];
      });
      return [...holes, ...asked.map((path) => `asked for ${path}`)];
    },
  },
  {
    item: 13,
    what: 'goes nowhere',
    try: async ({ page, open, web, asked }) => {
      const before = open().join();
      const holes: string[] = [];
      for (const to of [
        `${web}/away`,
        'file:///etc/passwd',
        'data:text/html,x',
        'app://print/index.html',
        'chrome://gpu/',
      ]) {
        await page
          .evaluate((address) => {
            return new Promise((resolve) => {
              // The page lives on to answer only if no other one came in its place.
              setTimeout(resolve, 150);
              setTimeout(() => {
                const link = document.createElement('a');
                link.href = address;
                document.body.append(link);
                link.click();
                link.remove();
                location.assign(address);
              });
            });
          }, to)
          .catch(() => holes.push(`left for ${to}`));
        if (open().join() !== before) holes.push(`went to ${open().join()}`);
      }
      return [...holes, ...asked.map((path) => `asked for ${path}`)];
    },
  },
  {
    item: 14,
    what: 'opens no window',
    try: async ({ page }) => {
      const opened = await page.evaluate((all) => all.filter((address) => window.open(address) !== null), OUTSIDE);
      return opened.map((address) => `opened ${address}`);
    },
  },
  {
    item: 15,
    what: 'hands the system only addresses of the web and of mail',
    try: async ({ page, handed }) => {
      for (const address of [...OUTSIDE, 'mailto:last@example.com'])
        await page.evaluate((to) => window.copydesk.call('app.link', { address: to }), address);
      await expect.poll(() => handed().some((address) => address.includes('last@example.com'))).toBe(true);
      const known = /^(?:https:\/\/example\.com\/|(?:mailto:)?last@example\.com)/;
      return [
        ...handed().filter((address) => !known.test(address)),
        ...(handed().includes('https://example.com/story') ? [] : ['a reader’s link is not opened']),
      ];
    },
  },
  {
    item: 18,
    what: 'has no address of a file',
    try: async ({ page, attack }) => {
      const read = await attack(async () => {
        const holes: string[] = [];
        for (const address of ['file:///etc/passwd', 'file:///proc/self/environ', 'file://localhost/etc/passwd'])
          await fetch(address).then(
            () => holes.push(`read ${address}`),
            () => null,
          );
        return holes;
      });
      return [...read, ...(page.url() === 'app://window/index.html' ? [] : [`the page lies at ${page.url()}`])];
    },
  },
];

/** What a page may ask the system to open, good and bad. */
const OUTSIDE = [
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
