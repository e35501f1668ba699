import type { Page } from 'playwright-core';

/** What a window did, or could still do, beyond showing text. */
export interface Seen {
  /** Functions by which a script would show itself, and scripts that the policy stopped. */
  ran: string[];
  /** Markup that acts: elements, attributes and addresses; names that stand before the page's own. */
  active: string[];
  /** Addresses that were asked for, or that the policy refused. */
  asked: string[];
  /** The page's longest task, in milliseconds. */
  slowest: number;
}

/** A window under watch. `look` tells what was seen since it was last asked. */
export interface Watch {
  look: () => Promise<Seen>;
  /** Every name by which a page or a script of it reaches something: what a form or an `id` could stand in front of. */
  names: string[];
}

interface InPage {
  ran: string[];
  asked: string[];
  slowest: number;
  before: WeakSet<Element>;
  names: Set<string>;
}

/** Runs in the page: hears what a script would do, and what the policy stops. */
function listen(): string[] {
  const seen: InPage = { ran: [], asked: [], slowest: 0, before: new WeakSet(), names: new Set() };
  Object.assign(window, { underWatch: seen });
  const chain = (from: object | null): string[] =>
    from === null ? [] : [...Object.getOwnPropertyNames(from), ...chain(Object.getPrototypeOf(from) as object | null)];
  const form = document.createElement('form');
  for (const from of [window, document, form, document.createElement('a'), document.createElement('iframe')])
    for (const name of chain(from)) if (/^[a-z_$][\w$]*$/i.test(name)) seen.names.add(name);
  for (const element of document.querySelectorAll('*')) seen.before.add(element);
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    Object.assign(window, { [name]: (...args: unknown[]) => void seen.ran.push(`${name}(${String(args[0])})`) });
  document.addEventListener('securitypolicyviolation', (event) => {
    const about = `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.slice(0, 120);
    (/^(?:script|require-trusted|trusted|worker)/.test(event.effectiveDirective) ? seen.ran : seen.asked).push(about);
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.slowest = Math.max(seen.slowest, duration);
  }).observe({ type: 'longtask' });
  return [...seen.names];
}

/** Runs in the page: what stands in it, shadow trees included, that could act. */
function findings(): Omit<Seen, 'asked'> & { asked: string[] } {
  const seen = (window as unknown as { underWatch?: InPage }).underWatch;
  if (!seen) return { ran: ['the watch is gone: another page came'], active: [], asked: [], slowest: 0 };
  const active: string[] = [];
  const own = ['app:', 'blob:'];
  const schemes: Record<string, string[]> = {
    href: [...own, 'http:', 'https:', 'mailto:'],
    'xlink:href': ['app:'],
    src: own,
    srcset: own,
    data: own,
    poster: own,
    background: own,
    action: ['app:'],
    formaction: ['app:'],
    ping: [],
    srcdoc: [],
  };
  const isOwn = (address: string): boolean => /^app:\/\/window\/assets\//.test(address);
  const judge = (element: Element): void => {
    const name = element.localName;
    if (
      /^(?:script|iframe|frame|frameset|object|embed|applet|base|portal|math|animate|set|foreignobject|style|meta|webview|marquee|template|audio|video)$/i.test(
        name,
      )
    )
      if (!isOwn((element as HTMLScriptElement).src ?? '')) active.push(`<${name}>`);
    if (name === 'link' && !isOwn((element as HTMLLinkElement).href))
      active.push(`<link ${(element as HTMLLinkElement).href}>`);
    const isInText =
      element.closest('.editor-body, .reader') !== null &&
      !/^(?:input|select|button|textarea|label|fieldset)$/.test(name);
    if (/^(?:form|svg)$/.test(name) && element.closest('.editor-body p, .editor-body li, .reader'))
      active.push(`<${name}> in the text`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) active.push(`${name} ${attribute}=${value}`);
      const allowed = schemes[attribute.toLowerCase()];
      if (allowed && URL.canParse(value, location.href) && !allowed.includes(new URL(value, location.href).protocol))
        active.push(`${name} ${attribute}=${value}`.slice(0, 200));
      if (/^(?:id|name)$/.test(attribute) && (isInText || seen.names.has(value)) && value !== '')
        active.push(`${name} ${attribute}=${value}`.slice(0, 200));
    }
  };
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (!seen.before.has(element)) judge(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  const { slowest } = seen;
  seen.slowest = 0;
  return { ran: seen.ran.splice(0), active, asked: seen.asked.splice(0), slowest };
}

/** Watches a window from now on. */
export async function watchWindow(page: Page): Promise<Watch> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:app|blob):/.test(request.url())) asked.push(request.url());
  });
  page.on('dialog', (dialog) => {
    asked.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  const names = await page.evaluate(listen);
  return {
    names,
    look: async () => {
      const seen = await page.evaluate(findings);
      return { ...seen, asked: [...asked.splice(0), ...seen.asked] };
    },
  };
}
