import type {} from '../../../renderer/host/host.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import { COMMUNITY_COPY } from '../../../electron/runtime/community.ts';
import type { Attack } from './target.ts';

/** Attacks on what the page's code reaches of Node, of Electron and of the host. */
export const onCode: readonly Attack[] = [
  {
    item: 2,
    what: 'gives a page no Node',
    try: ({ attack }) =>
      attack(() => {
        const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'setImmediate', 'electron'];
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const inner = frame.contentWindow;
        const all = [...names.filter((name) => name in window), ...names.filter((name) => inner && name in inner)];
        frame.remove();
        return all;
      }),
  },
  {
    item: 3,
    what: 'keeps the bridge in a world of its own',
    try: ({ attack }) =>
      attack(async () => {
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
        if (!Object.isFrozen(bridge)) caught.push('the bridge can be changed');
        return caught;
      }),
  },
  {
    item: 16,
    what: 'runs on the Electron that is pinned, or on the copy that packaging refuses without a word',
    try: async ({ page }) => {
      const running = /Electron\/([\d.]+)/.exec(await page.evaluate(() => navigator.userAgent))?.[1] ?? '';
      return otherThan([packageFile.devDependencies.electron, COMMUNITY_COPY.version], running);
    },
  },
  {
    item: 17,
    what: 'answers its own page alone',
    try: async ({ attack }) =>
      attack(async () => {
        const holes: string[] = [];
        const other = window.open('about:blank', 'copydesk-preview');
        const frame = document.createElement('iframe');
        frame.src = location.href;
        const loaded = new Promise((resolve) => (frame.onload = resolve));
        document.body.append(frame);
        // A frame that is refused loads too: an empty page of nobody's, out of reach.
        await loaded;
        try {
          if (Reflect.has(frame.contentWindow ?? {}, 'copydesk')) holes.push('a frame has the bridge');
        } catch (error) {
          if (!(error instanceof DOMException)) throw error;
        }
        if (!other) holes.push('the preview’s window did not open');
        else if (Reflect.has(other, 'copydesk')) holes.push('the preview’s window has the bridge');
        frame.remove();
        other?.close();
        return holes;
      }),
  },
  {
    item: 20,
    what: 'shows the page two functions and nothing of Electron',
    try: ({ attack }) =>
      attack(async () => {
        const holes = Object.keys(window.copydesk).filter((name) => name !== 'call' && name !== 'listen');
        const stop = window.copydesk.listen('app.leaving', () => null);
        if (typeof stop !== 'function' || (stop() as unknown) !== undefined) holes.push('listen hands something over');
        const answer = (await window.copydesk.call('__proto__', undefined)) as { ok: boolean };
        if (answer.ok) holes.push('a call that is none was answered');
        return holes;
      }),
  },
];

/** The version that runs, where it is none of these. */
export const otherThan = (known: readonly string[], running: string): string[] =>
  known.includes(running) ? [] : [`runs on ${running}`];
