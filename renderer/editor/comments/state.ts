import { $getState, $setState, createState, type LexicalNode } from 'lexical';

/**
 * The threads whose words a text node is, by id, in order, with a blank between. State of the node and no element round it, so that
 * typing, splitting, joining and undoing keep it by themselves, and the caret meets no edge.
 */
const commentsState = createState('comments', { parse: (value) => (typeof value === 'string' ? value : '') });

export function $commentsOf(node: LexicalNode): string[] {
  const ids = $getState(node, commentsState);
  return ids === '' ? [] : ids.split(' ');
}

export function $setComments(node: LexicalNode, ids: readonly string[]): void {
  const said = [...new Set(ids)].sort().join(' ');
  if ($getState(node, commentsState) !== said) $setState(node, commentsState, said);
}
