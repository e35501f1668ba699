import { ElementNode } from 'lexical';

/**
 * The base of every element that encloses others and is one thing to the text around it: a photo, a quote, a fact box, a
 * section. Deleting and typing stop at its edges, it goes when it is emptied, and its own DOM never changes with its data
 * unless it says so.
 */
export abstract class EnclosedNode extends ElementNode {
  override updateDOM(_previous: unknown, _element: HTMLElement): boolean {
    return false;
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canBeEmpty(): false {
    return false;
  }

  override canIndent(): false {
    return false;
  }
}
