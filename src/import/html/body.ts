import { newBlockId } from '../../base/ids.ts';
import { plainRuns, plainText, tidyRuns } from '../../story/runs.ts';
import type { Block, BlockOf, FactBoxPart, Run } from '../../story/schema.ts';
import { createParagraph } from '../../story/create.ts';
import { tally, type Receipt } from '../receipt.ts';
import { MAX_LIST_LEVEL, nestItems, type FlatItem } from './list.ts';
import type { CardBuild, Owner } from './owners.ts';

/** Adds a text to another, set apart by `between`; costs only the text that is added. */
function appendRuns(runs: Run[], more: readonly Run[], between: string): void {
  const seam: Run[] = [];
  const last = runs.pop();
  if (last) seam.push(last, { text: between });
  const [first, ...rest] = more;
  if (first) seam.push(first);
  for (const run of tidyRuns(seam)) runs.push(run);
  for (const run of rest) runs.push(run);
}

function quoteOf(type: 'quote' | 'pull-quote', text: Run[]): BlockOf<'quote'> | BlockOf<'pull-quote'> {
  return { type, id: newBlockId(), text, attribution: [] };
}

/** Bold that covers a whole heading says only "I am a heading", which the block says itself. */
export function withoutOverallStrong(runs: Run[]): Run[] {
  if (!runs.every((run) => run.marks?.includes('strong') || run.text.trim() === '')) return runs;
  return tidyRuns(runs.map((run) => ({ ...run, marks: run.marks?.filter((mark) => mark !== 'strong') })));
}

/** The blocks as they come to be. List items are held until something else follows, and only then nested. */
export class Body {
  private readonly receipt: Receipt;
  private readonly levels: Block[][] = [[]];
  private items: FlatItem[] = [];

  constructor(receipt: Receipt) {
    this.receipt = receipt;
  }

  push(block: Block): void {
    this.endList();
    this.blocks.push(block);
  }

  // One by one: a call takes no hundred thousand arguments.
  pushAll(blocks: readonly Block[]): void {
    for (const block of blocks) this.push(block);
  }

  /** The block before this place, once a held list is written. */
  last(): Block | undefined {
    this.endList();
    return this.blocks.at(-1);
  }

  /** From here on blocks are kept apart, until `close` hands them over. */
  open(): void {
    this.endList();
    this.levels.push([]);
  }

  close(): Block[] {
    this.endList();
    const blocks = this.levels.pop();
    if (!blocks || this.levels.length === 0) throw new Error('nothing was opened');
    return blocks;
  }

  /** All blocks, at the end. */
  finish(): Block[] {
    this.endList();
    return this.blocks;
  }

  /** A finished text, to where it belongs. */
  put(owner: Owner, text: Run[], language: string): void {
    const said = language === '' ? {} : { language };
    switch (owner.kind) {
      case 'paragraph':
      case 'preformatted':
        this.push({ ...createParagraph(text), ...said });
        break;
      case 'heading':
        if (owner.wasOtherLevel) tally(this.receipt.changed, 'heading-level');
        this.push({ type: 'heading', id: newBlockId(), level: owner.level, ...said, text: withoutOverallStrong(text) });
        break;
      case 'item':
        this.putItem({ level: owner.level, ordered: owner.ordered, list: owner.list, language, text });
        break;
      case 'quote':
        this.push((owner.quote.last = { ...quoteOf(owner.quote.kind, text), ...said }));
        break;
      case 'attribution':
        if (owner.quote.last) appendRuns(owner.quote.last.attribution, text, '\n');
        else this.push(createParagraph(text));
        break;
      case 'caption':
        appendRuns(owner.figure.caption, text, ' ');
        break;
      case 'credit':
        owner.figure.credit += `${plainText(text)} `;
        break;
      case 'photo-caption':
        appendRuns(owner.photo.caption, text, '\n');
        break;
      case 'cell':
        appendRuns(owner.cell.text, text, '\n');
        break;
      case 'card':
        if (owner.part !== 'where') owner.card[owner.part] = plainText(text);
        break;
    }
  }

  private putItem(item: FlatItem): void {
    if (item.level > MAX_LIST_LEVEL) tally(this.receipt.changed, 'list-too-deep');
    this.items.push({ ...item, level: Math.min(item.level, MAX_LIST_LEVEL) });
  }

  private endList(): void {
    if (this.items.length === 0) return;
    const held = this.items;
    this.items = [];
    for (const list of nestItems(held)) this.blocks.push(list);
  }

  private get blocks(): Block[] {
    const top = this.levels.at(-1);
    if (!top) throw new Error('the body is never without a level');
    return top;
  }
}

/** A fact box of the parts that one can hold; what it cannot hold follows it. */
export function factBox(title: Run[], blocks: readonly Block[]): Block[] {
  const isPart = (block: Block): block is FactBoxPart => block.type === 'paragraph' || block.type === 'list';
  const parts = blocks.filter(isPart);
  const others = blocks.filter((block) => !isPart(block));
  if (parts.length === 0 && title.length === 0) return others;
  return [
    { type: 'fact-box', id: newBlockId(), title, blocks: parts.length > 0 ? parts : [createParagraph()] },
    ...others,
  ];
}

/** A link card, or a plain line where it leads nowhere. */
export function embedOf(card: CardBuild): BlockOf<'embed'> | BlockOf<'paragraph'> {
  if (card.url === '') return createParagraph(plainRuns([card.title, card.description].filter(Boolean).join('\n')));
  return {
    type: 'embed',
    id: newBlockId(),
    url: card.url,
    title: card.title === card.url ? '' : card.title,
    description: card.description,
  };
}
