import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { openInBrowser } from './browser.ts';
import { newFolder } from './launch.ts';

/** A browser that hears whatever a page does beyond being read. */
export interface Detector {
  /** Opens a file as a reader would; answers what ran, was asked for or could still run. `own` are pictures it may ask for. */
  open: (file: string, own?: readonly string[]) => Promise<string[]>;
  /** The text of the page that was opened last, and its longest task in milliseconds. */
  read: () => Promise<{ text: string; slowest: number }>;
  close: () => Promise<void>;
}

/** What could still run once somebody clicks or moves the mouse; runs in the page. */
function findings(): string[] {
  const ran = (window as unknown as { ran?: string[] }).ran ?? ['the detector itself did not run'];
  const found = [...ran];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    const isData = name === 'script' && element.getAttribute('type') === 'application/ld+json';
    if (/^(?:script|iframe|frame|object|embed|base|form|portal|link|svg|math)$/.test(name) && !isData) {
      const isHere = element.namespaceURI === 'http://www.w3.org/1999/xhtml' || name === 'svg' || name === 'math';
      const isCanonical = name === 'link' && element.getAttribute('rel') === 'canonical';
      if (isHere && !isCanonical) found.push(`<${name}>`);
    }
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) found.push(`${name} ${attribute}=${value}`);
      const isAddress = /^(?:href|src|action|formaction|xlink:href|poster|srcset)$/i.test(attribute);
      if (isAddress && /^[^a-z]*(?:javascript|vbscript|data:text)/i.test(value)) found.push(`${name} ${value}`);
    }
    if (name === 'meta' && /refresh/i.test(element.getAttribute('http-equiv') ?? '')) found.push('<meta refresh>');
  }
  return found;
}

/** Hears the functions by which a script would show itself, in every frame, before anything of the page. */
function listen(): void {
  const ran: string[] = [];
  Object.assign(window, { ran });
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'fetch'])
    Object.assign(window, { [name]: (...args: unknown[]) => void ran.push(`${name}(${String(args[0])})`) });
  Object.assign(window, { slowest: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      Object.assign(window, { slowest: Math.max(duration, Number(Reflect.get(window, 'slowest'))) });
  }).observe({ type: 'longtask' });
}

export async function createDetector(): Promise<Detector> {
  const blank = join(newFolder(), 'blank.html');
  writeFileSync(blank, '<!DOCTYPE html><title>Blank</title>');
  const { browser, page } = await openInBrowser(blank);
  let asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => {
    asked.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(listen);
  return {
    async open(file, own = []) {
      asked = [];
      const address = pathToFileURL(file).href;
      await page.goto(address);
      const allowed = new Set([address, ...own.map((path) => pathToFileURL(path).href)]);
      const beyond = asked.filter((url) => !allowed.has(url) && !/^data:(?:image|application\/octet-stream)/.test(url));
      return [...beyond.map((url) => `asked for ${url}`), ...extraFrames(page), ...(await page.evaluate(findings))];
    },
    read: () =>
      page.evaluate(() => ({
        text: document.documentElement.textContent,
        slowest: Number(Reflect.get(window, 'slowest') ?? NaN),
      })),
    close: () => browser.close(),
  };
}

const extraFrames = (page: Page): string[] =>
  page
    .frames()
    .slice(1)
    .map((frame) => `frame ${frame.url()}`);
