import { EMPHASIS, STRIKE, STRONG, SUB, SUP, UNDERLINE, type MarkChange } from './marks.ts';

/** What a `style` attribute tells about the text in it; everything else in it is looks, and goes. */
export interface StyleFacts {
  marks: MarkChange | null;
  isHidden: boolean;
  /** `display`, where it turns an element into a line of its own or into a part of one. */
  display: 'block' | 'inline' | null;
  /** `white-space`, where it keeps the line ends of the source or stops keeping them. */
  keepsLines: boolean | null;
  /** A page starts here (`page-break-before`). */
  breaksPage: boolean;
  /** Word: `mso-list` as written, `l0 level2 lfo1` or `Ignore`. */
  msoList: string | null;
  /** Word: `mso-element` as written, `comment-list`. */
  msoElement: string | null;
}

const PLAIN: StyleFacts = {
  marks: null,
  isHidden: false,
  display: null,
  keepsLines: null,
  breaksPage: false,
  msoList: null,
  msoElement: null,
};

function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of style.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .replace(/!important/i, '')
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}

function weightMarks(weight: string | undefined): MarkChange {
  if (!weight) return { on: 0, off: 0 };
  const number = Number.parseInt(weight, 10);
  if (weight === 'bold' || weight === 'bolder' || number >= 600) return { on: STRONG, off: 0 };
  if (weight === 'normal' || weight === 'lighter' || number < 600) return { on: 0, off: STRONG };
  return { on: 0, off: 0 };
}

function markChange(found: Map<string, string>): MarkChange | null {
  const change = weightMarks(found.get('font-weight'));
  const slant = found.get('font-style') ?? '';
  if (/italic|oblique/.test(slant)) change.on |= EMPHASIS;
  else if (slant === 'normal') change.off |= EMPHASIS;
  const line = `${found.get('text-decoration') ?? ''} ${found.get('text-decoration-line') ?? ''}`;
  if (line.includes('underline')) change.on |= UNDERLINE;
  if (line.includes('line-through')) change.on |= STRIKE;
  if (line.includes('none')) change.off |= UNDERLINE | STRIKE;
  const height = found.get('vertical-align');
  if (height === 'super') change.on |= SUP;
  else if (height === 'sub') change.on |= SUB;
  else if (height === 'baseline') change.off |= SUB | SUP;
  return change.on || change.off ? change : null;
}

function displayOf(display: string | undefined): StyleFacts['display'] {
  if (!display) return null;
  if (display.startsWith('inline')) return 'inline';
  return /^(?:block|flex|grid|list-item|table|flow-root)$/.test(display) ? 'block' : null;
}

function keepsLines(space: string | undefined): boolean | null {
  if (!space) return null;
  return /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(space);
}

function readStyle(style: string): StyleFacts {
  const found = declarations(style);
  const pageBreak = found.get('page-break-before') ?? found.get('break-before');
  return {
    marks: markChange(found),
    isHidden:
      found.get('display') === 'none' || found.get('visibility') === 'hidden' || found.get('mso-hide') === 'all',
    display: displayOf(found.get('display')),
    keepsLines: keepsLines(found.get('white-space')),
    breaksPage: pageBreak === 'always' || pageBreak === 'page',
    msoList: found.get('mso-list') ?? null,
    msoElement: found.get('mso-element') ?? null,
  };
}

const MAX_REMEMBERED = 2000;

/** Reads style attributes, each spelling once: word processors write the same few thousands of times. */
export class StyleReader {
  private readonly known = new Map<string, StyleFacts>();

  read(style: string | null): StyleFacts {
    if (!style) return PLAIN;
    const before = this.known.get(style);
    if (before) return before;
    const facts = readStyle(style);
    if (this.known.size < MAX_REMEMBERED) this.known.set(style, facts);
    return facts;
  }
}
