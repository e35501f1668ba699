import { tally } from '../receipt.ts';
import type { Budget } from './budget.ts';
import { dataTables } from './data-tables.ts';
import type { Gatherer } from './gather.ts';
import { OUTERMOST, type Inside } from './inside.ts';
import { cleanLink } from '../links.ts';
import { languageInside } from './languages.ts';
import { marksInside, UNDERLINE } from './marks.ts';
import { rule as divider } from './rules/blocks.ts';
import { ruleFor } from './rules/index.ts';
import { StyleReader, type StyleFacts } from './styles.ts';
import { BLOCKS, DROPPED, HEADINGS, LISTS, PREFORMATTED } from './tags.ts';
import { attribute, type PageNode } from './tree.ts';
import { isWordComment } from './word.ts';

interface Open {
  /** What held around the element. */
  outside: Inside;
  isBlock: boolean;
  ends: (() => void)[];
}

const STRUCTURE = new Set([
  'li',
  'blockquote',
  'figure',
  'table',
  'tr',
  'td',
  'th',
  ...HEADINGS.keys(),
  ...LISTS,
  ...PREFORMATTED,
]);

/** Goes through the page once, from its first character to its last, without ever calling itself: pages can be nested without end. */
export class Walk {
  /** The page's own title. */
  title = '';
  /** The title that the page gives to those who share it; without the site's name, mostly. */
  sharedTitle = '';
  keywords: string[] = [];
  /** What the page says that it is in. */
  language = '';
  private readonly gather: Gatherer;
  private readonly budget: Budget;
  private readonly styles = new StyleReader();
  private readonly open: Open[] = [];
  private inside: Inside = OUTERMOST;
  private tables = new Set<PageNode>();

  constructor(gather: Gatherer, budget: Budget) {
    this.gather = gather;
    this.budget = budget;
  }

  run(root: PageNode): void {
    this.tables = dataTables(root, this.budget);
    let node: PageNode | null = root.first;
    while (node) {
      this.budget.step();
      if (node.kind === 'text') this.gather.text(node.value, this.inside);
      if (node.kind === 'element' && this.enter(node)) {
        if (node.first) {
          node = node.first;
          continue;
        }
        this.leave();
      }
      while (node && !node.next) {
        node = node.parent === root ? null : node.parent;
        if (node) this.leave();
      }
      node = node ? node.next : null;
    }
    this.gather.finish();
  }

  /** Begins an element; false when it and what is in it are passed over. */
  private enter(element: PageNode): boolean {
    const facts = this.styles.read(attribute(element, 'style'));
    if (this.isPassedOver(element, facts)) return false;
    const { gather, inside: outside } = this;
    switch (element.tag) {
      case 'br':
        if (facts.breaksPage) gather.setApart();
        else gather.lineBreak(outside);
        return false;
      case 'hr':
        divider({ inside: outside, gather });
        return false;
      case 'img':
        gather.picture(element, outside);
        return false;
      default:
        this.begin(element, facts);
        return true;
    }
  }

  private isPassedOver(element: PageNode, facts: StyleFacts): boolean {
    const { dropped } = this.gather.receipt;
    const isTitle = element.tag === 'title' && element.isHtml;
    if (isTitle && this.title === '' && element.first?.kind === 'text')
      this.title = this.gather.plain(element.first.value);
    if (isTitle) return true;
    if (element.tag === 'meta') this.readMeta(element);
    const name = DROPPED.get(element.tag);
    if (name !== undefined || !element.isHtml) {
      if (name !== null) tally(dropped, name ?? 'drawing');
      return true;
    }
    if (
      facts.isHidden ||
      attribute(element, 'hidden') !== null ||
      (element.tag === 'dialog' && attribute(element, 'open') === null)
    ) {
      tally(dropped, 'hidden');
      return true;
    }
    if (isWordComment(element, facts)) {
      tally(dropped, 'word-comment');
      return true;
    }
    // The bullet that Word drew; the item's own list draws it now.
    return facts.msoList === 'ignore' && this.inside.owner.kind === 'item';
  }

  /** What the page says of itself for those who share it: its title without the site's name, and its keywords. */
  private readMeta(element: PageNode): void {
    const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? '').toLowerCase();
    const content = attribute(element, 'content');
    if (content === null || content.length > 2000) return;
    if (name === 'og:title') this.sharedTitle ||= this.gather.plain(content);
    if (name === 'news_keywords' || (name === 'keywords' && this.keywords.length === 0))
      this.keywords = this.gather
        .plain(content)
        .split(/\s*,\s*/, 40)
        .filter(Boolean);
  }

  private begin(element: PageNode, facts: StyleFacts): void {
    const { gather } = this;
    const outside = this.inside;
    const inside: Inside = { ...outside };
    const ends: (() => void)[] = [];
    const isStructure = STRUCTURE.has(element.tag);
    const isBlock = isStructure || (facts.display ? facts.display === 'block' : BLOCKS.has(element.tag));
    if (isBlock) gather.setApart();
    if (facts.keepsLines !== null && inside.space !== 'kept') inside.space = facts.keepsLines ? 'lines' : 'folded';
    inside.language = languageInside(attribute(element, 'lang'), outside.language);
    if (element.tag === 'html' || element.tag === 'body') this.language = inside.language;
    inside.look = this.lookInside(element, facts, outside, ends);
    const classes = (attribute(element, 'class') ?? '').split(/\s+/, 20);
    const end = ruleFor(
      element.tag,
      classes,
    )?.({
      element,
      classes,
      facts,
      inside,
      gather,
      isDataTable: (table) => this.tables.has(table),
      read: (some) => this.styles.read(attribute(some, 'style')),
    });
    if (end) ends.push(end);
    if (element.tag === 'q') {
      gather.text('\u201c', inside);
      ends.push(() => gather.text('\u201d', inside));
    }
    this.inside = inside;
    this.open.push({ outside, isBlock, ends });
  }

  /** Marks and link inside the element. A link is underlined by itself, so no mark says it again. */
  private lookInside(element: PageNode, facts: StyleFacts, outside: Inside, ends: (() => void)[]): Inside['look'] {
    let { href } = outside.look;
    if (element.tag === 'a') href = this.link(element, ends) ?? href;
    let marks = marksInside(outside.look.marks, element.tag, facts.marks);
    if (href !== undefined) marks &= ~UNDERLINE;
    return marks === outside.look.marks && href === outside.look.href ? outside.look : { marks, href };
  }

  private link(element: PageNode, ends: (() => void)[]): string | undefined {
    const address = attribute(element, 'href');
    if (address === null || this.inside.owner.kind === 'card') return undefined;
    const { receipt } = this.gather;
    const verdict = cleanLink(address);
    if (verdict.href === null) {
      tally(receipt.dropped, verdict.why);
      return undefined;
    }
    if (verdict.wasCleaned) tally(receipt.changed, 'link-cleaned');
    const before = this.gather.seen;
    ends.push(() => {
      if (this.gather.seen > before) tally(receipt.kept, 'link');
    });
    return verdict.href;
  }

  private leave(): void {
    const ended = this.open.pop();
    if (!ended) throw new Error('an element ended that never began');
    for (const end of ended.ends) end();
    if (ended.isBlock) this.gather.setApart();
    this.inside = ended.outside;
  }
}
