import { newBlockId } from '../../base/ids.ts';
import type { Block } from '../../story/schema.ts';
import { cleanText, isBlank, normaliseForeign } from '../clean-text.ts';
import type { Imported } from '../imported.ts';
import { emptyReceipt, tally } from '../receipt.ts';

// Word writes its manual line break as a vertical tab; mainframes of old agencies write NEL.
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * Plain text as paragraphs, as newsrooms paste it from chats and mails: every line is a paragraph, blank lines only separate.
 * Text in NFC; runs of blanks become one; direction marks and invisible characters go, counted in the receipt.
 */
export function textToBlocks(text: string): Imported {
  const receipt = emptyReceipt();
  const blocks: Block[] = [];
  for (const raw of text.toWellFormed().split(LINE_END)) {
    const line = normaliseForeign(cleanText(raw, receipt), receipt)
      .replace(/[ \t\u00a0]+/g, ' ')
      .trim();
    if (isBlank(line)) continue;
    blocks.push({ type: 'paragraph', id: newBlockId(), text: [{ text: line }] });
    tally(receipt.kept, 'paragraph');
  }
  return { blocks, pictures: [], receipt, title: '' };
}
