import { fold } from '../../base/text.ts';
import type { Story } from '../../story/schema.ts';
import type { Found } from '../finding.ts';
import { isMisspelling, misspeltAt } from '../read/alike.ts';
import { blockNames, pieceNames, type Name } from '../read/names.ts';
import { fieldPieces } from '../read/pieces.ts';
import type { Rule } from '../rule.ts';

const isVietnamese = (language: string): boolean => /^vi\b/i.test(language);

/** All names of the story but those of its byline and source line, which are in a form of their own. */
function namesOf(story: Story): Name[] {
  const fields = fieldPieces(story).filter((piece) => {
    const place = piece.at();
    return place.in === 'field' && (place.field === 'headline' || place.field === 'standfirst');
  });
  return [...fields.flatMap(pieceNames), ...story.body.flatMap(blockNames)];
}

/** Names long enough to be one person's and no other's. */
function isFull(name: Name, language: string): boolean {
  if (name.words.length < 2) return false;
  return !isVietnamese(language) || name.words.length >= 3 || name.address !== '';
}

/** The first place and the number of all places of each spelling. */
function spellings(names: readonly Name[]): Map<string, { name: Name; all: Name[] }> {
  const found = new Map<string, { name: Name; all: Name[] }>();
  for (const name of names) {
    const known = found.get(name.text);
    if (known) known.all.push(name);
    else found.set(name.text, { name, all: [name] });
  }
  return found;
}

type Spelling = ReturnType<typeof spellings> extends Map<string, infer S> ? S : never;

/** The pairs that have all words but one in common, without comparing every name with every other. */
function neighbours(all: readonly Spelling[]): [Spelling, Spelling][] {
  const groups = new Map<string, Spelling[]>();
  const pairs: [Spelling, Spelling][] = [];
  for (const one of all) {
    for (const index of one.name.words.keys()) {
      const key = one.name.words.with(index, '').join(' ');
      const group = groups.get(key);
      if (!group) groups.set(key, [one]);
      else {
        pairs.push(...group.map((other): [Spelling, Spelling] => [other, one]));
        group.push(one);
      }
    }
  }
  return pairs;
}

/** Two names side by side in one sentence are two people. */
const standTogether = (a: readonly Name[], b: readonly Name[]): boolean =>
  a.some((x) => b.some((y) => x.piece === y.piece && x.sentence === y.sentence));

const found = (code: string, name: Name, other: string): Found => ({
  code,
  place: name.piece.at(name.from, name.to),
  about: { text: name.text, other },
});

const MALE = new Set('ông anh chú cậu ngài mr mr. sir'.split(' '));
const FEMALE = new Set('bà chị cô mợ dì mrs mrs. ms ms. miss'.split(' '));
const sexOf = ({ address }: Name): 'm' | 'f' | null => (MALE.has(address) ? 'm' : FEMALE.has(address) ? 'f' : null);

/** `ông Thanh` in a story whose only such man is Huỳnh Quốc Thạnh. */
function shortForms(story: Story, names: readonly Name[], full: readonly Name[]): Found[] {
  const last = (name: Name): string => name.words.at(-1) ?? '';
  const known = new Set(full.map(last));
  const seen = new Set<string>();
  return names.flatMap((name): Found[] => {
    const [word = ''] = name.words;
    if (name.words.length !== 1 || known.has(word) || seen.has(word) || word.length < 3) return [];
    const owner = full.find(
      (other) =>
        isMisspelling(last(other), word, story.language) &&
        (sexOf(other) === null || sexOf(name) === null || sexOf(other) === sexOf(name)),
    );
    // Without the marks apart, it is another syllable and so another person.
    if (!owner || (isVietnamese(story.language) && fold(last(owner)) !== fold(word))) return [];
    seen.add(word);
    return [found('name.spelling', name, owner.text)];
  });
}

/** One name in two spellings: the rarer one is shown, the later of two. */
const spelling: Rule = {
  id: 'name.spelling',
  level: 'warning',
  codes: ['name.spelling'],
  find: ({ story }) => {
    const names = namesOf(story);
    const full = names.filter((name) => isFull(name, story.language));
    const pairs = neighbours([...spellings(full).values()]).flatMap(([one, other]): Found[] => {
      if (misspeltAt(one.name.words, other.name.words, story.language) === null) return [];
      if (standTogether(one.all, other.all)) return [];
      const [rare, usual] = other.all.length <= one.all.length ? [other, one] : [one, other];
      return [found('name.spelling', rare.name, usual.name.text)];
    });
    return [...pairs, ...shortForms(story, names, full)];
  },
};

const OFFICES =
  'tổng bí thư|bí thư|chủ tịch|tổng giám đốc|giám đốc|trưởng ban|trưởng phòng|hiệu trưởng|chánh văn phòng|chánh thanh tra|viện trưởng|cục trưởng|chi cục trưởng|mayor|president|governor|minister|director|chairman|chairwoman|chair|secretary|principal|commissioner|superintendent|manager|chief';
const OFFICE = `(?<former>nguyên |cựu |former |then-)?(?<deputy>phó |vice[ -]|deputy |assistant |quyền |acting )?(?<office>${OFFICES})(?![\\p{L}])`;
const OFFICE_BEFORE = new RegExp(`(?<![\\p{L}])${OFFICE}(?<of>(?: [\\p{L}-]+){0,7}?),? (?:ông |bà |anh |chị )?$`, 'iu');
const OFFICE_AFTER = new RegExp(`^, (?:the |a |an |là )?${OFFICE}(?<of>(?: [\\p{L}-]+){0,7})`, 'iu');
const RANK_BEFORE =
  /(?<![\p{L}])(?<rank>(?:thiếu|trung|thượng|đại) (?:úy|uý|tá|tướng)|thạc sĩ|tiến sĩ) (?:ông |bà )?$/iu;

interface Title {
  deputy: string;
  office: string;
  of: string;
}

/** The last match in a text that may hold several: `Chủ tịch … và Phó Chủ tịch X`. */
function lastOffice(before: string): RegExpExecArray | null {
  const clause = /[^,.;:()“”]*$/u.exec(before)?.[0] ?? '';
  let best: RegExpExecArray | null = null;
  for (const { index } of clause.matchAll(/(?<![\p{L}])\p{L}/gu)) {
    const match = OFFICE_BEFORE.exec(clause.slice(index));
    if (match?.index === 0 && (!best || best.groups?.office?.toLowerCase() !== undefined)) {
      // A deputy's title holds the other one: the first of overlapping matches has it whole.
      if (!best || !best[0].endsWith(match[0])) best = match;
    }
  }
  return best;
}

function titleOf(name: Name): Title | null {
  const match = lastOffice(name.before) ?? (name.address === '' ? null : OFFICE_AFTER.exec(name.after));
  const { former, deputy = '', office = '', of = '' } = match?.groups ?? {};
  if (!match || former) return null;
  const [first = ''] = of.trim().toLowerCase().split(' ');
  return { deputy: deputy.trim().toLowerCase(), office: office.toLowerCase(), of: first };
}

const print = ({ deputy, office }: Title): string => `${deputy} ${office}`.trim();
const contradicts = (a: Title, b: Title): boolean =>
  a.office === b.office && a.deputy !== b.deputy && (a.of === b.of || a.of === '' || b.of === '');

function titleTrouble(all: readonly Name[]): Found[] {
  const titles = all.flatMap((name) => {
    const title = titleOf(name);
    return title ? [{ name, title }] : [];
  });
  const [first] = titles;
  const other = titles.find(({ title }) => first && contradicts(first.title, title));
  if (first && other) {
    const about = { text: other.name.text, title: print(other.title), other: print(first.title) };
    return [{ code: 'name.title', place: other.name.piece.at(other.name.from, other.name.to), about }];
  }
  const ranks = all.flatMap((name) => {
    const rank = RANK_BEFORE.exec(name.before)?.groups?.rank?.toLowerCase().replace('uý', 'úy');
    return rank === undefined ? [] : [{ name, rank }];
  });
  const [top] = ranks;
  const apart = ranks.find(({ rank }) => top && rank !== top.rank && rank.endsWith('sĩ') === top.rank.endsWith('sĩ'));
  if (!top || !apart) return [];
  const about = { text: apart.name.text, title: apart.rank, other: top.rank };
  return [{ code: 'name.title', place: apart.name.piece.at(apart.name.from, apart.name.to), about }];
}

function addressTrouble(all: readonly Name[]): Found[] {
  const called = all.filter((name) => sexOf(name) !== null && !/(?:anh chị|ông bà|cô chú)\s$/iu.test(name.before));
  const [first] = called;
  const other = called.find((name) => first && sexOf(name) !== sexOf(first));
  if (!first || !other) return [];
  return [
    {
      ...found('name.address', other, first.address),
      about: { text: other.text, address: other.address, other: first.address },
    },
  ];
}

/** One person with two titles, or called a man here and a woman there. */
const title: Rule = {
  id: 'name.title',
  level: 'warning',
  codes: ['name.title', 'name.address'],
  find: ({ story }) => {
    const full = namesOf(story).filter((name) => isFull(name, story.language));
    return [...spellings(full).values()].flatMap(({ all }) => [...titleTrouble(all), ...addressTrouble(all)]);
  },
};

export const nameRules: readonly Rule[] = [spelling, title];
