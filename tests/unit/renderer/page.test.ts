import { describe, expect, it } from 'vitest';
import { measureAgainst } from '../../../renderer/panels/fields/limits.ts';
import { neighbour, PAGE_ORDER } from '../../../renderer/panels/fields/order.ts';
import { rowAfter, rowByName } from '../../../renderer/ui/list-keys.ts';

describe('a field’s limit', () => {
  it('shows from 85 percent on', () => {
    expect(measureAgainst('a'.repeat(101), 120)).toEqual({ is: 'fine' });
    expect(measureAgainst('a'.repeat(102), 120)).toEqual({ is: 'near', count: 102 });
    expect(measureAgainst('a'.repeat(120), 120)).toEqual({ is: 'near', count: 120 });
  });

  it('marks the text from the first character past it', () => {
    expect(measureAgainst(`${'a'.repeat(60)}ệc`, 60)).toEqual({ is: 'over', count: 62, overflowAt: 60 });
  });

  it('counts what a reader sees: an accented letter is one, decomposed or not, and so is a flag', () => {
    const decomposed = 'ệ'.normalize('NFD').repeat(60);
    expect(measureAgainst(decomposed, 60)).toEqual({ is: 'near', count: 60 });
    expect(measureAgainst(`${decomposed}🇻🇳`, 60)).toEqual({ is: 'over', count: 61, overflowAt: decomposed.length });
  });
});

describe('the page', () => {
  it('is walked in reading order', () => {
    expect(PAGE_ORDER).toEqual(['kicker', 'headline', 'standfirst', 'byline', 'dateline', 'body', 'sourceCredit']);
    expect(neighbour('dateline', 1)).toBe('body');
    expect(neighbour('sourceCredit', 1)).toBeNull();
    expect(neighbour('kicker', -1)).toBeNull();
  });
});

describe('the list of stories', () => {
  it('is walked by arrows, Home and End, and ends at its ends', () => {
    expect(rowAfter('ArrowDown', 0, 3)).toBe(1);
    expect(rowAfter('ArrowDown', 2, 3)).toBe(2);
    expect(rowAfter('ArrowUp', 0, 3)).toBe(0);
    expect(rowAfter('End', 0, 3)).toBe(2);
    expect(rowAfter('Home', 2, 3)).toBe(0);
    expect(rowAfter('Tab', 0, 3)).toBeNull();
    expect(rowAfter('End', 0, 0)).toBeNull();
  });

  it('finds a headline by its first letters, without accents', () => {
    const headlines = ['Lũ về', 'Cầu Đông Hải', 'Chợ nổi', 'Đò dọc'];
    expect(rowByName(headlines, 'c', 0)).toBe(1);
    expect(rowByName(headlines, 'c', 1)).toBe(2);
    expect(rowByName(headlines, 'c', 2)).toBe(1);
    expect(rowByName(headlines, 'ch', 1)).toBe(2);
    expect(rowByName(headlines, 'd', 0)).toBe(3);
    expect(rowByName(headlines, 'x', 0)).toBeNull();
  });
});
