import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  InsertedTextRun,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { Mark, Run } from '../../story/schema.ts';
import { cleanText } from '../clean.ts';
import { languageTag } from '../page/language.ts';
import { linkAddress } from '../page/runs.ts';
import type { DocumentContext } from './context.ts';

const MARKED: Record<Mark, IRunOptions> = {
  strong: { bold: true },
  emphasis: { italics: true },
  underline: { underline: {} },
  strike: { strike: true },
  sub: { subScript: true },
  sup: { superScript: true },
  code: { font: 'Consolas' },
};

const lookOf = (marks: readonly string[], base: IRunOptions = {}): IRunOptions =>
  marks.reduce<IRunOptions>((all, mark) => ({ ...all, ...MARKED[mark as Mark] }), base);

function runWords(
  { text, marks = [], href, inserted, deleted, changed }: Run,
  { review }: DocumentContext,
  language?: string,
): ParagraphChild[] {
  const base: IRunOptions = language === undefined ? {} : { language: { value: languageTag(language) } };
  const style = href === undefined ? {} : { style: 'Hyperlink' };
  const before = changed && review && { revision: { ...lookOf(changed.was.marks ?? []), ...review.revision(changed) } };
  const look = { ...lookOf(marks, base), ...style, ...before };
  return cleanText(text)
    .split('\n')
    .map((line, index) => {
      const options = { ...look, text: line, ...(index > 0 ? { break: 1 } : {}) };
      if (deleted && review) return new DeletedTextRun({ ...options, ...review.revision(deleted) });
      if (inserted && review) return new InsertedTextRun({ ...options, ...review.revision(inserted) });
      return new TextRun(options);
    });
}

/** What begins and ends Word's comments of these numbers, and shows them. */
export const commentStarts = (numbers: readonly number[]): ParagraphChild[] =>
  numbers.map((number) => new CommentRangeStart(number));
export const commentEnds = (numbers: readonly number[]): ParagraphChild[] =>
  numbers.flatMap((number) => [new CommentRangeEnd(number), new TextRun({ children: [new CommentReference(number)] })]);

/**
 * Rich text as the children of a Word paragraph; a link that may not be followed is text.
 *
 * @param language BCP 47, of text that is not in the document's language
 */
export function words(runs: readonly Run[], context: DocumentContext, language?: string): ParagraphChild[] {
  /** Comments whose words have begun, and the last run of this text that has words of theirs. */
  const open: { numbers: readonly number[]; last: number }[] = [];
  return runs.flatMap((run, index): ParagraphChild[] => {
    const begun = (run.comments ?? []).flatMap((thread) => {
      const numbers = context.review?.begin(thread) ?? [];
      const last = runs.findLastIndex(({ comments = [] }) => comments.includes(thread));
      if (numbers.length > 0) open.push({ numbers, last });
      return numbers;
    });
    const address = linkAddress(run.href);
    const { href: _, ...text } = run;
    const said =
      address === null
        ? runWords(text, context, language)
        : [new ExternalHyperlink({ link: address, children: runWords(run, context, language) })];
    const ended = open.filter(({ last }) => last === index).flatMap(({ numbers }) => numbers);
    return [...commentStarts(begun), ...said, ...commentEnds(ended)];
  });
}

/** Plain text as the same. */
export const plainWords = (text: string, context: DocumentContext): ParagraphChild[] =>
  text === '' ? [] : words([{ text }], context);
