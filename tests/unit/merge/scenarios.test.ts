import { describe, expect, it } from 'vitest';
import { mergeStories, type Merged } from '../../../src/merge/index.ts';
import type { Block, BlockOf, Mark, Run, Story } from '../../../src/story/schema.ts';
import { p, story } from '../story/build.ts';

type Body = Block[];
type Edit = (body: Body) => void;

const figure = (): BlockOf<'figure'> => ({
  type: 'figure',
  id: 'figure',
  photos: [
    { id: 'photo', media: null, alt: '', caption: [{ text: 'Caption here' }], credit: 'Lan', source: '', rights: '' },
  ],
});
const base = story(
  'Bridge opens in April',
  p('a', 'Alpha one two.'),
  p('b', 'Bravo three four.'),
  p('c', 'Charlie five six.'),
  p('d', 'Delta seven.'),
  figure(),
  p('e', 'End.'),
);

/** What is written of a text: marks as *strong*, links as <text>. */
const written = (text: readonly Run[]): string =>
  text.map((run) => (run.href ? `<${run.text}>` : run.marks ? `*${run.text}*` : run.text)).join('');

const drawn = (body: Body): string[] =>
  body.map((block) => {
    switch (block.type) {
      case 'paragraph':
        return written(block.text);
      case 'heading':
        return `${'#'.repeat(block.level)} ${written(block.text)}`;
      case 'list':
        return block.items.map((item) => `${block.ordered ? '1.' : '-'} ${written(item.text)}`).join(' / ');
      case 'figure':
        return `[${block.photos.map((photo) => `${written(photo.caption)} (${photo.credit})`).join(', ')}]`;
      default:
        return block.type;
    }
  });

/** The lines that are not as they were, and the flags; from both directions, which must give the same. */
function merged(mine: Edit, theirs: Edit): { lines: string[]; flags: string[] } {
  const made = (edit: Edit): Story => {
    const copy = structuredClone(base);
    edit(copy.body);
    return copy;
  };
  const [a, b] = [made(mine), made(theirs)];
  const one: Merged = mergeStories(base, a, b);
  const other = mergeStories(base, b, a);
  expect(other.story).toEqual(one.story);
  expect(other.flags.map((flag) => ({ ...flag, mine: flag.theirs, theirs: flag.mine, kept: null }))).toEqual(
    one.flags.map((flag) => ({ ...flag, kept: null })),
  );
  return {
    lines: drawn(one.story.body),
    flags: one.flags.map(({ kind, mine: own, theirs: others }) => `${kind}: ${own} | ${others}`),
  };
}

const block = (body: Body, id: string): BlockOf<'paragraph'> =>
  body.find((one) => one.id === id.padEnd(4, 'x')) as BlockOf<'paragraph'>;
const flat = (text: readonly Run[]): string => text.map((run) => run.text).join('');

const put =
  (id: string, at: number, words: string): Edit =>
  (body) => {
    const text = flat(block(body, id).text);
    block(body, id).text = [{ text: text.slice(0, at) + words + text.slice(at) }];
  };
const takeOut =
  (id: string, from: number, to: number, instead = ''): Edit =>
  (body) => {
    const text = flat(block(body, id).text);
    block(body, id).text = [{ text: text.slice(0, from) + instead + text.slice(to) }];
  };
const split =
  (id: string, at: number, rest: string): Edit =>
  (body) => {
    const one = block(body, id);
    const text = flat(one.text);
    one.text = [{ text: text.slice(0, at) }];
    body.splice(body.indexOf(one) + 1, 0, p(rest, text.slice(at)));
  };
const join =
  (id: string, next: string): Edit =>
  (body) => {
    const [one, other] = [block(body, id), block(body, next)];
    one.text = [{ text: flat(one.text) + flat(other.text) }];
    body.splice(body.indexOf(other), 1);
  };
const remove =
  (id: string): Edit =>
  (body) =>
    void body.splice(
      body.findIndex((one) => one.id === id.padEnd(4, 'x')),
      1,
    );
const move =
  (id: string, to: number): Edit =>
  (body) => {
    const [one] = body.splice(
      body.findIndex((other) => other.id === id.padEnd(4, 'x')),
      1,
    );
    if (one) body.splice(to, 0, one);
  };
const become =
  (id: string, make: (from: BlockOf<'paragraph'>) => Block): Edit =>
  (body) =>
    void body.splice(body.indexOf(block(body, id)), 1, make(block(body, id)));
const subhead = (id: string): Edit => become(id, ({ id: own, text }) => ({ type: 'heading', level: 2, id: own, text }));
const asList = (id: string): Edit =>
  become(id, ({ id: own, text }) => ({ type: 'list', id: `${own}list`, ordered: false, items: [{ id: own, text }] }));
const styled =
  (id: string, from: number, to: number, style: { marks?: Mark[]; href?: string }): Edit =>
  (body) => {
    const text = flat(block(body, id).text);
    const parts = [{ text: text.slice(0, from) }, { text: text.slice(from, to), ...style }, { text: text.slice(to) }];
    block(body, id).text = parts.filter((run) => run.text !== '');
  };
const caption =
  (words: string): Edit =>
  (body) => {
    const photo = (body.find(({ type }) => type === 'figure') as BlockOf<'figure'>).photos[0];
    if (photo) photo.caption = [{ text: words }];
  };
const insertAfter =
  (id: string, name: string, words: string): Edit =>
  (body) =>
    void body.splice(body.indexOf(block(body, id)) + 1, 0, p(name, words));

const REST = ['Charlie five six.', 'Delta seven.', '[Caption here (Lan)]', 'End.'];
const around = (...bravo: string[]): string[] => ['Alpha one two.', ...bravo, ...REST];

describe('what two people do in one paragraph', () => {
  it.each<[string, Edit, Edit, string[]]>([
    ['other places', put('b', 5, ' NEW'), put('b', 16, ' more'), around('Bravo NEW three four more.')],
    ['subhead / types', subhead('b'), put('b', 5, 'NEW'), around('## BravoNEW three four.')],
    ['both make it a subhead', subhead('b'), subhead('b'), around('## Bravo three four.')],
    ['list item / types', asList('b'), put('b', 5, 'NEW'), around('- BravoNEW three four.')],
    ['Enter / types after it', split('b', 5, 'n'), put('b', 11, 'NEW'), around('Bravo', ' threeNEW four.')],
    ['Enter at two places', split('b', 5, 'n'), split('b', 11, 'm'), around('Bravo', ' three', ' four.')],
    ['Enter at one place', split('b', 5, 'n'), split('b', 5, 'm'), around('Bravo', ' three four.')],
    [
      'Enter / bold over it',
      split('b', 5, 'n'),
      styled('b', 2, 11, { marks: ['strong'] }),
      around('Br*avo*', '* three* four.'),
    ],
    [
      'bold / types inside',
      styled('b', 6, 11, { marks: ['strong'] }),
      put('b', 8, 'X'),
      around('Bravo *thXree* four.'),
    ],
    [
      'link / types inside',
      styled('b', 6, 16, { href: 'https://x.vn/' }),
      put('b', 11, ' NEW'),
      around('Bravo <three NEW four>.'),
    ],
    [
      'bold / takes the word out',
      styled('b', 6, 11, { marks: ['strong'] }),
      takeOut('b', 5, 11),
      around('Bravo four.'),
    ],
    [
      'bold / italics elsewhere',
      styled('b', 0, 5, { marks: ['strong'] }),
      styled('b', 6, 11, { marks: ['emphasis'] }),
      around('*Bravo* *three* four.'),
    ],
  ])('%s: combined', (_, mine, theirs, lines) => {
    expect(merged(mine, theirs)).toEqual({ lines, flags: [] });
  });

  it('the same words changed by both: both wordings stand, flagged', () => {
    const { lines, flags } = merged(takeOut('b', 6, 11, '3'), takeOut('b', 6, 11, 'thirty'));
    expect(lines[1]).toMatch(/^Bravo (3 thirty|thirty 3) four\.$/);
    expect(flags).toEqual(['both-wrote: 3 | thirty']);
  });

  it('a figure is never made of the digits of two', () => {
    const figure1500 = (words: string): Edit => takeOut('c', 8, 16, words);
    const { lines, flags } = merged(figure1500('1.600'), figure1500('1.505'));
    expect(lines[2]).toMatch(/^Charlie (1\.600 1\.505|1\.505 1\.600)\.$/);
    expect(flags).toHaveLength(1);
  });

  it('a word repaired here and taken out there stays whole, flagged', () => {
    const { lines, flags } = merged(takeOut('b', 6, 11, 'threee'), takeOut('b', 6, 12));
    expect(lines[1]).toBe('Bravo threee four.');
    expect(flags).toEqual(['deleted-and-edited: threee | ']);
  });

  it('words at the same place: both stand, flagged; the same words twice stand once', () => {
    const { lines, flags } = merged(put('a', 5, ' AAA'), put('a', 5, ' BBB'));
    expect(lines[0]).toMatch(/^Alpha (AAA BBB|BBB AAA) one two\.$/);
    expect(flags).toEqual(['both-wrote: AAA | BBB']);
    expect(merged(put('a', 5, ' AAA'), put('a', 5, ' AAA'))).toEqual({
      lines: ['Alpha AAA one two.', 'Bravo three four.', ...REST],
      flags: [],
    });
  });

  it('a Vietnamese text combines by syllables', () => {
    const vi = story('Cầu', p('v', 'Hơn 40 nghìn hộ dân hai bờ chờ đợi suốt nhiều năm.'));
    const say = (text: string): Story => ({ ...vi, body: [p('v', text)] });
    const { story: both, flags } = mergeStories(
      vi,
      say('Hơn 45 nghìn hộ dân hai bờ chờ đợi suốt nhiều năm.'),
      say('Hơn 40 nghìn hộ dân hai bờ mong mỏi suốt nhiều năm qua.'),
    );
    expect(drawn(both.body)).toEqual(['Hơn 45 nghìn hộ dân hai bờ mong mỏi suốt nhiều năm qua.']);
    expect(flags).toEqual([]);
  });
});

describe('what two people do to paragraphs', () => {
  const other = (words: string): string[] => ['Alpha one two.', 'Charlie five six.', words, ...REST.slice(1)];
  it.each<[string, Edit, Edit, string[]]>([
    [
      'joined / types in the second',
      join('a', 'b'),
      put('b', 5, 'NEW'),
      ['Alpha one two.BravoNEW three four.', ...REST],
    ],
    ['moved / types in it', move('b', 2), put('b', 5, 'NEW'), other('BravoNEW three four.')],
    ['moved / types at its beginning', move('b', 2), put('b', 0, 'NEW '), other('NEW Bravo three four.')],
    ['moved / moved to the same place', move('b', 2), move('b', 2), other('Bravo three four.')],
    [
      'moved / split',
      move('b', 2),
      split('b', 5, 'n'),
      ['Alpha one two.', 'Charlie five six.', 'Bravo', ' three four.', ...REST.slice(1)],
    ],
    ['moved / subhead', move('b', 2), subhead('b'), other('## Bravo three four.')],
    ['deleted / deleted', remove('b'), remove('b'), ['Alpha one two.', ...REST]],
    ['deleted / formatted', remove('b'), subhead('b'), ['Alpha one two.', ...REST]],
    ['joined / the second deleted', join('a', 'b'), remove('b'), ['Alpha one two.', ...REST]],
    [
      'figure moved / caption edited',
      move('figure', 0),
      caption('Caption here NEW'),
      ['[Caption here NEW (Lan)]', 'Alpha one two.', 'Bravo three four.', 'Charlie five six.', 'Delta seven.', 'End.'],
    ],
  ])('%s: combined', (_, mine, theirs, lines) => {
    expect(merged(mine, theirs)).toEqual({ lines, flags: [] });
  });

  it('moved to two places: it stands once', () => {
    const { lines } = merged(move('b', 0), move('b', 5));
    expect(lines.filter((line) => line === 'Bravo three four.')).toHaveLength(1);
    expect(lines).toHaveLength(6);
  });

  it('each moved behind the other: both stand, once', () => {
    const { lines } = merged(
      (body) => (move('b', 3)(body), move('c', 5)(body)),
      (body) => (move('c', 0)(body), move('b', 0)(body)),
    );
    expect([...lines].sort()).toEqual([...around('Bravo three four.')].sort());
  });

  it('deleted here, edited there: it stays with the edit, flagged', () => {
    expect(merged(remove('b'), put('b', 5, 'NEW'))).toEqual({
      lines: around('BravoNEW three four.'),
      flags: ['deleted-and-edited:  | BravoNEW three four.'],
    });
    expect(merged(remove('figure'), caption('Caption here NEW')).flags).toHaveLength(1);
    expect(merged(remove('figure'), caption('Caption here NEW')).lines).toContain('[Caption here NEW (Lan)]');
  });

  it('two new paragraphs at one place: both stand whole, flagged', () => {
    const { lines, flags } = merged(insertAfter('b', 'n', 'AA'), insertAfter('b', 'm', 'BB'));
    expect(lines.slice(2, 4).sort()).toEqual(['AA', 'BB']);
    expect(flags).toEqual(['both-wrote: AA | BB']);
  });

  it('a paragraph put between two that were joined keeps its own lines', () => {
    const { lines } = merged(join('a', 'b'), insertAfter('a', 'n', 'Between.'));
    expect(lines).toEqual(['Alpha one two.', 'Between.', 'Bravo three four.', ...REST]);
  });
});

describe('fields', () => {
  const fields = (mine: Partial<Story>, theirs: Partial<Story>): Merged => {
    const one = mergeStories(base, { ...base, ...mine }, { ...base, ...theirs });
    expect(mergeStories(base, { ...base, ...theirs }, { ...base, ...mine }).story).toEqual(one.story);
    return one;
  };

  it('combine, word by word within one', () => {
    const { story: both, flags } = fields(
      { headline: 'New bridge opens in April' },
      { headline: 'Bridge opens in May', kicker: 'Traffic' },
    );
    expect([both.kicker, both.headline, flags]).toEqual(['Traffic', 'New bridge opens in May', []]);
  });

  it('keep both wordings of the same words, flagged', () => {
    const { story: both, flags } = fields({ headline: 'Bridge opens in May' }, { headline: 'Bridge opens in June' });
    expect(both.headline).toMatch(/^Bridge opens in (May June|June May)$/);
    expect(flags).toEqual([
      { kind: 'both-wrote', block: null, part: 'headline', mine: 'May', theirs: 'June', kept: 'both' },
    ]);
  });

  it('that are one thing or another take one, and say which', () => {
    const { story: both, flags } = fields({ urgency: 1 }, { urgency: 4 });
    const [flag] = flags;
    expect(flag).toMatchObject({ kind: 'both-set', part: 'urgency', mine: '1', theirs: '4' });
    expect(both.urgency).toBe(flag?.kept === 'mine' ? 1 : 4);
  });

  it('bylines and keywords unite', () => {
    const lan = { name: 'Lan', roles: ['reporter' as const] };
    const byline = (...names: string[]): Story['byline'] => ({
      text: names.join(' - '),
      people: names.map((name) => ({ ...lan, name })),
    });
    const before = { ...base, byline: byline('Lan'), keywords: ['bridge', 'river'] };
    const { story: both } = mergeStories(
      before,
      { ...before, byline: byline('Lan', 'Minh'), keywords: ['bridge', 'river', 'traffic'] },
      { ...before, byline: byline('Hoa', 'Lan'), keywords: ['river', 'Đông Hải'] },
    );
    expect(both.byline.people.map(({ name }) => name)).toEqual(['Hoa', 'Lan', 'Minh']);
    expect(both.byline.text).toBe('Hoa - Lan - Minh');
    expect([...both.keywords].sort()).toEqual(['river', 'traffic', 'Đông Hải']);
  });
});
