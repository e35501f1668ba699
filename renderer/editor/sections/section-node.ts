import { $applyNodeReplacement, ElementNode, type LexicalNode } from 'lexical';
import { EnclosedNode } from '../parts/enclosed-node.ts';

/**
 * About fifty blocks of a long story, so that the browser lays out and paints only what is near the screen
 * (`content-visibility: auto`). It exists in the editor alone: the story has no sections, and short stories have none
 * in the editor either. To every command a section is like a small document; crossing.ts opens the borders for those
 * that cross them.
 */
export class SectionNode extends EnclosedNode {
  override $config() {
    return this.config('section', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'section';
    withoutText(element);
    this.sizeDOM(element);
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if (previous.__size !== this.__size) this.sizeDOM(element);
    return false;
  }

  /** A guess at the height while unseen: about 80 characters a line of 30 pixels, and 20 pixels between blocks. */
  private sizeDOM(element: HTMLElement): void {
    const height =
      Math.round(this.getTextContentSize() / 80 + this.getChildrenSize()) * 30 + this.getChildrenSize() * 20;
    element.style.containIntrinsicSize = `auto ${height}px`;
  }

  override excludeFromCopy(): boolean {
    return true;
  }
}

/**
 * Keeps Lexical from putting the text of the whole story together with every key. It remembers each element's text at its
 * DOM and cuts the root's anew whenever one changes: a megabyte copied in 2,000 paragraphs, five in 10,000. Nobody asks for
 * the root's text in a story of sections: it is read from blocks. To the root a section has none.
 */
function withoutText(element: HTMLElement): void {
  Object.defineProperty(element, '__lexicalTextContent', { get: () => '', set: () => undefined });
}

export function $createSectionNode(): SectionNode {
  return $applyNodeReplacement(new SectionNode());
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}
