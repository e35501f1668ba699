import { defineExtension, type LexicalNode } from 'lexical';
import type { BlockOf } from '../../../../src/story/schema.ts';
import { $appendRuns, $readRuns } from '../../runs.ts';
import { $createPartNode, PartNode } from '../../parts/part-node.ts';
import { registerPartStart } from '../../parts/part-keys.ts';
import type { BlockKind } from '../kind.ts';
import {
  $createQuoteBlockNode,
  $isQuoteBlockNode,
  $quotePart,
  $repairQuote,
  $unwrapQuote,
  QuoteBlockNode,
  type QuoteKind,
} from './quote-node.ts';

const QuoteBlockExtension = defineExtension({
  name: 'copydesk/quote',
  nodes: [QuoteBlockNode, PartNode],
  register: (editor) => {
    const offStart = registerPartStart(editor, 'text', (part) => {
      const quote = part.getParent();
      if (!$isQuoteBlockNode(quote)) return false;
      $unwrapQuote(quote);
      return true;
    });
    const offRepair = editor.registerNodeTransform(QuoteBlockNode, $repairQuote);
    return () => {
      offStart();
      offRepair();
    };
  },
});

type Parts = Pick<BlockOf<QuoteKind>, 'text' | 'attribution'>;

const $node = (kind: QuoteKind, { text, attribution }: Parts): QuoteBlockNode =>
  $createQuoteBlockNode(kind).append(
    $appendRuns($createPartNode('text'), text),
    $appendRuns($createPartNode('attribution'), attribution),
  );

function $parts(node: LexicalNode, kind: QuoteKind): Parts | null {
  if (!$isQuoteBlockNode(node) || node.getKind() !== kind) return null;
  const text = $quotePart(node, 'text');
  const attribution = $quotePart(node, 'attribution');
  return { text: text ? $readRuns(text) : [], attribution: attribution ? $readRuns(attribution) : [] };
}

export const quote: BlockKind<'quote'> = {
  extension: QuoteBlockExtension,
  node: QuoteBlockNode,
  $toNode: (block) => $node('quote', block),
  $toBlock: (node, id) => {
    const parts = $parts(node, 'quote');
    return parts && { type: 'quote', id, ...parts };
  },
};

export const pullQuote: BlockKind<'pull-quote'> = {
  extension: QuoteBlockExtension,
  node: QuoteBlockNode,
  $toNode: (block) => $node('pull-quote', block),
  $toBlock: (node, id) => {
    const parts = $parts(node, 'pull-quote');
    return parts && { type: 'pull-quote', id, ...parts };
  },
};
