import type { Klass, LexicalNode } from 'lexical';
import type { Block, BlockOf } from '../../../src/story/schema.ts';
import { $blockId, $setBlockId } from '../ids.ts';
import { $language, $setLanguage } from '../language.ts';
import { newBlockId } from '../../../src/base/ids.ts';
import { divider } from './divider/index.ts';
import { embed } from './embed/index.ts';
import { factBox } from './fact-box/index.ts';
import { figure } from './figure/index.ts';
import type { BlockKind, Converter } from './kind.ts';
import { list } from './list/index.ts';
import { pullQuote, quote } from './quote/index.ts';
import { table } from './table/index.ts';
import { heading, paragraph } from './text/index.ts';
import { unknown } from './unknown/index.ts';

/** Every kind of block the editor knows. To add one: a folder beside these, and a line here. */
const kinds: { [T in Block['type']]: BlockKind<T> } = {
  paragraph,
  heading,
  list,
  quote,
  'pull-quote': pullQuote,
  figure,
  'fact-box': factBox,
  table,
  divider,
  embed,
  unknown,
};

const all = Object.values(kinds) as BlockKind<Block['type']>[];

export const blockExtensions = all.map((kind) => kind.extension);
export const blockNodes: Klass<LexicalNode>[] = [...new Set(all.map((kind) => kind.node))];

const converter: Converter = { $toNode: $nodeOf, $toBlock: $blockOf };

/** The node for a story's block, with its id and its own language. */
export function $nodeOf(block: Block): LexicalNode {
  const node = $setBlockId((kinds[block.type] as BlockKind<Block['type']>).$toNode(block, converter), block.id);
  return 'language' in block && block.language !== undefined ? $setLanguage(node, block.language) : node;
}

/** The story's block for a node of the body; null for one that stands for nothing. */
export function $blockOf(node: LexicalNode): Block | null {
  const id = $blockId(node) || newBlockId();
  for (const kind of all) {
    const block = kind.$toBlock(node, id, converter);
    if (block) return isText(block) ? withLanguage(block, $language(node)) : block;
  }
  return null;
}

const TEXTS = ['paragraph', 'heading', 'list', 'quote', 'pull-quote'] as const;
type TextBlock = BlockOf<(typeof TEXTS)[number]>;
const isText = (block: Block): block is TextBlock => (TEXTS as readonly string[]).includes(block.type);
const withLanguage = (block: TextBlock, language: string): Block => (language === '' ? block : { ...block, language });
