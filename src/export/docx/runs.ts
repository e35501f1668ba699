import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Mark, Run } from '../../story/schema.ts';
import { cleanText } from '../clean.ts';
import { languageTag } from '../page/language.ts';
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

function runWords({ text, marks = [], href }: Run, language?: string): TextRun[] {
  const base: IRunOptions = language === undefined ? {} : { language: { value: languageTag(language) } };
  const look = marks.reduce<IRunOptions>((all, mark) => ({ ...all, ...MARKED[mark] }), base);
  const style = href === undefined ? {} : { style: 'Hyperlink' };
  return cleanText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, ...style, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/**
 * Rich text as the children of a Word paragraph; a link that may not be followed is text.
 *
 * @param language BCP 47, of text that is not in the document's language
 */
export function words(runs: readonly Run[], language?: string): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const address = linkAddress(run.href);
    const { href: _, ...text } = run;
    if (address === null) return runWords(text, language);
    return [new ExternalHyperlink({ link: address, children: runWords(run, language) })];
  });
}

/** Plain text as the same. */
export const plainWords = (text: string): ParagraphChild[] => (text === '' ? [] : words([{ text }]));
