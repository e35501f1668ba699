import { DecoratorNode } from 'lexical';

/** The base of every block that is drawn in plain DOM and holds no text of the editor's: a picture, a link card, an unknown block. */
export abstract class CardNode extends DecoratorNode<null> {
  override updateDOM(_previous: unknown, _element: HTMLElement): boolean {
    return false;
  }

  override decorate(): null {
    return null;
  }

  override isInline(): false {
    return false;
  }
}
