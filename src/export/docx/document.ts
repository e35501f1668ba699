import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun, type FileChild } from 'docx';
import { shortened } from '../../base/text.ts';
import { ok, type Result } from '../../base/result.ts';
import type { Story } from '../../story/schema.ts';
import { cleanLine, isBlank } from '../clean.ts';
import type { ExportedFile, ExportInput } from '../format.ts';
import { storyAs } from '../../review/index.ts';
import { chosen, PAPER, REVIEW } from '../options.ts';
import { direction, languageTag } from '../page/language.ts';
import { picturesOf, type Pictures } from '../pictures.ts';
import { leavingStory, printedByline, printedDateline, withMark } from '../printed.ts';
import { exportWords } from '../words.ts';
import { blockParagraphs } from './blocks.ts';
import type { DocumentContext } from './context.ts';
import { numbering } from './lists.ts';
import { reviewOf, type Review } from './review.ts';
import { commentEnds, commentStarts, words } from './runs.ts';
import { settled } from './settled.ts';
import { documentStyles, STYLE } from './styles.ts';

/** Sheets in twentieths of a point. */
const SHEETS: Record<string, { width: number; height: number }> = {
  a4: { width: 11906, height: 16838 },
  letter: { width: 12240, height: 15840 },
};

const counter = (): (() => number) => {
  let last = 0;
  return () => (last += 1);
};

function paragraphs(story: Story, context: DocumentContext): FileChild[] {
  const { review } = context;
  const line = (text: string, style: string, field = '', comments: readonly number[] = []): FileChild[] => {
    const change = review?.field(field);
    if (isBlank(text) && isBlank(change?.before ?? '')) return [];
    const said = change
      ? [
          ...(change.before === '' ? [] : [{ text: change.before, deleted: change.mark }]),
          ...(text === '' ? [] : [{ text, inserted: change.mark }]),
        ]
      : [{ text }];
    const children = [...commentStarts(comments), ...words(said, context), ...commentEnds(comments)];
    return [new Paragraph({ style, bidirectional: context.isRightToLeft, children })];
  };
  const headline = isBlank(story.headline) ? context.words.untitled : story.headline;
  return [
    ...line(story.kicker, STYLE.kicker, 'kicker'),
    ...line(headline, 'Title', 'headline', review?.elsewhere),
    ...line(story.standfirst, 'Subtitle', 'standfirst'),
    ...line(printedByline(story), STYLE.byline, 'byline'),
    ...line(printedDateline(story, context.words), STYLE.dateline, 'dateline'),
    ...story.body.flatMap((block) => blockParagraphs(block, context)),
    ...line(story.sourceCredit, STYLE.source, 'sourceCredit'),
  ];
}

/** What stands at the foot of each page: the headline, and which page of how many. */
const footer = (headline: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: 0 },
        children: [
          new TextRun({ text: headline === '' ? '' : `${shortened(headline, 90)}  ·  `, size: 16 }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 }),
        ],
      }),
    ],
  });

function document({ story, words: given, options }: ExportInput, pictures: Pictures, review: Review | null): Document {
  const tag = languageTag(story.language);
  const context: DocumentContext = {
    pictures,
    words: given ?? exportWords(story.language),
    isRightToLeft: direction(tag) === 'rtl',
    review,
    nextList: counter(),
    nextPicture: counter(),
  };
  const headline = cleanLine(story.headline);
  const authors = story.byline.people.map(({ name }) => cleanLine(name)).join('; ') || cleanLine(story.byline.text);
  const sheet = SHEETS[chosen(PAPER, options)] ?? SHEETS['a4'];
  return new Document({
    title: headline || context.words.untitled,
    subject: cleanLine(story.section),
    description: cleanLine(story.standfirst),
    keywords: story.keywords.map(cleanLine).join(', '),
    creator: authors || 'Copydesk',
    lastModifiedBy: authors || 'Copydesk',
    ...(review && review.comments.length > 0 && { comments: { children: review.comments } }),
    styles: documentStyles(tag),
    numbering,
    sections: [
      {
        properties: {
          page: { ...(sheet ? { size: sheet } : {}), margin: { top: 1200, bottom: 1200, left: 1420, right: 1420 } },
        },
        footers: { default: footer(headline) },
        children: paragraphs(story, context),
      },
    ],
  });
}

/** Writes the Word file, its library with it: read when the first one is wanted, for it is a third of the program. */
export async function writeDocument(given: ExportInput): Promise<Result<ExportedFile[]>> {
  const review = chosen(REVIEW, given.options) ? reviewOf(given.story) : null;
  const story = review ? withMark(storyAs(given.story, 'marks')) : leavingStory(given.story);
  const input = { ...given, story };
  const found = picturesOf(input);
  if (!found.ok) return found;
  const packed = new Uint8Array(await Packer.toArrayBuffer(document(input, found.value, review)));
  const changed = new Date(input.story.updatedAt).toISOString().replace(/[.]\d+/, '');
  return ok([{ path: 'story.docx', bytes: settled(packed, changed) }]);
}
