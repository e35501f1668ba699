import { ImageRun, Paragraph } from 'docx';
import { plainText } from '../../story/runs.ts';
import type { Photo } from '../../story/schema.ts';
import { cleanLine, isBlank } from '../clean.ts';
import { creditToPrint } from '../credit.ts';
import type { PictureFile } from '../pictures.ts';
import type { DocumentContext } from './context.ts';
import { plainWords, words } from './runs.ts';
import { STYLE } from './styles.ts';

/** The text's width on the narrower of the papers, and what leaves room for a caption, in pixels at 96 to the inch. */
const WIDEST = 600;
const HIGHEST = 780;

/** Pictures that Word can show. */
const TYPES: Record<string, 'jpg' | 'png' | 'gif'> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif' };

function image({ type, bytes, width, height }: PictureFile, photo: Photo, context: DocumentContext): ImageRun | null {
  const known = TYPES[type];
  if (!known) return null;
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  const number = context.nextPicture();
  return new ImageRun({
    type: known,
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: {
      id: String(number),
      name: `${context.words.photo} ${number}`,
      description: photo.decorative ? '' : cleanLine(photo.alt),
    },
  });
}

/** What stands where no picture can: that it is to come, or the name of one that Word cannot show, and what it shows. */
function placeholder(photo: Photo, file: PictureFile | undefined, context: DocumentContext): string {
  const what = file ? `${context.words.photo} (${file.type})` : context.words.photoToCome;
  return isBlank(photo.alt) ? `[${what}]` : `[${what}: ${photo.alt}]`;
}

/** A photo with its caption and credit below, kept on one page with it. */
export function photoParagraphs(photo: Photo, context: DocumentContext): Paragraph[] {
  const file = context.pictures.of(photo).find(({ type }) => type in TYPES) ?? context.pictures.of(photo)[0];
  const shown = file ? image(file, photo, context) : null;
  const credit = creditToPrint(photo);
  const hasCaption = !isBlank(plainText(photo.caption));
  const picture = shown
    ? new Paragraph({ keepNext: hasCaption || credit !== '', children: [shown] })
    : new Paragraph({ style: STYLE.photoToCome, children: plainWords(placeholder(photo, file, context), context) });
  if (!hasCaption && credit === '') return [picture];
  const said = [
    ...(hasCaption ? words(photo.caption, context) : []),
    ...(credit === '' ? [] : plainWords(`${hasCaption ? ' ' : ''}${context.words.credit}${credit}`, context)),
  ];
  return [picture, new Paragraph({ style: 'Caption', bidirectional: context.isRightToLeft, children: said })];
}
