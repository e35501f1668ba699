import type { Block, StoryFields } from '../story/schema.ts';
import type { Imported } from './imported.ts';
import { emptyReceipt, joinReceipts, noteDropped, tally, type Receipt } from './receipt.ts';
import { arrange, recognise, type Arrangement } from './recognise/index.ts';
import { countWords } from '../base/text.ts';

/** What an imported article makes of a story: its fields, its body, and what happened on the way. */
export interface Article {
  fields: Partial<StoryFields>;
  body: Block[];
  receipt: Receipt;
}

const PHOTO_PARTS: readonly string[] = ['alt', 'caption', 'credit'];

/** Proposes what each line of what came in is. `language` is assumed where the text does not tell. */
export function propose(
  { blocks, title, fields }: Pick<Imported, 'blocks' | 'title' | 'fields'>,
  language: string,
): Arrangement {
  return recognise(blocks, {
    language: fields?.language ?? language,
    title,
    isHeaded: (fields?.headline ?? '') !== '',
  });
}

/** The story that the lines make as they are placed. Fields that the document states outright go before recognised ones. */
export function compose(
  { receipt, fields: stated = {} }: Pick<Imported, 'receipt' | 'fields'>,
  arrangement: Arrangement,
): Article {
  const { fields, body, dropped } = arrange(arrangement);
  const later = emptyReceipt();
  for (const line of arrangement.lines) {
    if (PHOTO_PARTS.includes(line.part)) tally(later.changed, 'to-photo');
    else if (line.part !== 'body' && line.part !== 'furniture') tally(later.changed, 'to-field');
  }
  const furniture = new Set(arrangement.lines.filter(({ part }) => part === 'furniture').map(({ text }) => text));
  for (const { text } of dropped) noteDropped(later, furniture.has(text) ? 'furniture' : 'label', text);
  const dateline = stated.dateline ?? fields.dateline;
  const merged = { ...fields, ...stated };
  if (dateline)
    merged.dateline = fields.dateline?.mark === undefined ? dateline : { ...dateline, mark: fields.dateline.mark };
  return { fields: merged, body, receipt: joinReceipts(receipt, later) };
}

/** The fewest words of what is taken for a finished article. */
const FEWEST_WORDS = 50;

/** Whether what came in looks like a finished article: a headline over at least two paragraphs of text. */
export function looksFinished({ lines }: Arrangement): boolean {
  const body = lines.filter(({ part, block }) => part === 'body' && block !== null);
  return (
    lines.some(({ part }) => part === 'headline') &&
    body.length >= 2 &&
    countWords(body.map(({ text }) => text).join(' ')) >= FEWEST_WORDS
  );
}

/** The blocks with their photos' pictures, once those are kept: media ids by photo id. */
export function withPictures(blocks: readonly Block[], mediaByPhoto: ReadonlyMap<string, string>): Block[] {
  return blocks.map((block) =>
    block.type === 'figure'
      ? {
          ...block,
          photos: block.photos.map((photo) => ({ ...photo, media: mediaByPhoto.get(photo.id) ?? photo.media })),
        }
      : block,
  );
}
