import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** One element of a page, as a browser's parser sees it. */
export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  /** Its text, without that of style sheets. */
  text: string;
}

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  if (node.nodeName === 'style') return '';
  if (node.nodeName === 'br') return '\n';
  return childrenOf(node).map(textOf).join('');
}

/** Every element of a page in reading order, by the parser that the HTML standard describes. */
export function elementsOf(page: string): PageElement[] {
  const found: PageElement[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ name: node.tagName, attributes, text: textOf(node) });
    }
    childrenOf(node).forEach(walk);
  };
  walk(parse(page));
  return found;
}

/** Faults that the HTML standard's parser finds in a page. */
export function parseErrors(page: string): string[] {
  const errors: string[] = [];
  parse(page, { onParseError: (error) => errors.push(error.code) });
  return errors;
}

/** A page's elements of one name or class (`.credit`). */
export const all = (page: string, what: string): PageElement[] =>
  elementsOf(page).filter(({ name, attributes }) =>
    what.startsWith('.') ? (attributes.class ?? '').split(' ').includes(what.slice(1)) : name === what,
  );

/** The text of each of them. */
export const texts = (page: string, what: string): string[] => all(page, what).map(({ text }) => text);

/** A file of HTML as a whole page: a fragment stands in the page of another system. */
export function asPage(html: string): string {
  if (html.startsWith('<!DOCTYPE html>')) return html;
  return `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Page</title>\n</head>\n<body>\n${html}</body>\n</html>\n`;
}
