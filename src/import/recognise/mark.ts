import { AGENCIES, readDateline } from '../../story/dateline.ts';

const DASH = /\s?[-–—_]+(?:\s|$)/gu;

/** A mark found at the head of a lead: as printed with its dash, the length of it with the blank after it, and what it says. */
export interface Mark {
  text: string;
  length: number;
  place: string;
  source: string;
  confidence: number;
  rule: string;
}

const capitals = (text: string): boolean => text.length > 2 && text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

function judge(prefix: string, language: string): Omit<Mark, 'text' | 'length'> | null {
  const bare = /^\(([\p{L}\p{N}][^()]{0,38})\)$/u.exec(prefix)?.[1];
  if (bare !== undefined && !/[.!?;:]/.test(bare))
    return { place: '', source: bare, confidence: 0.95, rule: 'any.mark.source' };
  if (AGENCIES.test(prefix)) return { place: '', source: prefix, confidence: 0.93, rule: 'any.mark.agency' };
  const { place, source } = readDateline(`${prefix} -`, language);
  if (place === '' && source === '') return null;
  const hasSource = source !== '' && prefix.includes('(');
  const hasDate = /\d/.test(prefix) && place !== prefix;
  if (hasSource) return { place, source, confidence: 0.95, rule: 'any.mark.place-and-source' };
  // "Hà Nội - thành phố vì hòa bình" is a sentence; "HÀ NỘI - " and "HANOI, Jan. 19 - " are not.
  const head = place.split(',', 1)[0] ?? '';
  if (capitals(head)) return { place, source, confidence: 0.9, rule: 'any.mark.place' };
  return { place, source, confidence: hasDate ? 0.85 : 0.4, rule: 'any.mark.place' };
}

/** The dateline at the head of a lead: `(TTV) -`, `HÀ NỘI (TTXVN) -`, `HANOI, Jan. 19 -`. */
export function findMark(lead: string, language: string): Mark | null {
  for (const { 0: dash, index } of lead.slice(0, 100).matchAll(DASH)) {
    const prefix = lead.slice(0, index);
    const found = prefix === '' ? null : judge(prefix, language);
    if (found) {
      const length = index + dash.length;
      return { ...found, text: lead.slice(0, length).trimEnd(), length };
    }
  }
  return null;
}
