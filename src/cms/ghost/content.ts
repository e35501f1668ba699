import { shortHash } from '../../base/short-hash.ts';
import { readJson } from '../../base/json.ts';
import { safeLink } from '../../story/links.ts';
import { plainRuns, plainText, tidyRuns } from '../../story/runs.ts';
import { createPhoto } from '../../story/create.ts';
import { MARKS, type Block, type ListItem, type Run, type Story } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import { arrange, type There } from '../arrange.ts';
import { attributeIn, htmlBlocks, htmlRuns } from '../html-runs.ts';
import { foreignBlock, renamed, trimmed, type Unit } from '../units.ts';
import { BITS, isNode, nodesOf, paragraph, type Card, type Node } from './lexical.ts';

/** Our mark on a node: the block's id. Ghost stores what it is sent; an edit in its own editor takes the mark off. */
const MARK = 'copydesk';

/** Whether a node of the text still bears one of our marks. */
export const bearsMarks = (content: string): boolean => nodesIn(content).some((node) => memberText(node[MARK]) !== '');

/** The story as a post's Lexical text. */
export function contentOf(story: Story, card: Card, there: There | null): string {
  const marked = (nodes: Node[], id: string): Node[] => nodes.map((node) => ({ ...node, [MARK]: id }));
  const pieces = arrange<Node[]>(story, there, {
    field: (name, text) => marked([paragraph(plainRuns(text))], name),
    block: (block) => marked(nodesOf(block, card), block.id),
    kept: (source) => JSON.parse(source) as Node[],
  });
  const root = { children: pieces.flat(), direction: 'ltr', format: '', indent: 0, type: 'root', version: 1 };
  return JSON.stringify({ root });
}

/** What stands within a node. */
export const childrenOf = ({ children }: Node): Node[] => (Array.isArray(children) ? children.filter(isNode) : []);
/** A member that should be text; anything else is none. */
export const memberText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The rich text of nodes. */
export function runsOf(nodes: readonly Node[], href?: string): Run[] {
  return tidyRuns(
    nodes.flatMap((node): Run[] => {
      if (node.type === 'linebreak') return [{ text: '\n', ...(href !== undefined && { href }) }];
      if (node.type === 'link' || node.type === 'autolink')
        return runsOf(childrenOf(node), safeLink(memberText(node['url'])) ?? href);
      if (node.type !== 'text' && node.type !== 'extended-text') return runsOf(childrenOf(node), href);
      const bits = Number(node['format'] ?? 0);
      const marks = MARKS.filter((mark) => bits & BITS[mark]);
      return [
        { text: memberText(node['text']), ...(marks.length > 0 && { marks }), ...(href !== undefined && { href }) },
      ];
    }),
  );
}

/** A list's items, those of its sublists within. */
export function itemsOf(node: Node): ListItem[] {
  const items: ListItem[] = [];
  for (const item of childrenOf(node)) {
    const [first] = childrenOf(item);
    const last = items.at(-1);
    if (first?.type !== 'list') items.push({ id: 'none', text: runsOf(childrenOf(item)) });
    else if (last && !last.sub) last.sub = { ordered: first['listType'] === 'number', items: itemsOf(first) };
    else items.push({ id: 'none', text: [], sub: { ordered: first['listType'] === 'number', items: itemsOf(first) } });
  }
  return items;
}

function quoteOf(type: 'quote' | 'pull-quote', node: Node): Block {
  const runs = runsOf(childrenOf(node));
  const at = plainText(runs).lastIndexOf('\n— ');
  if (at < 0) return { type, id: 'none', text: runs, attribution: [] };
  let seen = 0;
  const cut = (from: number, to: number): Run[] => {
    seen = 0;
    return tidyRuns(
      runs.map((run) => {
        const piece = run.text.slice(Math.max(from - seen, 0), Math.max(to - seen, 0));
        seen += run.text.length;
        return { ...run, text: piece };
      }),
    );
  };
  return { type, id: 'none', text: cut(0, at), attribution: cut(at + 3, Infinity) };
}

function photoOf(node: Node): Block {
  const caption = memberText(node['caption']);
  const [, before = caption, credit = ''] = /^([^]*?)\s*<span class="credit">([^]*?)<\/span>\s*$/i.exec(caption) ?? [];
  const photo = createPhoto({
    alt: memberText(node['alt']),
    caption: trimmed(htmlRuns(before)),
    credit: plainText(htmlRuns(credit)).replace(/^(?:photo|ảnh)\s*:\s*/iu, ''),
    source: memberText(node['src']),
  });
  return { type: 'figure', id: 'none', photos: [photo] };
}

function bookmarkOf(node: Node): Block | null {
  const metadata = typeof node['metadata'] === 'object' ? (node['metadata'] as Record<string, unknown>) : {};
  const url = safeLink(memberText(node['url']));
  if (url === null) return null;
  const title = memberText(metadata['title']);
  return {
    type: 'embed',
    id: 'none',
    url,
    title: title === url ? '' : title,
    description: memberText(metadata['description']),
  };
}

/** What a node says as a block of a story; null where a story has no such block. */
function blockOf(node: Node): Block | null {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', id: 'none', text: runsOf(childrenOf(node)) };
    case 'heading':
    case 'extended-heading': {
      const level = Number(memberText(node['tag']).slice(1));
      return level === 2 || level === 3 || level === 4
        ? { type: 'heading', id: 'none', level, text: runsOf(childrenOf(node)) }
        : null;
    }
    case 'list': {
      const items = itemsOf(node);
      return items.length > 0 ? { type: 'list', id: 'none', ordered: node['listType'] === 'number', items } : null;
    }
    case 'quote':
    case 'extended-quote':
      return quoteOf('quote', node);
    case 'aside':
      return quoteOf('pull-quote', node);
    case 'image':
      return photoOf(node);
    case 'horizontalrule':
      return { type: 'divider', id: 'none' };
    case 'bookmark':
      return bookmarkOf(node);
    case 'html': {
      const [block, ...more] = htmlBlocks(memberText(node['html']));
      return block && more.length === 0 && (block.type === 'table' || block.type === 'fact-box') ? block : null;
    }
    default:
      return null;
  }
}

/** What a node says, plain: of a card that no block of ours is, what can be read of it. */
export const sayNode = (node: Node): string =>
  htmlBlocks(memberText(node['html']) || memberText(node['caption']))
    .map(blockText)
    .join(' ') || plainText(runsOf(childrenOf(node)));

function named(block: Block, id: string): Block {
  const base = id.slice(0, 30);
  const items = (all: readonly ListItem[], name: string): ListItem[] =>
    all.map((item, index) => {
      const own = `${name}${index.toString(36)}`;
      return { ...item, id: own, ...(item.sub && { sub: { ...item.sub, items: items(item.sub.items, `${own}s`) } }) };
    });
  if (block.type === 'list') return { ...block, id, items: items(block.items, `${base}i`) };
  if (block.type === 'figure')
    return { ...block, id, photos: block.photos.map((photo, index) => ({ ...photo, id: `${base}p${index}` })) };
  if (block.type === 'fact-box')
    return {
      ...block,
      id,
      blocks: block.blocks.map((part, index) => named(part, `${base}b${index}`)) as typeof block.blocks,
    };
  return { ...block, id };
}

/** The nodes of a post's text; none where it has no Lexical text. */
export function nodesIn(content: string): Node[] {
  const read = readJson(content);
  const root = typeof read === 'object' && read !== null && 'root' in read ? read.root : null;
  return isNode(root) ? childrenOf(root) : [];
}

function unitsBy(nodes: readonly Node[], markOf: (node: Node) => string): Unit[] {
  const units: Unit[] = [];
  const taken = new Set<string>();
  const groups: { mark: string; nodes: Node[] }[] = [];
  for (const node of nodes) {
    const mark = markOf(node);
    const last = groups.at(-1);
    if (mark !== '' && last?.mark === mark) last.nodes.push(node);
    else groups.push({ mark, nodes: [node] });
  }
  for (const { mark, nodes } of groups) {
    const source = JSON.stringify(nodes);
    const blocks = nodes.map(blockOf);
    const photos = blocks.flatMap((block) => (block?.type === 'figure' ? block.photos : []));
    const [only] = blocks;
    const read: Block =
      photos.length === nodes.length && photos.length > 0
        ? { type: 'figure', id: 'none', photos }
        : nodes.length === 1 && only
          ? only
          : foreignBlock(
              'ghost',
              nodes.length === 1 ? JSON.stringify(nodes[0]) : source,
              nodes.map(sayNode).join(' ').slice(0, 500),
            );
    const isOurs = /^[a-z0-9]{4,40}$/.test(mark) && !taken.has(mark);
    const id = isOurs ? mark : `g${units.length.toString(36)}${shortHash(source)}`.padEnd(4, '0');
    taken.add(id);
    units.push({ id, block: named(read, id), source });
  }
  return units;
}

const markOn = (node: Node): string => memberText(node[MARK]);

/** A post's Lexical text as the units that it is made of; a gallery of ours, which Ghost has as single images, is one again. */
export const unitsOf = (content: string): Unit[] => unitsBy(nodesIn(content), markOn);

/**
 * The units of a text whose marks Ghost's editor may have taken off, under the names that they have in `left`, which is the
 * text as we left it: pictures by their address, all else by what it says and what it stands between.
 */
export function unitsLike(left: string, content: string): Unit[] {
  const ours = nodesIn(left);
  const owners = new Map<string, string>();
  for (const node of ours) {
    const src = node.type === 'image' ? memberText(node['src']) : '';
    // One that is there twice tells nothing.
    if (src !== '') owners.set(src, owners.has(src) ? '' : markOn(node));
  }
  const units = unitsBy(nodesIn(content), (node) => markOn(node) || (owners.get(memberText(node['src'])) ?? ''));
  return renamed(units, unitsBy(ours, markOn));
}

/** The pictures that a text names, by the part of their hash in the name. */
export function imagesIn(content: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const node of nodesIn(content)) {
    const src = node.type === 'image' ? memberText(node['src']) : attributeIn(memberText(node['html']), 'src');
    const hash = /-([0-9a-f]{16})(?:-\d+)?[.][a-z]+$/i.exec(src)?.[1];
    if (hash !== undefined) found.set(hash, src);
  }
  return found;
}
