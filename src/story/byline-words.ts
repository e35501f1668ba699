import type { Person } from './schema.ts';

export type Role = Person['roles'][number];

/**
 * What a word before a name says about the person's part in the story. The words of a label may be joined
 * (`Bài, ảnh:`, `Words and photos by`), and then all their roles count.
 */
const LABEL_WORDS: Record<'vi' | 'en', Record<string, Role>> = {
  vi: {
    bài: 'reporter',
    'bài viết': 'reporter',
    tin: 'reporter',
    'thực hiện': 'reporter',
    'phóng viên': 'reporter',
    pv: 'reporter',
    ảnh: 'photographer',
    hình: 'photographer',
    'hình ảnh': 'photographer',
    'biên tập': 'editor',
    btv: 'editor',
    dịch: 'translator',
    'biên dịch': 'translator',
    ctv: 'contributor',
    'cộng tác': 'contributor',
    'cộng tác viên': 'contributor',
    'tổng hợp': 'contributor',
  },
  en: {
    'additional reporting': 'contributor',
    'with reporting': 'contributor',
    story: 'reporter',
    stories: 'reporter',
    words: 'reporter',
    text: 'reporter',
    report: 'reporter',
    reporting: 'reporter',
    written: 'reporter',
    photo: 'photographer',
    photos: 'photographer',
    photograph: 'photographer',
    photographs: 'photographer',
    photography: 'photographer',
    picture: 'photographer',
    pictures: 'photographer',
    edited: 'editor',
    editing: 'editor',
    translated: 'translator',
    translation: 'translator',
  },
};

/** Titles that stand after a name and a comma, or above it on a line of their own. */
export const TITLES: Record<string, Role> = {
  'staff writer': 'reporter',
  'staff writers': 'reporter',
  'staff reporter': 'reporter',
  'staff reporters': 'reporter',
  reporter: 'reporter',
  reporters: 'reporter',
  correspondent: 'reporter',
  correspondents: 'reporter',
  'staff photographer': 'photographer',
  'staff photographers': 'photographer',
  photographer: 'photographer',
  photographers: 'photographer',
  editor: 'editor',
  editors: 'editor',
  translator: 'translator',
  translators: 'translator',
  contributor: 'contributor',
  contributors: 'contributor',
  'contributing writer': 'contributor',
  'contributing writers': 'contributor',
  'phóng viên': 'reporter',
  pv: 'reporter',
  'phóng viên ảnh': 'photographer',
  'biên tập viên': 'editor',
  'dịch giả': 'translator',
  'cộng tác viên': 'contributor',
  ctv: 'contributor',
};

/** Notes in brackets after a name: `Lan Anh (ảnh)`, `J. Doe (photos)`. */
export const NOTES: Record<string, Role> = {
  ...LABEL_WORDS.vi,
  text: 'reporter',
  words: 'reporter',
  photo: 'photographer',
  photos: 'photographer',
  pictures: 'photographer',
  translation: 'translator',
};

const anyOf = (words: Record<string, Role>): string =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace(/ /g, '\\s');

const vi = anyOf(LABEL_WORDS.vi);
const en = anyOf(LABEL_WORDS.en);
const joined = '\\s?(?:,|&|/|\\+|\\svà|\\sand)\\s?';

/** A label: Vietnamese words and a colon (`Bài, ảnh:`), English words with `by` or a colon (`Photos by`, `Photos:`), or `By` alone. */
export const LABEL = `(?<![\\p{L}\\p{N}])(?:(?:(?:${vi}|${en})(?:${joined}(?:${vi}|${en})){0,3})(?:\\s?:|\\sby(?:\\s?:|(?=\\s)))|by(?:\\s?:|(?=\\s|$)))`;

/** The roles that a label (as matched by LABEL) gives. */
export function labelRoles(label: string): Role[] {
  const words = label.toLowerCase().replace(/\s?:$/, '');
  if (words === 'by') return ['reporter'];
  const said = words.replace(/\sby$/, '').split(new RegExp(joined));
  return [...new Set(said.flatMap((word) => LABEL_WORDS.vi[word] ?? LABEL_WORDS.en[word] ?? []))];
}
