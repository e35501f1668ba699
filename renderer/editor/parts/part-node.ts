import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getState,
  $setState,
  createState,
  ElementNode,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $findMatchingParent } from '@lexical/utils';
import { wordsOf } from '../words.ts';

const PARTS = ['caption', 'text', 'attribution', 'title'] as const;
export type PartName = (typeof PARTS)[number];

const partState = createState('part', { parse: (value) => PARTS.find((part) => part === value) ?? 'text' });

/**
 * A named text within a block: a photo's caption, a quote's words and speaker, a fact box's title. It is rich text in
 * the same editor, so it is formatted, linked, searched and undone like any paragraph.
 */
export class PartNode extends ElementNode {
  override $config() {
    return this.config('part', { extends: ElementNode, stateConfigs: [{ flat: true, stateConfig: partState }] });
  }

  getPart(): PartName {
    return $getState(this, partState);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const part = this.getPart();
    const words = wordsOf(editor);
    // Not a figcaption: that may not be a textbox.
    const element = document.createElement('div');
    element.className = `part part-${part}`;
    element.setAttribute('role', 'textbox');
    element.setAttribute('aria-multiline', 'true');
    element.setAttribute('aria-label', words.parts[part]);
    element.dataset.placeholder = words.partPlaceholders[part];
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override canIndent(): false {
    return false;
  }

  /** Enter never makes a second caption: what follows the caret becomes a paragraph after the whole block. */
  override insertNewAfter(_selection: RangeSelection | null, restoreSelection = true): LexicalNode {
    const paragraph = $createParagraphNode();
    ($hostOf(this) ?? this).insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  override collapseAtStart(): true {
    return true;
  }
}

export function $createPartNode(part: PartName): PartNode {
  return $applyNodeReplacement($setState(new PartNode(), partState, part));
}

export function $isPartNode(node: LexicalNode | null | undefined): node is PartNode {
  return node instanceof PartNode;
}

/** The block that a part belongs to: its highest ancestor below the section or the root. */
function $hostOf(part: PartNode): ElementNode | null {
  let host: ElementNode | null = null;
  for (
    let node = part.getParent();
    node !== null && node.getType() !== 'section' && node.getType() !== 'root';
    node = node.getParent()
  ) {
    host = node;
  }
  return host;
}

/** The part that holds the node, if any. */
export function $partAround(node: LexicalNode): PartNode | null {
  return $findMatchingParent(node, $isPartNode);
}
