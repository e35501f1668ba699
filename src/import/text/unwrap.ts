import { tally, type Receipt } from '../receipt.ts';

/** The widths at which mail programs break lines. */
const NARROWEST = 50;
const WIDEST = 80;

/**
 * Lines as written, or whole paragraphs where a program has broken them at a fixed width: where blank lines part the
 * paragraphs, and every line but a paragraph's last is about as long as the longest may be.
 */
export function unwrapped(lines: readonly string[], receipt: Receipt): readonly string[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  const broken = paragraphs.filter((paragraph) => paragraph.length > 1);
  const full = broken.flatMap((paragraph) => paragraph.slice(0, -1)).map((line) => line.trimEnd().length);
  const isWrapped =
    broken.filter((paragraph) => paragraph.length > 2).length >= 2 &&
    full.every((length) => length <= WIDEST) &&
    full.filter((length) => length >= NARROWEST).length >= full.length * 0.9;
  if (!isWrapped) return lines;
  tally(receipt.changed, 'lines-joined', broken.length);
  return paragraphs.map((paragraph) => paragraph.map((line) => line.trim()).join(' '));
}
