import type { Page } from 'playwright-core';
import { caretHeard } from '../newsroom.ts';

/** What the window has shown since the last time it was asked, with the element that it stood in. */
export interface Seen {
  text: string;
  /** `tag.class` of the element, and the attribute where it is one. */
  at: string;
}

const ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
];

/**
 * Notes from now on every text and every naming attribute that comes into the page, however short it stays: what is said
 * to screen readers and hidden menus too. What the reporter wrote (editable text, values of fields, changes marked in it) is
 * not noted, nor what is marked as another language.
 */
export async function watchTexts(page: Page): Promise<() => Promise<Seen[]>> {
  await page.evaluate((attributes) => {
    const seen = new Map<string, { text: string; at: string }>();
    const note = (text: string | null, element: Element, attribute = ''): void => {
      const clean = text?.normalize('NFC').replace(/\s+/gu, ' ').trim() ?? '';
      if (clean === '' || !/\p{L}/u.test(clean)) return;
      const at = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}${attribute && ` [${attribute}]`}`;
      seen.set(`${clean} ${at}`, { text: clean, at });
    };
    /** What the reporter wrote, what a file will hold, and what says itself that it is in another language. */
    const isWritten = (element: Element): boolean =>
      element.closest('[lang]')?.getAttribute('lang') !== 'vi' ||
      (element instanceof HTMLElement &&
        (element.isContentEditable ||
          element.closest('script, style, textarea, pre, kbd, ins, del, mark, .find-text') !== null));
    // Once the page is drawn: where a library gives a name of its own, ours is put back before anyone sees it.
    const noteName = (element: Element, name: string): void => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (element.isConnected) note(element.getAttribute(name), element, name);
        }),
      );
    };
    const look = (node: Node): void => {
      if (node instanceof Text) {
        if (node.parentElement && !isWritten(node.parentElement)) note(node.data, node.parentElement);
        return;
      }
      if (!(node instanceof Element)) return;
      for (const name of attributes) noteName(node, name);
      node.childNodes.forEach(look);
    };
    look(document.documentElement);
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes, attributeName } of changes) {
        if (type === 'childList') addedNodes.forEach(look);
        else if (type === 'characterData') look(target);
        else if (attributeName) noteName(target as Element, attributeName);
      }
    }).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: attributes,
    });
    Object.assign(window, { witnessed: () => [...seen.values(), { text: document.title, at: 'title' }] });
  }, ATTRIBUTES);
  return async () => {
    await caretHeard(page);
    await caretHeard(page);
    return page.evaluate(() => (window as unknown as { witnessed: () => Seen[] }).witnessed());
  };
}
