import { AlignmentType, LevelFormat, Paragraph, type ILevelsOptions, type INumberingOptions } from 'docx';
import type { BlockOf } from '../../story/schema.ts';
import type { DocumentContext } from './context.ts';
import { markOf } from './paragraph-mark.ts';
import { words } from './runs.ts';

/** Word knows nine levels; what is nested deeper stays on the last. */
const LEVELS = 9;
const BULLETS = ['•', '–', '▪'];

const level = (index: number, isOrdered: boolean): ILevelsOptions => ({
  level: index,
  format: isOrdered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
  text: isOrdered ? `%${index + 1}.` : (BULLETS[index % BULLETS.length] ?? '•'),
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 480 * (index + 1), hanging: 360 } } },
});
const levels = (isOrdered: boolean): ILevelsOptions[] =>
  Array.from({ length: LEVELS }, (_, index) => level(index, isOrdered));

export const numbering: INumberingOptions = {
  config: [
    { reference: 'numbers', levels: levels(true) },
    { reference: 'bullets', levels: levels(false) },
  ],
};

/** A list's items as paragraphs, those nested in one after it. */
export function listParagraphs(
  { ordered: isOrdered, items, language }: Pick<BlockOf<'list'>, 'ordered' | 'items' | 'language'>,
  context: DocumentContext,
  depth = 0,
): Paragraph[] {
  const instance = context.nextList();
  const reference = isOrdered ? 'numbers' : 'bullets';
  return items.flatMap((item) => [
    new Paragraph({
      style: 'ListParagraph',
      bidirectional: context.isRightToLeft,
      numbering: { reference, level: Math.min(depth, LEVELS - 1), instance },
      ...markOf(item.suggested, context),
      children: words(item.text, context, language),
    }),
    ...(item.sub ? listParagraphs({ ...item.sub, language }, context, depth + 1) : []),
  ]);
}
