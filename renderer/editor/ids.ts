import { newBlockId } from '../../src/base/ids.ts';
import {
  $getNodeByKey,
  $getState,
  $setState,
  createState,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  mergeRegister,
} from 'lexical';
import { $language, $setLanguage } from './language.ts';

/** The block's id in the story. Held on the node, so that it is kept through typing, moving, formatting and undo. */
const idState = createState('id', { parse: (value) => (typeof value === 'string' ? value : '') });

export function $blockId(node: LexicalNode): string {
  return $getState(node, idState);
}

export function $setBlockId<T extends LexicalNode>(node: T, id: string): T {
  return $setState(node, idState, id);
}

/** Gives the new node the old one's id and language: the same block in another form (a paragraph that became a heading). */
export function $keepId(from: LexicalNode, to: LexicalNode): void {
  const id = $blockId(from);
  if (id !== '') $setBlockId(to, id);
  $setLanguage(to, $language(from));
}

/**
 * Sees to it that every block of these kinds has an id of its own: new ones get one, and of two with the same id (a
 * split, a copy) the newer gets another.
 */
export function registerBlockIds(editor: LexicalEditor, kinds: readonly Klass<LexicalNode>[]): () => void {
  const owners = new Map<string, NodeKey>();
  const $ownsId = (node: LexicalNode, id: string): boolean => {
    const owner = owners.get(id);
    if (owner === undefined || owner === node.getKey()) return true;
    const other = $getNodeByKey(owner);
    return other === null || !other.isAttached() || $blockId(other) !== id;
  };
  const $ensure = (node: LexicalNode): void => {
    let id = $blockId(node);
    if (id === '' || !$ownsId(node, id)) {
      id = newBlockId();
      $setBlockId(node, id);
    }
    owners.set(id, node.getKey());
  };
  return mergeRegister(...kinds.map((kind) => editor.registerNodeTransform(kind, $ensure)));
}
