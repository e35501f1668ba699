import { cleanText, normaliseForeign } from '../clean-text.ts';
import { cleanLink } from '../links.ts';
import type { ImportedPicture } from '../imported.ts';
import type { Block } from '../../story/schema.ts';
import { emptyReceipt, noteDropped, tally } from '../receipt.ts';

/** What one Markdown file's reading knows and gathers. */
export class Reading {
  readonly receipt = emptyReceipt();
  readonly pictures: ImportedPicture[] = [];
  /** Addresses that links and pictures refer to by name. */
  readonly definitions = new Map<string, string>();
  /** Reads raw HTML in the file; null where it cannot. */
  private readonly html: (source: string) => readonly Block[] | null;

  constructor(html: (source: string) => readonly Block[] | null) {
    this.html = html;
  }

  /** Raw HTML that stands by itself. */
  htmlBlocks(source: string): readonly Block[] {
    const blocks = this.html(source);
    if (blocks === null) noteDropped(this.receipt, 'html-in-markdown', source);
    return blocks ?? [];
  }

  clean(text: string): string {
    return normaliseForeign(cleanText(text, this.receipt), this.receipt);
  }

  link(address: string): string | null {
    const verdict = cleanLink(address);
    if (verdict.href === null) {
      tally(this.receipt.dropped, verdict.why);
      return null;
    }
    if (verdict.wasCleaned) tally(this.receipt.changed, 'link-cleaned');
    tally(this.receipt.kept, 'link');
    return verdict.href;
  }
}
