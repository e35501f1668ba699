import { newBlockId } from '../../base/ids.ts';
import { createPhoto } from '../../story/create.ts';
import type { Block } from '../../story/schema.ts';
import { cleanText, isBlank, normaliseForeign } from '../clean-text.ts';
import type { ImportedPicture } from '../imported.ts';
import { tally, type Receipt } from '../receipt.ts';
import { Body } from './body.ts';
import type { Inside } from './inside.ts';
import { Line } from './line.ts';
import { PARAGRAPH, type FigureBuild, type Owner } from './owners.ts';
import { findPicture } from './pictures.ts';
import { attribute, type PageNode } from './tree.ts';

/** Gathers text and pictures in reading order and hands finished texts to the body. */
export class Gatherer {
  readonly body: Body;
  readonly pictures: ImportedPicture[] = [];
  readonly receipt: Receipt;
  /** Grows with everything that a reader would see; tells whether an element held anything. */
  seen = 0;
  private readonly line: Line;
  private lineOwner: Owner = PARAGRAPH;
  /** The language that all of the line is said to be in; '' where it is not said, or several are. */
  private lineLanguage = '';
  /** A block began or ended since the last character. */
  private isApart = false;
  private waiting: Block[] = [];

  /** Whether pictures may lie beside the page. */
  private readonly hasFolder: boolean;

  constructor(receipt: Receipt, hasFolder: boolean) {
    this.receipt = receipt;
    this.hasFolder = hasFolder;
    this.line = new Line(receipt);
    this.body = new Body(receipt);
  }

  /** A block begins or ends here: what follows is a new paragraph, or a new line of a text that cannot be several. */
  setApart(): void {
    this.isApart = true;
  }

  text(raw: string, inside: Inside): void {
    const text = cleanText(raw, this.receipt);
    if (inside.space === 'folded') {
      this.add(text, inside);
      return;
    }
    // Blanks between blocks are the source's own layout, even where white space counts.
    if (isBlank(text) && (this.line.isEmpty || this.isApart)) return;
    if (inside.space === 'kept') {
      this.begin(inside);
      this.line.addKept(text, inside.look);
      if (!isBlank(text)) this.seen++;
      return;
    }
    for (const [index, part] of text.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.lineBreak(inside);
      this.add(part, inside);
    }
  }

  /** A line break; two in a row end a paragraph, as pages without paragraphs write them. */
  lineBreak({ owner, look }: Inside): void {
    if (this.line.isEmpty || this.isApart) return;
    if (owner !== this.lineOwner || (owner.kind === 'paragraph' && this.line.endsWithBreak)) this.finish();
    else this.line.break(look);
  }

  /** Ends the text at hand. */
  finish(): void {
    const runs = this.line.take();
    if (runs.length > 0) this.body.put(this.lineOwner, runs, this.lineLanguage);
    this.isApart = false;
    const { waiting } = this;
    this.waiting = [];
    this.body.pushAll(waiting);
  }

  /** A block that is no text; the text before it ends. */
  push(block: Block): void {
    this.finish();
    this.body.push(block);
  }

  /** An `img`: into the figure it stands in, or as a figure of its own, after the paragraph that it interrupts. */
  picture(img: PageNode, inside: Inside): void {
    const alt = this.plain(attribute(img, 'alt') ?? '');
    const found = findPicture(img, this.hasFolder);
    if (found.kind === 'text') {
      tally(this.receipt.changed, 'picture-as-text');
      this.text(found.text, inside);
    } else if (found.kind === 'spacer' || found.kind === 'unsupported-picture') {
      tally(this.receipt.dropped, found.kind);
    } else {
      this.shoot(alt, found.kind === 'picture' ? found.source : null, inside.figure);
    }
  }

  /** Keeps the picture's bytes or address for the photo. */
  keepPicture(picture: ImportedPicture): void {
    this.pictures.push(picture);
    if (picture.source.kind === 'bytes') tally(this.receipt.kept, 'picture');
  }

  /** Text of an attribute: one line, clean, in NFC. */
  plain(text: string): string {
    return normaliseForeign(cleanText(text, this.receipt), this.receipt).replace(/\s+/g, ' ').trim();
  }

  private shoot(alt: string, source: ImportedPicture['source'] | null, figure: FigureBuild | null): void {
    this.seen++;
    const photoId = newBlockId();
    if (figure) {
      figure.shots.push({ photoId, alt, source, isToCome: false });
    } else if (source?.kind === 'bytes') {
      this.keepPicture({ photoId, alt, source });
      this.waiting.push({ type: 'figure', id: newBlockId(), photos: [createPhoto({ id: photoId, alt })] });
      if (this.line.isEmpty) this.finish();
    } else {
      tally(this.receipt.dropped, source?.kind === 'address' ? 'remote-picture' : 'missing-picture');
    }
  }

  private add(text: string, inside: Inside): void {
    if (text === '') return;
    const isNothing = /^[ \t\n\f\r\u00a0]*$/.test(text);
    if (isNothing && (this.line.isEmpty || this.isApart || inside.owner !== this.lineOwner)) return;
    if (!isNothing) {
      this.begin(inside);
      this.seen++;
    }
    this.line.add(text, inside.look);
  }

  /** Makes the line ready for text of this owner: the last one ends, or goes on after a line break. */
  private begin({ owner, look, language }: Inside): void {
    if (!this.line.isEmpty) {
      if (owner !== this.lineOwner || (this.isApart && owner.kind === 'paragraph')) this.finish();
      else if (this.isApart) this.line.break(look);
    }
    this.isApart = false;
    if (this.line.isEmpty) this.lineLanguage = language;
    else if (this.lineLanguage !== language) this.lineLanguage = '';
    this.lineOwner = owner;
  }
}
