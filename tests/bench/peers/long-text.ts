import type { Block, Run } from '../../../src/story/schema.ts';
import { madeUpWords } from '../words.ts';

/** A paragraph or a heading of generated Vietnamese; a run may be bold or italic. */
export interface LongBlock {
  isHeading: boolean;
  runs: { text: string; mark?: 'bold' | 'italic' }[];
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/**
 * So many paragraphs of some sixty syllables: one in twenty a heading, one in four with bold or italic words. The same at
 * every run.
 */
export const longText = (count: number): LongBlock[] =>
  Array.from({ length: count }, (_, n) => {
    if (n % 20 === 0) return { isHeading: true, runs: [{ text: capital(madeUpWords(9, n)) }] };
    const words = capital(madeUpWords(52 + (n % 17), n)).split(' ');
    if (n % 4 !== 1) return { isHeading: false, runs: [{ text: `${words.join(' ')}.` }] };
    const third = Math.floor(words.length / 3);
    return {
      isHeading: false,
      runs: [
        { text: `${words.slice(0, third).join(' ')} ` },
        { text: words.slice(third, third + 4).join(' '), mark: n % 8 === 1 ? 'bold' : 'italic' },
        { text: ` ${words.slice(third + 4).join(' ')}.` },
      ],
    };
  });

const MARKS = { bold: 'strong', italic: 'emphasis' } as const;

/** The same text as the body of a story. */
export const asBody = (blocks: readonly LongBlock[]): Block[] =>
  blocks.map(({ isHeading, runs }, n) => {
    const id = `long${String(n).padStart(6, '0')}`;
    const text = runs.map(({ text: words, mark }): Run => ({ text: words, ...(mark && { marks: [MARKS[mark]] }) }));
    return isHeading ? { type: 'heading', id, level: 2, text } : { type: 'paragraph', id, text };
  });
