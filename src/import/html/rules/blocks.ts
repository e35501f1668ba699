import { newBlockId } from '../../../base/ids.ts';
import { tally } from '../../receipt.ts';
import { isClosed, type Owner, type QuoteBuild } from '../owners.ts';
import { HEADINGS } from '../tags.ts';
import { attribute, type PageNode } from '../tree.ts';
import { wordItem } from '../word.ts';
import type { Met, Rule } from './rule.ts';

/** A heading in a list item or a caption is text of that; elsewhere it is a heading of the body. */
export const heading: Rule = ({ element, inside }) => {
  const level = HEADINGS.get(element.tag) ?? 2;
  becomeHeading(inside, level, !/^h[234]$/.test(element.tag));
  return undefined;
};

function becomeHeading(inside: Met['inside'], level: 2 | 3 | 4, wasOtherLevel: boolean): void {
  if (!isClosed(inside.owner) && inside.owner.kind !== 'item') inside.owner = { kind: 'heading', level, wasOtherLevel };
}

/** A paragraph is what it stands in, unless Word's styles say that it is a heading, a list item, a quote or a caption. */
export const paragraph: Rule = ({ element, classes, inside, gather, read }) => {
  const before = gather.seen;
  if (!isClosed(inside.owner)) {
    const item = wordItem(element, read);
    if (item) {
      tally(gather.receipt.changed, 'list-rebuilt');
      inside.owner = { kind: 'item', ...item };
    } else if (classes.includes('MsoTitle')) {
      becomeHeading(inside, 2, true);
    } else if (classes.includes('MsoQuote') || classes.includes('MsoIntenseQuote')) {
      inside.owner = { kind: 'quote', quote: { kind: 'quote', last: null } };
    } else if (classes.includes('MsoCaption')) {
      inside.owner = captionOfLastPhoto(gather) ?? inside.owner;
    } else if (attribute(element, 'role') === 'heading') {
      const level = Number(attribute(element, 'aria-level') ?? 2);
      becomeHeading(inside, level <= 2 ? 2 : level === 3 ? 3 : 4, level !== 2 && level !== 3 && level !== 4);
    }
  }
  if (element.tag !== 'p') return undefined;
  return () => {
    if (gather.seen === before) tally(gather.receipt.dropped, 'empty-paragraph');
  };
};

function captionOfLastPhoto(gather: Met['gather']): Owner | null {
  gather.finish();
  const last = gather.body.last();
  const photo = last?.type === 'figure' ? last.photos.at(-1) : undefined;
  return photo?.caption.length === 0 ? { kind: 'photo-caption', photo } : null;
}

/** A list; one inside another, with or without an item between them, is one level deeper. */
export const list: Rule = ({ element, inside }) => {
  if (isClosed(inside.owner)) return undefined;
  const ordered = element.tag === 'ol';
  const outer = inside.list;
  inside.list = { level: outer ? outer.level + 1 : 1, ordered, list: outer ? outer.list : element };
  inside.owner = { kind: 'item', ...inside.list };
  return undefined;
};

/** An item. Word's web pages write each into a list of its own and keep its place in `data-` attributes. */
export const item: Rule = ({ element, inside }) => {
  if (isClosed(inside.owner)) return undefined;
  const place = inside.list ?? { level: 1, ordered: false, list: element.parent };
  const level = Number(attribute(element, 'data-aria-level') ?? place.level);
  const list = attribute(element, 'data-listid') ?? place.list;
  inside.owner = {
    kind: 'item',
    ordered: place.ordered,
    list,
    level: Number.isInteger(level) && level >= 1 ? level : place.level,
  };
  return undefined;
};

export const definitions: Rule = ({ inside, gather }) => {
  if (!isClosed(inside.owner)) tally(gather.receipt.changed, 'definition-list');
  return undefined;
};

/** Someone's words. A quotation within a quotation is part of it. */
export const quote: Rule = ({ inside }) => {
  if (isClosed(inside.owner)) return undefined;
  const build: QuoteBuild = inside.quote ?? { kind: 'quote', last: null };
  if (inside.owner.kind !== 'quote' || inside.owner.quote !== build) inside.owner = { kind: 'quote', quote: build };
  inside.quote = build;
  inside.list = null;
  if (inside.figure) inside.figure.quote = build;
  return undefined;
};

function whoSpoke(met: Met): undefined {
  if (met.inside.quote && met.inside.owner.kind === 'quote') {
    met.inside.owner = { kind: 'attribution', quote: met.inside.quote };
    met.gather.setApart();
  }
  return undefined;
}

const hasText = (node: PageNode | null): boolean =>
  node !== null && (node.kind === 'element' ? node.tag !== 'br' : node.value.trim() !== '');

/** Nothing but blanks follows within the parent. */
function isLast(element: PageNode): boolean {
  for (let next = element.next; next; next = next.next) if (hasText(next)) return false;
  return true;
}

function isAlone(element: PageNode): boolean {
  for (let prev = element.prev; prev; prev = prev.prev) if (hasText(prev)) return false;
  return isLast(element);
}

/** The foot of a quotation says who spoke. */
export const foot: Rule = (met) => whoSpoke(met);

/** A `cite` that closes a quotation, or has a line of it to itself, says who spoke; any other is a title, in emphasis. */
export const cite: Rule = (met) => {
  const { element, inside } = met;
  if (inside.owner.kind !== 'quote') return undefined;
  const closes =
    element.parent?.tag === 'blockquote' ? isLast(element) : element.parent?.tag === 'p' && isAlone(element);
  if (!closes) return undefined;
  whoSpoke(met);
  inside.look = { ...inside.look, marks: 0 };
  return undefined;
};

export const preformatted: Rule = ({ inside }) => {
  inside.space = 'kept';
  if (inside.owner.kind === 'paragraph') inside.owner = { kind: 'preformatted' };
  return undefined;
};

/** A divider; in a list or a cell only a line's end. */
export function rule({ inside, gather }: Pick<Met, 'inside' | 'gather'>): void {
  if (isClosed(inside.owner)) {
    gather.setApart();
    return;
  }
  gather.push({ type: 'divider', id: newBlockId() });
  gather.seen++;
}
