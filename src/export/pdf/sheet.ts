import { shortened } from '../../base/text.ts';
import type { Story } from '../../story/schema.ts';
import { cleanLine } from '../clean.ts';
import { printedInstant } from '../printed.ts';
import type { ExportWords } from '../words.ts';

/** The longest headline that a running head shows whole. */
const LONGEST = 90;

/** Text as a string of CSS: every sign that is no letter, digit or blank by its number, so that none of it can end the string. */
function cssString(text: string): string {
  const signs = text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `);
  return `"${signs}"`;
}

/**
 * The paper and its running heads, in CSS Paged Media: the headline and the day above, page n of m below. In fonts that
 * the system has; those of the page itself are out of reach of the margins in some.
 */
export function sheetStyle(story: Story, paper: string, words: ExportWords): string {
  const when = story.dateline.date ?? story.updatedAt;
  const headline = shortened(cleanLine(story.headline) || words.untitled, LONGEST);
  const look = 'font: 8pt/1.3 Arial, "Noto Sans", sans-serif; color: #555;';
  return `
@page {
  size: ${paper === 'letter' ? 'letter' : 'A4'}; margin: 24mm 20mm 22mm;
  @top-left { content: ${cssString(headline)}; width: 70%; text-align: start; vertical-align: bottom; padding-bottom: 5mm; ${look} }
  @top-right { content: ${cssString(printedInstant(when, words))}; width: 30%; text-align: end; vertical-align: bottom; padding-bottom: 5mm; ${look} }
  @bottom-center { content: ${cssString(words.page)} " " counter(page) " / " counter(pages); padding-top: 4mm; vertical-align: top; ${look} }
}
@page :first { @top-left { content: ""; } }
@media print {
  .body > a, img { break-inside: avoid; }
  /* Whether Chromium paints the tint behind an opaque picture hangs on when it has decoded it. */
  img { background: none; }
}
`;
}
