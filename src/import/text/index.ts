import { newBlockId } from '../../base/ids.ts';
import { fail, type Result } from '../../base/result.ts';
import type { Block } from '../../story/schema.ts';
import { cleanText, isBlank, normaliseForeign } from '../clean-text.ts';
import { fitting } from '../fitting.ts';
import type { Imported } from '../imported.ts';
import { emptyReceipt, tally } from '../receipt.ts';
import { unwrapped } from './unwrap.ts';

/** The longest text that is read, in UTF-16 units (20 million: about ten novels). */
export const MAX_TEXT_LENGTH = 20_000_000;
/** The most lines that become paragraphs; an editor with more is of no use to anyone. */
const MAX_LINES = 200_000;

// Word writes its manual line break as a vertical tab; mainframes of old agencies write NEL.
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * Plain text as paragraphs, as newsrooms paste it from chats and mails: every line is a paragraph, blank lines only separate;
 * but lines that a mail program broke at a fixed width are joined again. Text in NFC; runs of blanks become one; direction
 * marks and invisible characters go, counted in the receipt.
 *
 * Fails with `import.too-large` (longer than MAX_TEXT_LENGTH, more than 200,000 lines, or one beyond LONGEST_PARAGRAPH).
 */
export function textToBlocks(text: string): Result<Imported> {
  const receipt = emptyReceipt();
  const tooLarge = (limit: number): Result<Imported> =>
    fail('import.too-large', `the text is longer than ${limit}`, { limit });
  if (text.length > MAX_TEXT_LENGTH) return tooLarge(MAX_TEXT_LENGTH);
  const raw = text.toWellFormed().split(LINE_END);
  if (raw.length > MAX_LINES) return tooLarge(MAX_LINES);
  const blocks: Block[] = [];
  for (const whole of unwrapped(raw, receipt)) {
    const line = normaliseForeign(cleanText(whole, receipt), receipt)
      .replace(/[ \t\u00a0]+/g, ' ')
      .trim();
    if (isBlank(line)) continue;
    blocks.push({ type: 'paragraph', id: newBlockId(), text: [{ text: line }] });
    tally(receipt.kept, 'paragraph');
  }
  return fitting({ blocks, pictures: [], receipt, title: '' });
}
