import { countWords } from '../../base/text.ts';
import { plainText } from '../../story/runs.ts';
import type { Block, Run } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';

/** A block of the raw article as the rules see it. */
export interface Line {
  block: Block;
  text: string;
  /** A paragraph or heading: what can be a field. */
  isText: boolean;
  isHeading: boolean;
  /** Bold or italic from its first letter to its last. */
  isSetApart: boolean;
  words: number;
  /** Reads as running text: a sentence of some length. */
  isProse: boolean;
}

const SENTENCE_END = /[.!?…:;]["”’»)\]]*$/u;

const isWhole = (runs: readonly Run[], mark: 'strong' | 'emphasis'): boolean =>
  runs.length > 0 && runs.every((run) => run.marks?.includes(mark) || run.text.trim() === '');

export const endsAsSentence = (text: string): boolean => SENTENCE_END.test(text);

/** The line without its first characters, which are another thing. */
export function withoutStart(line: Line, length: number): Line {
  const text = line.text.slice(length);
  const words = countWords(text.slice(0, 2000));
  return { ...line, text, words, isProse: line.block.type === 'paragraph' && isProse(text, words) };
}

const isProse = (text: string, words: number): boolean => words >= 40 || (words >= 9 && endsAsSentence(text));

export function lineOf(block: Block): Line {
  const runs = block.type === 'paragraph' || block.type === 'heading' ? block.text : [];
  const text = block.type === 'paragraph' || block.type === 'heading' ? plainText(runs) : blockText(block);
  const words = countWords(text.slice(0, 2000));
  const isParagraph = block.type === 'paragraph';
  return {
    block,
    text,
    isText: isParagraph || block.type === 'heading',
    isHeading: block.type === 'heading',
    isSetApart: isParagraph && (isWhole(runs, 'strong') || isWhole(runs, 'emphasis')),
    words,
    isProse: isParagraph && isProse(text, words),
  };
}
