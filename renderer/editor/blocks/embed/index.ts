import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $applyNodeReplacement,
  $getNodeByKey,
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
import { normalise } from '../../../../src/base/text.ts';
import type { BlockOf } from '../../../../src/story/schema.ts';
import { createField, createFieldset, syncField } from '../../dom/fields.ts';
import { wordsOf } from '../../words.ts';
import type { BlockKind } from '../kind.ts';

type Card = Omit<BlockOf<'embed'>, 'type' | 'id'>;
const FIELDS = ['title', 'description', 'url'] as const;

function parseCard(value: unknown): Card {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const text = (field: keyof Card): string => (typeof raw[field] === 'string' ? raw[field] : '');
  return { url: text('url'), title: text('title'), description: text('description') };
}
const cardState = createState('card', { parse: parseCard });

/** A link card: an address with a title and a description, edited in place. Nothing is fetched. */
class EmbedNode extends CardNode {
  override $config() {
    return this.config('embed', { extends: DecoratorNode, stateConfigs: [cardState] });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const words = wordsOf(editor).embed;
    const card = $getState(this, cardState);
    const key = this.getKey();
    const element = document.createElement('div');
    element.className = 'block-embed';
    const fields = createFieldset('embed-fields');
    fields.setAttribute('role', 'group');
    fields.setAttribute('aria-label', words.label);
    for (const field of FIELDS) {
      fields.append(
        createField(editor, { label: words[field], hint: field === 'url' ? 'https://' : '' }, card[field], (text) => {
          const node = $getNodeByKey(key);
          if ($isEmbedNode(node)) $setState(node, cardState, (old) => ({ ...old, [field]: normalise(text) }));
        }),
      );
    }
    element.append(fields);
    return element;
  }

  override updateDOM(_previous: unknown, element: HTMLElement): boolean {
    const card = $getState(this, cardState, 'direct');
    const labels = element.querySelectorAll('label');
    FIELDS.forEach((field, index) => syncField(labels[index], card[field]));
    return false;
  }

  override getTextContent(): string {
    const { title, url } = $getState(this, cardState);
    return title || url;
  }
}

function $isEmbedNode(node: LexicalNode | null | undefined): node is EmbedNode {
  return node instanceof EmbedNode;
}

const EmbedExtension = defineExtension({
  name: 'copydesk/embed',
  nodes: [EmbedNode],
  dependencies: [configExtension(NodeSelectionDataSelectedExtension, { nodes: [EmbedNode] })],
});

export const embed: BlockKind<'embed'> = {
  extension: EmbedExtension,
  node: EmbedNode,
  $toNode: ({ url, title, description }) =>
    $setState($applyNodeReplacement(new EmbedNode()), cardState, { url, title, description }),
  $toBlock: (node, id) => ($isEmbedNode(node) ? { type: 'embed', id, ...$getState(node, cardState) } : null),
};
