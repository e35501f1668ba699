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

/** A link's address for an attribute, or null where it may not stand in a page. Judged again here: the page trusts nobody. */
export function linkAddress(href: string | undefined): string | null {
  const safe = href === undefined ? null : safeLink(href);
  return safe === null ? null : safe.toWellFormed().replace(/\s/g, encodeURIComponent);
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
