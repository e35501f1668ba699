import type { AnyLexicalExtensionArgument, Klass, LexicalNode } from 'lexical';
import type { Block, BlockOf } from '../../../src/story/schema.ts';

/** Turns story blocks into nodes and back; given to the kinds that hold other blocks. */
export interface Converter {
  $toNode: (block: Block) => LexicalNode;
  /** Null for a node that stands for nothing in the story. */
  $toBlock: (node: LexicalNode) => Block | null;
}

/** A block kind: its extension, and how it stands in the story. */
export interface BlockKind<T extends Block['type']> {
  extension: AnyLexicalExtensionArgument;
  /** The node that stands for the block; blocks of this kind get their ids through it. */
  node: Klass<LexicalNode>;
  $toNode: (block: BlockOf<T>, converter: Converter) => LexicalNode;
  /** The block that the node stands for, or null where the node is not of this kind. */
  $toBlock: (node: LexicalNode, id: string, converter: Converter) => BlockOf<T> | null;
}
