import { safeLink } from '../../story/links.ts';
import { plainText } from '../../story/runs.ts';
import { MARKS, type Mark, type Run } from '../../story/schema.ts';
import { isBlank } from '../clean.ts';
import { attribute, lines, markup, type Markup } from './markup.ts';

/** Whether a reader would see nothing of these runs. */
export const isBlankText = (runs: readonly Run[]): boolean => isBlank(plainText(runs));

function marked(mark: Mark, inner: Markup): Markup {
  switch (mark) {
    case 'strong':
      return markup`<strong>${inner}</strong>`;
    case 'emphasis':
      return markup`<em>${inner}</em>`;
    case 'underline':
      return markup`<u>${inner}</u>`;
    case 'strike':
      return markup`<s>${inner}</s>`;
    case 'sub':
      return markup`<sub>${inner}</sub>`;
    case 'sup':
      return markup`<sup>${inner}</sup>`;
    case 'code':
      return markup`<code>${inner}</code>`;
  }
}

function runHtml(run: Run): Markup {
  const marks = MARKS.filter((mark) => run.marks?.includes(mark));
  return marks.reduceRight((inner, mark) => marked(mark, inner), lines(run.text));
}

// In the window, Electron's Node and plain Node alike; only its type is not in the ES library.
declare const URL: { canParse: (address: string) => boolean };

const PARTS = /^(https?:\/\/[^/?#]*|mailto:)([^#]*)(?:#(.*))?$/isu;
/** What the URL standard has no code point for, and a percent sign that begins no code. */
const UNWRITTEN = /[\s"<>[\\\]^`{|}\ufffd]|\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|%(?![0-9a-f]{2})/giu;
const written = (text: string): string => text.replace(UNWRITTEN, encodeURIComponent);

/**
 * A link's address for an attribute, with every sign encoded that may not stand in one (WHATWG URL); null where it may
 * not stand in a page or leads nowhere. Judged again here: the page trusts nobody.
 */
export function linkAddress(href: string | undefined): string | null {
  const safe = href === undefined ? null : safeLink(href)?.toWellFormed();
  const [, start = '', rest = '', fragment] = PARTS.exec(safe ?? '') ?? [];
  if (start === '' || (start !== 'mailto:' && (start !== written(start) || !URL.canParse(start)))) return null;
  const end = fragment === undefined ? '' : `#${written(fragment).replaceAll('#', '%23')}`;
  return start + written(rest) + end;
}

/** Rich text. Neighbouring runs of one link are one `<a>`. */
export function runsHtml(runs: readonly Run[]): Markup {
  const groups: { href: string | null; runs: Run[] }[] = [];
  for (const run of runs) {
    const href = linkAddress(run.href);
    const last = groups.at(-1);
    if (last?.href === href) last.runs.push(run);
    else groups.push({ href, runs: [run] });
  }
  const parts = groups.map((group) => {
    const inner = group.runs.map(runHtml);
    // A link that nobody sees is one that nobody should follow.
    if (group.href === null || isBlankText(group.runs)) return markup`${inner}`;
    return markup`<a${attribute('href', group.href)} rel="noopener">${inner}</a>`;
  });
  return markup`${parts}`;
}
