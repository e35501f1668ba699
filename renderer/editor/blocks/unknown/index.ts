import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $applyNodeReplacement,
  $getState,
  $setState,
  configExtension,
  createState,
  DecoratorNode,
  defineExtension,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { CardNode } from '../../parts/card-node.ts';
import type { BlockOf } from '../../../../src/story/schema.ts';
import { wordsOf } from '../../words.ts';
import type { BlockKind } from '../kind.ts';

type Kept = Pick<BlockOf<'unknown'>, 'original' | 'fallback'>;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const keptState = createState('kept', {
  parse: (value): Kept => {
    const { original, fallback } = isRecord(value) ? value : {};
    return { original: isRecord(original) ? original : {}, fallback: typeof fallback === 'string' ? fallback : '' };
  },
});

/** A block of a newer Copydesk: shown as its readable text, not editable, kept whole. */
class UnknownNode extends CardNode {
  override $config() {
    return this.config('unknown', { extends: DecoratorNode, stateConfigs: [keptState] });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const element = document.createElement('div');
    element.className = 'block-unknown';
    const note = document.createElement('small');
    note.textContent = wordsOf(editor).unknown;
    element.append(note, $getState(this, keptState).fallback);
    return element;
  }

  override getTextContent(): string {
    return $getState(this, keptState).fallback;
  }
}

function $isUnknownNode(node: LexicalNode | null | undefined): node is UnknownNode {
  return node instanceof UnknownNode;
}

const UnknownExtension = defineExtension({
  name: 'copydesk/unknown',
  nodes: [UnknownNode],
  dependencies: [configExtension(NodeSelectionDataSelectedExtension, { nodes: [UnknownNode] })],
});

export const unknown: BlockKind<'unknown'> = {
  extension: UnknownExtension,
  node: UnknownNode,
  $toNode: ({ original, fallback }) =>
    $setState($applyNodeReplacement(new UnknownNode()), keptState, { original, fallback }),
  $toBlock: (node, id) => ($isUnknownNode(node) ? { type: 'unknown', id, ...$getState(node, keptState) } : null),
};
