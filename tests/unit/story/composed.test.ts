import { describe, expect, it } from 'vitest';
import { composed } from '../../../src/story/composed.ts';
import { oneOfEverything, vietnamese } from '../export/stories.ts';
import { decomposed } from './decomposed.ts';

describe('what is stored', () => {
  it('is composed in every field and block, whatever it came as', () => {
    const { story } = vietnamese;
    expect(JSON.stringify(decomposed(story))).not.toBe(JSON.stringify(story));
    expect(composed(decomposed(story))).toEqual(story);
  });

  it('is the very same where it was composed already', () => {
    expect(composed(oneOfEverything.story)).toBe(oneOfEverything.story);
  });

  it('keeps what a newer Copydesk wrote, and halves of letters, as they came', () => {
    const block = { type: 'unknown', id: 'film1', original: { title: 'Lũ'.normalize('NFD') }, fallback: 'Lũ' };
    expect(composed([block, 'x\ud800'])).toEqual([block, 'x\ud800']);
  });
});
