import { HEADINGS, LISTS, PREFORMATTED } from '../tags.ts';
import * as blocks from './blocks.ts';
import * as figures from './figures.ts';
import * as ours from './ours.ts';
import type { Rule } from './rule.ts';
import * as tables from './tables.ts';

const BY_TAG = new Map<string, Rule>([
  ...[...HEADINGS.keys()].map((tag) => [tag, blocks.heading] as const),
  ...[...LISTS].map((tag) => [tag, blocks.list] as const),
  ...[...PREFORMATTED].map((tag) => [tag, blocks.preformatted] as const),
  ['p', blocks.paragraph],
  ['div', blocks.paragraph],
  ['li', blocks.item],
  ['dl', blocks.definitions],
  ['blockquote', blocks.quote],
  ['footer', blocks.foot],
  ['cite', blocks.cite],
  ['figure', figures.figure],
  ['figcaption', figures.caption],
  ['table', tables.table],
  ['caption', tables.tableCaption],
  ['thead', tables.head],
  ['tr', tables.row],
  ['td', tables.cell],
  ['th', tables.cell],
]);

/** By an element's name and one of its classes: our own export's, and the captions that WordPress long wrote. */
const BY_CLASS = new Map<string, Rule>([
  ['aside fact-box', ours.box],
  ['aside pull-quote', ours.pullQuote],
  ['p attribution', blocks.foot],
  ['div gallery', ours.gallery],
  ['p card', ours.card],
  ['span about', ours.cardAbout],
  ['span where', ours.cardWhere],
  ['span credit', figures.credit],
  ['div photo-to-come', figures.photoToCome],
  ['div wp-caption', figures.figure],
  ['p wp-caption-text', figures.caption],
]);

/** The rule for an element, or null where it means nothing beyond its marks. */
export function ruleFor(tag: string, classes: readonly string[]): Rule | null {
  for (const name of classes) {
    const rule = BY_CLASS.get(`${tag} ${name}`);
    if (rule) return rule;
  }
  return BY_TAG.get(tag) ?? null;
}
