import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getState,
  $setState,
  createState,
  ElementNode,
  type LexicalNode,
} from 'lexical';
import { EnclosedNode } from '../../parts/enclosed-node.ts';
import { $keepId } from '../../ids.ts';
import { $createPartNode, $isPartNode, type PartNode } from '../../parts/part-node.ts';

export type QuoteKind = 'quote' | 'pull-quote';
const kindState = createState('kind', {
  parse: (value): QuoteKind => (value === 'pull-quote' ? 'pull-quote' : 'quote'),
});

/** A block quote or a pull quote: its words and who said them, always in this order and both present. */
export class QuoteBlockNode extends EnclosedNode {
  override $config() {
    return this.config('quote-block', { extends: ElementNode, stateConfigs: [{ flat: true, stateConfig: kindState }] });
  }

  getKind(): QuoteKind {
    return $getState(this, kindState);
  }

  override createDOM(): HTMLElement {
    // A pull quote is no aside here: each would be a landmark of its own to a screen reader.
    const element = document.createElement(this.getKind() === 'quote' ? 'blockquote' : 'div');
    element.className = `block-${this.getKind()}`;
    return element;
  }
}

export function $createQuoteBlockNode(kind: QuoteKind): QuoteBlockNode {
  return $applyNodeReplacement($setState(new QuoteBlockNode(), kindState, kind));
}

export function $isQuoteBlockNode(node: LexicalNode | null | undefined): node is QuoteBlockNode {
  return node instanceof QuoteBlockNode;
}

export function $quotePart(quote: QuoteBlockNode, part: 'text' | 'attribution'): PartNode | undefined {
  return quote.getChildren().find((child): child is PartNode => $isPartNode(child) && child.getPart() === part);
}

/** Back to plain paragraphs: the words, and the speaker where one was named. */
export function $unwrapQuote(quote: QuoteBlockNode): void {
  const paragraphs = quote
    .getChildren()
    .filter($isPartNode)
    .flatMap((part) => {
      if (part.getPart() === 'attribution' && part.isEmpty()) return [];
      return [$createParagraphNode().append(...part.getChildren())];
    });
  const [first] = paragraphs;
  if (first) $keepId(quote, first);
  for (const paragraph of paragraphs) quote.insertBefore(paragraph);
  first?.selectStart();
  quote.remove();
}

/** Whatever an edit left of a quote becomes a whole one again: both parts, strays moved behind it. */
export function $repairQuote(quote: QuoteBlockNode): void {
  for (const child of quote.getChildren().reverse()) if (!$isPartNode(child)) quote.insertAfter(child);
  const text = $quotePart(quote, 'text');
  const attribution = $quotePart(quote, 'attribution');
  if (!text) quote.splice(0, 0, [$createPartNode('text')]);
  if (!attribution) quote.append($createPartNode('attribution'));
}
