import { readJson } from '../../base/json.ts';
import { isBlank } from '../../export/clean.ts';
import { creditToPrint } from '../../export/credit.ts';
import { lines } from '../../export/page/markup.ts';
import { blockHtml } from '../../export/page/blocks.ts';
import { isBlankText, linkAddress, runsHtml } from '../../export/page/runs.ts';
import type { ExportWords } from '../../export/words.ts';
import { plainRuns } from '../../story/runs.ts';
import type { Block, ListItem, Mark, Photo, Run } from '../../story/schema.ts';

/** A node of Ghost's editor (Koenig, on Lexical), as it is stored. */
export interface Node {
  type: string;
  [member: string]: unknown;
}

/** Whether this is a node at all: Ghost refuses a whole text for one thing in it that is none. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Lexical's bits for the marks of a text. */
export const BITS: Record<Mark, number> = {
  strong: 1,
  emphasis: 2,
  strike: 4,
  underline: 8,
  code: 16,
  sub: 32,
  sup: 64,
};

const ELEMENT = { direction: 'ltr', format: '', indent: 0, version: 1 } as const;

function textNodes({ text, marks = [] }: Run): Node[] {
  const format = marks.reduce((bits, mark) => bits | BITS[mark], 0);
  return text
    .split('\n')
    .flatMap((line, index): Node[] => [
      ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
      ...(line === ''
        ? []
        : [{ type: 'extended-text', detail: 0, format, mode: 'normal', style: '', text: line, version: 1 }]),
    ]);
}

function inline(runs: readonly Run[]): Node[] {
  const nodes: Node[] = [];
  let open = { href: '', children: nodes };
  for (const run of runs) {
    const href = linkAddress(run.href) ?? '';
    if (href !== open.href) {
      open = { href, children: href === '' ? nodes : [] };
      const link = { rel: null, target: null, title: null, url: href };
      if (href !== '') nodes.push({ ...ELEMENT, ...link, type: 'link', children: open.children });
    }
    open.children.push(...textNodes(run));
  }
  return nodes;
}

const element = (type: string, children: Node[], more: object = {}): Node => ({ ...ELEMENT, type, children, ...more });

export const paragraph = (runs: readonly Run[]): Node => element('paragraph', inline(runs));

function list(isOrdered: boolean, items: readonly ListItem[]): Node {
  const children: Node[] = [];
  for (const { text, sub } of items) {
    if (!isBlankText(text) || !sub) children.push(element('listitem', inline(text), { value: children.length + 1 }));
    // Lexical nests a list in an item of its own.
    if (sub) children.push(element('listitem', [list(sub.ordered, sub.items)], { value: children.length + 1 }));
  }
  return element('list', children, {
    listType: isOrdered ? 'number' : 'bullet',
    start: 1,
    tag: isOrdered ? 'ol' : 'ul',
  });
}

/** Caption and credit as HTML: Ghost has one caption. */
export function captionHtml(photo: Photo, words: ExportWords): string {
  const name = creditToPrint(photo);
  const credit = name === '' ? '' : `<span class="credit">${lines(words.credit + name).source}</span>`;
  return [isBlankText(photo.caption) ? '' : runsHtml(photo.caption).source, credit].filter(Boolean).join(' ');
}

/** What a block is written with. */
export interface Card {
  words: ExportWords;
  /** The picture's address on the site and its size; undefined for a photo that is still to be supplied. */
  image: (photo: Photo) => { url: string; width: number; height: number } | undefined;
}

function image(photo: Photo, card: Card): Node {
  const there = card.image(photo);
  const caption = captionHtml(photo, card.words);
  if (!there) {
    const text = [card.words.photoToCome, photo.alt].filter((part) => !isBlank(part)).join(': ');
    return element(
      'paragraph',
      inline([{ text, marks: ['emphasis'] }, ...(photo.caption.length > 0 ? [{ text: '\n' }, ...photo.caption] : [])]),
    );
  }
  const { url, width, height } = there;
  const alt = photo.decorative ? '' : photo.alt;
  return {
    type: 'image',
    version: 1,
    src: url,
    width,
    height,
    title: '',
    alt,
    caption,
    cardWidth: 'regular',
    href: '',
  };
}

const html = (source: string): Node => ({ type: 'html', version: 1, html: source });

/** A block of the story as nodes of Ghost's editor, each its own card; none where it is empty. */
export function nodesOf(block: Block, card: Card): Node[] {
  switch (block.type) {
    case 'paragraph':
      return isBlankText(block.text) ? [] : [paragraph(block.text)];
    case 'heading':
      return isBlankText(block.text)
        ? []
        : [element('extended-heading', inline(block.text), { tag: `h${block.level}` })];
    case 'list':
      return [list(block.ordered, block.items)];
    case 'quote':
    case 'pull-quote': {
      // Ghost's quotations have no place of their own for who said it.
      const said = isBlankText(block.attribution)
        ? block.text
        : [...block.text, { text: '\n— ' }, ...block.attribution];
      if (isBlankText(said)) return [];
      return [element(block.type === 'quote' ? 'extended-quote' : 'aside', inline(said))];
    }
    case 'figure':
      return block.photos.map((photo) => image(photo, card));
    case 'divider':
      return [{ type: 'horizontalrule', version: 1 }];
    case 'embed': {
      const url = linkAddress(block.url);
      const { title, description } = block;
      if (url === null)
        return isBlank(title + description)
          ? []
          : [paragraph(plainRuns([title, description].filter(Boolean).join('\n')))];
      const metadata = { icon: '', title: title || url, description, author: '', publisher: '', thumbnail: '' };
      return [{ type: 'bookmark', version: 1, url, metadata, caption: '' }];
    }
    case 'table':
    case 'fact-box': {
      const page = { words: card.words } as Parameters<typeof blockHtml>[1];
      const source = blockHtml(block, page)?.source;
      return source === undefined ? [] : [html(source.trim())];
    }
    case 'unknown': {
      const { type, source } = block.original;
      const kept = type === 'ghost' && typeof source === 'string' ? [readJson(source)].flat() : [];
      if (kept.length > 0 && kept.every(isNode)) return kept;
      return isBlank(block.fallback) ? [] : [paragraph(plainRuns(block.fallback))];
    }
  }
}
