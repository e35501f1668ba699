import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Mark, Run } from '../../story/schema.ts';
import { cleanText } from '../clean.ts';
import { linkAddress } from '../page/runs.ts';

const MARKED: Record<Mark, IRunOptions> = {
  strong: { bold: true },
  emphasis: { italics: true },
  underline: { underline: {} },
  strike: { strike: true },
  sub: { subScript: true },
  sup: { superScript: true },
  code: { font: 'Consolas' },
};

function runWords({ text, marks = [], href }: Run): TextRun[] {
  const look = marks.reduce<IRunOptions>((all, mark) => ({ ...all, ...MARKED[mark] }), {});
  const style = href === undefined ? {} : { style: 'Hyperlink' };
  return cleanText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, ...style, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** Rich text as the children of a Word paragraph; a link that may not be followed is text. */
export function words(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const address = linkAddress(run.href);
    const { href: _, ...text } = run;
    if (address === null) return runWords(text);
    return [new ExternalHyperlink({ link: address, children: runWords(run) })];
  });
}

/** Plain text as the same. */
export const plainWords = (text: string): ParagraphChild[] => (text === '' ? [] : words([{ text }]));
