/** How serious a finding is: an `error` blocks a push, a `warning` asks, a `note` informs. */
export const LEVELS = ['error', 'warning', 'note'] as const;
export type Level = (typeof LEVELS)[number];

/** The fields round the body that a finding can name. */
export const CHECKED_FIELDS = [
  'kicker',
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'body',
  'sourceCredit',
  'slug',
  'section',
  'keywords',
  'embargo',
  'schedule',
] as const;
export type CheckedField = (typeof CHECKED_FIELDS)[number];

/**
 * Where a finding is. `from` and `to` are UTF-16 units of the plain text there, a line break being one.
 *
 * - `field`: a field round the body.
 * - `text`: the rich text number `text` of a block, counted as `blockTexts` (src/story/walk.ts) lists them.
 * - `photo`: a plain field of a photo, or its `picture`.
 * - `block`: a block as a whole.
 */
export type Place =
  | { in: 'story' }
  | { in: 'field'; field: CheckedField; from?: number; to?: number }
  | { in: 'text'; block: string; text: number; from: number; to: number }
  | { in: 'photo'; block: string; photo: string; field: 'picture' | 'alt' | 'credit' | 'source' | 'rights' }
  | { in: 'block'; block: string };

/** What a rule found. `code` names the sentence (src/check/words), `about` fills its placeholders. */
export interface Found {
  code: string;
  place: Place;
  about?: Record<string, string | number>;
}

/** A finding as it is shown. `key` stays the same while what was found does, wherever in its text it moves. */
export interface Finding extends Found {
  key: string;
  rule: string;
  level: Level;
}

function placeKey(place: Place): string {
  switch (place.in) {
    case 'story':
      return 'story';
    case 'field':
      return place.field;
    case 'text':
      return `${place.block}.${place.text}`;
    case 'photo':
      return `${place.photo}.${place.field}`;
    case 'block':
      return place.block;
  }
}

/** 64 bits of FNV-1a in two halves: enough to tell the findings of one story apart, and nobody reads the text back out of it. */
function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * What tells a finding from every other of the story, without the offsets that change with each key. It holds no word of
 * the story: it is kept where choices are.
 */
export function findingKey(rule: string, { code, place, about = {} }: Found): string {
  return `${rule} ${digest([code, placeKey(place), ...Object.values(about)].join(' '))}`;
}
