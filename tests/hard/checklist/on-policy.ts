import { CONTENT_SECURITY_POLICY } from '../../../electron/shell/csp.ts';
import { pages, type Attack } from './target.ts';

/** The policy that was asked for. */
const GIVEN = `default-src 'none'; script-src 'self'; style-src 'self'; img-src app: blob:; font-src 'self'; connect-src 'self'; frame-src 'none'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'`;
/** Beyond it: each allows less than its absence would, but for one, the threads that read foreign pages and pictures. */
const BESIDE = ["worker-src 'self'", "frame-ancestors 'none'", 'trusted-types copydesk-worker'];

/** Attacks on what binds the page: its policy, its origin, its permissions, Chromium's own switches. */
export const onPolicy: readonly Attack[] = [
  {
    item: 5,
    what: 'grants no permission',
    try: ({ attack }) =>
      attack(async () => {
        const tries: Record<string, () => Promise<unknown>> = {
          notifications: () => Notification.requestPermission(),
          camera: () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
          screen: () => navigator.mediaDevices.getDisplayMedia(),
          place: () =>
            new Promise((resolve, reject) =>
              navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 1_000 }),
            ),
          clipboard: () => navigator.clipboard.readText(),
        };
        const got: string[] = [];
        for (const [name, run] of Object.entries(tries)) {
          const answer = await run().catch(() => 'denied');
          if (answer !== 'denied') got.push(name);
        }
        return got;
      }),
  },
  {
    item: 6,
    what: 'keeps the same-origin policy',
    try: async (on) => {
      const read = await on.attack(async (address) => {
        const holes: string[] = [];
        for (const other of [`${address}/`, 'file:///etc/passwd', 'app://print/'])
          await fetch(other).then(
            () => holes.push(`read ${other}`),
            () => null,
          );
        const framed = document.createElement('iframe');
        framed.src = 'app://print/index.html';
        document.body.append(framed);
        if ((framed.contentDocument?.body.textContent ?? '') !== '') holes.push('read a frame');
        framed.remove();
        return holes;
      });
      return [...read, ...pages(on).flatMap(({ words }) => /--disable-web-security/.exec(words)?.[0] ?? [])];
    },
  },
  {
    item: 7,
    what: 'is bound by the policy that was written down, and by no looser one',
    try: async ({ page, attack }) => {
      const policy = await page.evaluate(() =>
        fetch('index.html').then(
          ({ headers }) => headers.get('content-security-policy') ?? '',
          () => '',
        ),
      );
      const directives = policy.split('; ');
      const ran = await attack(() => {
        const mark = 'window.intruder = true';
        const { trustedTypes: policies } = window as unknown as {
          trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
        };
        const attempts: Record<string, () => unknown> = {
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
        return Object.keys(attempts).filter((name) => {
          try {
            attempts[name]?.();
            return true;
          } catch {
            return false;
          }
        });
      });
      return [
        ...(policy === CONTENT_SECURITY_POLICY ? [] : ['another policy than the one that is written down']),
        ...GIVEN.split('; ').flatMap((one) => (directives.includes(one) ? [] : [`without ${one}`])),
        ...directives.filter((one) => ![...GIVEN.split('; '), ...BESIDE].includes(one)).map((one) => `looser: ${one}`),
        ...ran.map((name) => `${name} was let through`),
        ...((await page.evaluate(() => Reflect.has(window, 'intruder'))) ? ['an intruder ran'] : []),
      ];
    },
  },
  {
    item: 8,
    what: 'runs no insecure content',
    try: async ({ attack, asked, page }) => {
      await attack((address) => {
        const style = document.createElement('link');
        style.rel = 'stylesheet';
        style.href = `${address}/style.css`;
        const ended = new Promise((resolve) => {
          style.onerror = resolve;
          style.onload = resolve;
        });
        document.head.append(style);
        return ended.then(() => {
          style.remove();
        });
      });
      const isSecure = await page.evaluate(() => isSecureContext);
      return [...asked.map((path) => `asked for ${path}`), ...(isSecure ? [] : ['the page is not secure'])];
    },
  },
  {
    item: 9,
    what: 'turns on no experimental features of Chromium',
    try: (on) =>
      Promise.resolve(switchesOf(on, /--enable-experimental-web-platform-features|--enable-experimental\S*/)),
  },
  {
    item: 10,
    what: 'turns on no features of Blink',
    try: (on) => Promise.resolve(switchesOf(on, /--enable-blink-(?:test-)?features\S*/)),
  },
];

/** The switches of this kind that the page's processes were started with. */
function switchesOf(on: Parameters<typeof pages>[0], kind: RegExp): string[] {
  const all = pages(on);
  if (all.length === 0) return ['the page has no process'];
  return all.flatMap(({ words }) => kind.exec(words)?.[0] ?? []);
}
