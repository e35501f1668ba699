import type { Story } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import type { Found } from '../finding.ts';
import { misspeltAt } from '../read/alike.ts';
import { byBlock } from '../read/by-block.ts';
import { blockNames, type Name } from '../read/names.ts';
import type { Rule } from '../rule.ts';

const isVietnamese = (language: string): boolean => /^vi\b/i.test(language);

/** Words before a name that tell who it is: `volunteer Joan Whitlow` needs no second mention. */
const INTRODUCED =
  /(?:^|[\s,])(?!and\s|with\s|of\s|at\s|by\s|in\s|to\s|from\s|near\s|beside\s|as\s|for\s|on\s|left\s|right\s|the\s|while\s|or\s|hugs\s|greets\s|meets\s|helps\s)\p{Ll}[\p{Ll}-]{3,}(?<!ing|ed|ly) $/u;
/** Only people are counted from the left, have an age, or do this. */
const PERSON_AFTER =
  /^(?:,? \((?:left|right|cent(?:er|re)|second|third|front|back|trái|phải|giữa|thứ)|,? (?:left|right|cent(?:er|re)),|, \d{1,3},|, \d{1,3} tuổi| (?:stands?|speaks?|waves?|holds?|looks?|walks?|talks?|says|said|poses?|hugs?|sits?|leads?|addresses|greets?|smiles?|celebrates?|signs?|shows?|inspects?|visits?|watches|waits?|prepares?|receives?|presents?|plays?|works?|gestures?|arrives?|listens?)(?![\p{L}]))/u;
const PERSON_BEFORE =
  /(?:[Ff]rom left(?: to right)?[:,]? [^.;]*|(?:Mayor|President|Governor|Minister|Director|Secretary|Senator|Chairman|Chairwoman|Captain|Sergeant|Officer|Judge|Professor|Prof\.|Sgt\.|Lt\.|Capt\.|Gov\.|Sen\.) )$/u;
/** What follows is the photographer, not somebody in the photo. */
const CREDITED = /(?:ảnh|hình|photo(?:graph)?s?|picture|credit|©)(?:\s+by)?\s*:?\s*$/iu;

function isPerson(name: Name, language: string): boolean {
  if (CREDITED.test(name.before) || name.words.length < 2) return false;
  if (name.address !== '') return true;
  if (isVietnamese(language)) return false;
  if (INTRODUCED.test(name.before)) return false;
  return PERSON_AFTER.test(name.after) || PERSON_BEFORE.test(name.before);
}

const text = byBlock(blockText);

/** Whether the words occur by themselves. */
const has = (whole: string, words: string): boolean =>
  new RegExp(`(?<![\\p{L}])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'iu').test(whole);

function isMentioned(name: Name, story: Story): boolean {
  const body = story.body.filter(({ type }) => type !== 'figure');
  const whole = [story.headline, story.standfirst, ...body.map(text)].join('\n');
  const last = name.words.at(-1) ?? '';
  if (!isVietnamese(story.language)) return has(whole, last);
  if (has(whole, name.text)) return true;
  const short = new RegExp(`(?:ông|bà|anh|chị|em|cụ|cô|chú|bác|cậu) ${last}(?![\\p{L}])`, 'iu');
  if (short.test(whole)) return true;
  // A name that is only spelled otherwise is another rule's finding.
  return body.flatMap(blockNames).some((other) => misspeltAt(name.words, other.words, story.language) !== null);
}

/** Somebody in a photo of whom the story never speaks: the wrong name, or a question that readers will have. */
const unknown: Rule = {
  id: 'caption.name',
  level: 'warning',
  codes: ['caption.name'],
  find: ({ story }) => {
    // Where nothing is written yet, everybody is unknown.
    if (!story.body.some((block) => block.type !== 'figure' && text(block).length > 80)) return [];
    const told = new Set<string>();
    return story.body.flatMap((block): Found[] => {
      if (block.type !== 'figure') return [];
      return blockNames(block).flatMap((name): Found[] => {
        if (told.has(name.text) || !isPerson(name, story.language) || isMentioned(name, story)) return [];
        told.add(name.text);
        return [{ code: 'caption.name', place: name.piece.at(name.from, name.to), about: { text: name.text } }];
      });
    });
  },
};

export const captionNameRules: readonly Rule[] = [unknown];
