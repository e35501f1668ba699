import { newBlockId } from '../../base/ids.ts';
import { parseByline } from '../../story/byline.ts';
import { createParagraph, createPhoto } from '../../story/create.ts';
import { readDateline, readMark } from '../../story/dateline.ts';
import { plainRuns, plainText, tidyRuns } from '../../story/runs.ts';
import type { Block, BlockOf, Photo, Run, StoryFields } from '../../story/schema.ts';
import { slugify } from '../../story/slug.ts';
import { findCredit } from './credit.ts';
import type { Arrangement, Placed } from './parts.ts';

/** The story that an arrangement makes. */
export interface Arranged {
  /** The fields that lines went to; the others are not here. */
  fields: Partial<StoryFields>;
  body: Block[];
  /** Text that is in neither: lines of the page it came from, and labels that were taken off, with the rule that says so. */
  dropped: { text: string; rule: string }[];
}

/** The first `length` characters off a text. */
function withoutFirst(runs: readonly Run[], length: number): Run[] {
  let left = length;
  return tidyRuns(
    runs.map((run) => {
      const text = run.text.slice(Math.min(left, run.text.length));
      left -= run.text.length - text.length;
      return { ...run, text };
    }),
  );
}

function cut(runs: readonly Run[], length: number): Run[] {
  let left = length;
  return tidyRuns(
    runs.map((run) => {
      const text = run.text.slice(0, Math.max(0, left));
      left -= text.length;
      return { ...run, text };
    }),
  );
}

const trimEnd = (runs: readonly Run[]): Run[] => cut(runs, plainText(runs).trimEnd().length);

/** The line's text with its marks, without what stood before it on its line. */
function runsOf({ block, text }: Pick<Placed, 'block' | 'text'>): Run[] {
  if (block?.type !== 'paragraph' && block?.type !== 'heading') return plainRuns(text);
  return withoutFirst(block.text, plainText(block.text).length - text.length);
}

/** Gathers the story, line by line. */
class Gathering {
  readonly body: Block[] = [];
  readonly dropped: Arranged['dropped'] = [];
  readonly texts: Partial<Record<Placed['part'], string[]>> = {};
  /** Text of a lead-in that is to be put back before the rest of its line. */
  private carried = '';
  /** The photo that captions and credits are said of, until text follows. */
  private photo: BlockOf<'figure'> | null = null;
  private from: 'alt' | 'caption' | 'credit' | 'picture' = 'picture';

  add(line: Placed): void {
    if (line.block === null && line.part === 'body') {
      this.carried += line.text;
      return;
    }
    switch (line.part) {
      case 'body':
        this.addBody(line);
        break;
      case 'furniture':
        this.dropped.push({ text: line.text, rule: line.proposal?.rule ?? 'by hand' });
        break;
      case 'alt':
      case 'caption':
      case 'credit':
        this.addPhoto(line, line.part);
        break;
      default:
        (this.texts[line.part] ??= []).push(this.carried + line.said.trim());
        this.noteLabel(line);
        this.carried = '';
    }
  }

  /** What was taken off a line with its label or its dash. */
  private noteLabel({ text, said, proposal }: Placed): void {
    const label = text.replace(said.trim(), '').trim();
    if (label !== '') this.dropped.push({ text: label, rule: proposal?.rule ?? 'label' });
  }

  private addBody({ block, text }: Placed): void {
    if (!block) return;
    const { carried } = this;
    this.carried = '';
    if (block.type === 'figure') {
      this.addFigure(block);
      return;
    }
    this.photo = null;
    if (block.type !== 'paragraph' && block.type !== 'heading') {
      if (carried !== '') this.body.push(createParagraph(plainRuns(carried.trim())));
      this.body.push(block);
      return;
    }
    const own = { block, text: carried + text };
    const isTogether = plainText(block.text).endsWith(own.text);
    const runs = isTogether ? runsOf(own) : [...plainRuns(carried), ...runsOf({ block, text })];
    const tidy = tidyRuns(runs);
    if (tidy.length > 0) this.body.push({ ...block, text: tidy });
  }

  /** A figure that came whole; a credit at the end of a caption goes to its field here too. */
  private addFigure(block: BlockOf<'figure'>): void {
    const photos = block.photos.map((photo) => {
      const found = photo.credit === '' ? findCredit(plainText(photo.caption)) : null;
      return found ? { ...photo, ...this.partCredit(photo.caption, found) } : photo;
    });
    this.photo = { ...block, photos };
    this.from = 'picture';
    this.body.push(this.photo);
  }

  /** A caption without the credit at its end; the label goes to what was dropped. */
  private partCredit(
    caption: readonly Run[],
    { said, at }: { said: string; at: number },
  ): Pick<Photo, 'caption' | 'credit'> {
    this.dropped.push({ text: plainText(caption).slice(at).replace(said, '').trim(), rule: 'any.photo.credit' });
    return { caption: trimEnd(cut(caption, at)), credit: said };
  }

  private addPhoto(line: Placed, part: 'alt' | 'caption' | 'credit'): void {
    const figure = this.figureFor(part);
    const photo = figure.photos.at(-1);
    if (!photo) return;
    this.from = part;
    this.noteLabel(line);
    if (part === 'alt') photo.alt = line.said.trim();
    else if (part === 'credit') photo.credit = [photo.credit, line.said.trim()].filter(Boolean).join(', ');
    else {
      const runs = line.said === line.text ? runsOf(line) : plainRuns(line.said);
      const found = photo.credit === '' ? findCredit(plainText(runs)) : null;
      const parted = found ? this.partCredit(runs, found) : { caption: runs, credit: photo.credit };
      photo.credit = parted.credit;
      photo.caption = tidyRuns([
        ...photo.caption,
        ...(photo.caption.length > 0 ? plainRuns('\n') : []),
        ...parted.caption,
      ]);
    }
  }

  /** The figure that this line describes: the one at hand where it still lacks this, else a new one without its picture. */
  private figureFor(part: 'alt' | 'caption' | 'credit'): BlockOf<'figure'> {
    const order = ['picture', 'alt', 'caption', 'credit'];
    const { photo } = this;
    if (photo && order.indexOf(part) > order.indexOf(this.from)) {
      // A copy: the arrangement is made again each time that somebody changes a line.
      const own = { ...photo, photos: photo.photos.map((one) => ({ ...one })) };
      this.body[this.body.length - 1] = own;
      return (this.photo = own);
    }
    const figure: BlockOf<'figure'> = { type: 'figure', id: newBlockId(), photos: [createPhoto({})] };
    this.body.push(figure);
    return (this.photo = figure);
  }

  finish(): void {
    if (this.carried !== '') this.body.push(createParagraph(plainRuns(this.carried.trim())));
  }
}

const KEYWORD = /\s*[,;]\s*|\s+(?=#)/;
const TITLE_LINE = /^\p{Lu}?[\p{L} ]+$/u;

function fieldsOf(texts: Gathering['texts'], language: string): Partial<StoryFields> {
  const joined = (part: Placed['part'], between = ' '): string => (texts[part] ?? []).join(between);
  const fields: Partial<StoryFields> = {};
  const headline = joined('headline');
  if (headline !== '') Object.assign(fields, { headline, slug: slugify(headline) });
  if (texts.kicker) fields.kicker = joined('kicker', ' - ');
  if (texts.standfirst) fields.standfirst = joined('standfirst');
  if (texts['source-credit']) fields.sourceCredit = joined('source-credit', '; ');
  if (texts.byline) {
    // A title on the line below belongs to the names above it.
    const isTitled = texts.byline.length === 2 && TITLE_LINE.test(texts.byline[1] ?? '');
    const text = joined('byline', isTitled && /^by\b/i.test(texts.byline[0] ?? '') ? ', ' : '; ');
    fields.byline = { text, people: parseByline(text) };
  }
  if (texts.dateline || texts.mark) {
    const mark = joined('mark');
    const text = joined('dateline', ', ');
    const read = readDateline(text, language);
    const headed = readMark(mark, language);
    fields.dateline = {
      text,
      place: read.place || headed.place,
      source: read.source || headed.source,
      date: read.date ?? headed.date,
      ...(mark !== '' && { mark }),
    };
  }
  if (texts.keywords)
    fields.keywords = texts.keywords
      .flatMap((line) => line.split(KEYWORD))
      .map((word) => word.replace(/^#/, '').trim())
      .filter(Boolean);
  return fields;
}

/** The story that the arrangement's lines make as they are placed now. Every line is in its fields, its body or `dropped`. */
export function arrange({ lines, language }: Arrangement): Arranged {
  const gathering = new Gathering();
  for (const line of lines) gathering.add(line);
  gathering.finish();
  const { body, dropped, texts } = gathering;
  return {
    fields: { language, ...fieldsOf(texts, language) },
    body: body.length > 0 ? body : [createParagraph()],
    dropped,
  };
}
