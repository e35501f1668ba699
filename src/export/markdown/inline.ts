import { MARKS, type Mark, type Run } from '../../story/schema.ts';
import { cleanText } from '../clean.ts';
import { linkAddress } from '../page/runs.ts';

/** What may stand in the middle of Markdown text and would not be text. */
const MEANS = /[\\`*_[\]<>~|]|&(?=[#\w]+;)/g;
/** What extensions of Markdown would make a link of. */
const LINKS = /\b(https?|ftp)(?=:\/\/)|\b(www)(?=[.])|([\p{L}\p{N}._+-])(?=@)/giu;
/** What means something at the beginning of a line only. */
const BEGINS = /^(?:(\s*)([#+=:-]|\d{1,9}(?=[.)])))/;

function escaped(text: string): string {
  return text.replace(MEANS, (sign) => (sign === '&' ? '&amp;' : `\\${sign}`)).replace(LINKS, (found) => `${found}\\`);
}

const TAGS: Record<Mark, string> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
};
const SIGNS: Partial<Record<Mark, string>> = { strong: '**', emphasis: '*' };

const isWordSign = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

/** Whether `*` round the text would open and close: CommonMark looks at the signs on both sides of it. */
function canBeSigned(text: string, before: string, after: string): boolean {
  const within = isWordSign([...text][0] ?? '') && isWordSign([...text].at(-1) ?? '');
  return within && !/[*\\]$/.test(before) && !/^[*]/.test(after);
}

function code(text: string): string | null {
  const isPlain = text === text.trim() && !/[`\n]/.test(text) && !/ {2}/.test(text);
  return isPlain && text !== '' ? `\`${text}\`` : null;
}

/** A run's text with its marks: the signs of Markdown where they hold, HTML's tags where they would not. */
function runMarkdown({ text, marks = [] }: Run, before: string, after: string): string {
  const clean = cleanText(text);
  const ordered = MARKS.filter((mark) => marks.includes(mark));
  const asCode = ordered.at(-1) === 'code' ? code(clean) : null;
  const inner = asCode ?? escaped(clean);
  const rest = asCode === null ? ordered : ordered.slice(0, -1);
  const signed = asCode === null && ordered.every((mark) => SIGNS[mark]) && canBeSigned(clean, before, after);
  return rest.reduceRight((within, mark) => {
    const sign = signed ? SIGNS[mark] : undefined;
    return sign ? `${sign}${within}${sign}` : `<${TAGS[mark]}>${within}</${TAGS[mark]}>`;
  }, inner);
}

/** The runs one after the other; each needs to know what stands beside it. */
function plainRuns(runs: readonly Run[]): string {
  return runs.reduce((written, run, index) => {
    const next = runs[index + 1];
    return written + runMarkdown(run, written, next?.marks ? '*' : (next?.text ?? ''));
  }, '');
}

/** An address between angle brackets, which end it only with the next one. */
const destination = (address: string): string => `<${address.replace(/[<>\\]/g, (sign) => encodeURIComponent(sign))}>`;

/** Neighbouring runs of one link are one link. */
function linked(runs: readonly Run[]): string {
  const groups: { href: string | null; runs: Run[] }[] = [];
  for (const run of runs) {
    const href = linkAddress(run.href);
    const last = groups.at(-1);
    if (last?.href === href) last.runs.push(run);
    else groups.push({ href, runs: [run] });
  }
  return groups
    .map(({ href, runs: own }) => {
      const isBlank = own.every(({ text }) => cleanText(text).trim() === '');
      return href === null || isBlank ? plainRuns(own) : `[${plainRuns(own)}](${destination(href)})`;
    })
    .join('');
}

/**
 * Rich text as the inline Markdown of a paragraph (CommonMark 0.31). A line break is `\` at a line's end.
 *
 * @param lineBreak what stands for a line break; a heading, which is one line, has `<br>`
 */
export function inline(runs: readonly Run[], lineBreak = '\\\n'): string {
  const lines = linked(runs)
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(BEGINS, '$1\\$2')
        .replace(/^\\(\d+)(?=[.)])/, '$1\\'),
    );
  return lines.join(lineBreak);
}
