import { describe, expect, it } from 'vitest';
import { compareStories, type Comparison, type Piece } from '../../../src/compare/index.ts';
import type { Block, Story } from '../../../src/story/schema.ts';
import { bullets, figure, h, p, photo, picture, story, table, td } from '../export/a-story.ts';

/** Pieces as a newsroom marks a proof: [-gone-], {+come+}, (*restyled*). */
const proof = (pieces: Piece[]): string =>
  pieces
    .map(({ is, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}`, restyled: `(*${text}*)` })[is])
    .join('');
const drawn = ({ fields, blocks }: Comparison): string[] => [
  ...fields.map(({ field, pieces }) => `${field}: ${proof(pieces)}`),
  ...blocks.map(
    ({ is, moved, lookedLike, look, parts }) =>
      `${is}${moved ? ` ${moved}` : ''}${lookedLike ? ` ${lookedLike}>${look}` : ''}: ${parts.map((part) => `${part.isMoved ? '~' : ''}${proof(part.pieces)}`).join(' | ')}`,
  ),
];
const base = story({ headline: 'Bridge opens' }, p('Alpha one two.'), p('Bravo three four.'), p('Charlie five six.'));
const withBody = (change: (body: Block[]) => Block[], from: Story = base): Story => ({
  ...from,
  body: change(structuredClone(from.body)),
});
const [alpha, bravo, charlie] = base.body as [Block, Block, Block];

describe('two versions of a story', () => {
  it('that are equal have no difference', () => {
    const { isSame, words, fields } = compareStories(base, structuredClone(base));
    expect({ isSame, words, fields }).toEqual({ isSame: true, words: { added: 0, removed: 0 }, fields: [] });
  });

  it('differ word by word, Vietnamese syllables included', () => {
    const vi = story({ language: 'vi', headline: 'Khởi công cầu Đông Hải' }, p('Hơn 3.400 tỷ đồng cho người dân.'));
    const later = {
      ...withBody(
        ([only]) => [{ ...(only as Block), text: [{ text: 'Hơn 3.500 tỷ đồng cho nhân dân.' }] } as Block],
        vi,
      ),
      headline: 'Khánh thành cầu Đông Hải',
    };
    expect(drawn(compareStories(vi, later))).toEqual([
      'headline: [-Khởi công-]{+Khánh thành+} cầu Đông Hải',
      'changed: Hơn [-3.400-]{+3.500+} tỷ đồng cho [-người-]{+nhân+} dân.',
    ]);
    expect(compareStories(vi, later).words).toEqual({ added: 4, removed: 4 });
  });

  it('show a moved block as a move, changed or not, and count none of its words', () => {
    expect(
      drawn(
        compareStories(
          base,
          withBody(([a, b, c]) => [c, a, b] as Block[]),
        ),
      ),
    ).toEqual(['same up: Charlie five six.', 'same: Alpha one two.', 'same: Bravo three four.']);
    const changed = { ...alpha, text: [{ text: 'Alpha one.' }] } as Block;
    expect(
      drawn(
        compareStories(
          base,
          withBody(() => [bravo, charlie, changed]),
        ),
      ),
    ).toEqual(['same: Bravo three four.', 'same: Charlie five six.', 'changed down: Alpha one[- two-].']);
  });

  it('show blocks that came, and those that went where they stood', () => {
    expect(
      drawn(
        compareStories(
          base,
          withBody(() => [alpha, p('Quite new.'), charlie]),
        ),
      ),
    ).toEqual([
      'same: Alpha one two.',
      'removed: [-Bravo three four.-]',
      'added: {+Quite new.+}',
      'same: Charlie five six.',
    ]);
  });

  it('show formatting and kind without calling words new', () => {
    const bold = {
      ...alpha,
      text: [{ text: 'Alpha ' }, { text: 'one', marks: ['strong'] }, { text: ' two.' }],
    } as Block;
    const subhead = { ...bravo, type: 'heading', level: 2 } as Block;
    const compared = compareStories(
      base,
      withBody(() => [bold, subhead, charlie]),
    );
    expect(drawn(compared)).toEqual([
      'changed: Alpha (*one*) two.',
      'changed paragraph>heading-2: Bravo three four.',
      'same: Charlie five six.',
    ]);
    expect(compared.words).toEqual({ added: 0, removed: 0 });
  });

  it('show pictures, captions and credits, and a photo that changed places in a gallery', async () => {
    const [bridge, market] = [await picture('bridge.jpg'), await picture('market.jpg')];
    const media = { [bridge.id]: bridge.file, [market.id]: market.file };
    const [one, two] = [
      photo(bridge, { caption: 'The bridge', credit: 'Lan' }),
      photo(market, { caption: 'The market' }),
    ];
    const block = figure(one, two);
    const before = { ...story({}, block), media };
    const after = {
      ...before,
      body: [{ ...block, photos: [two, { ...one, credit: 'Lan Anh', media: market.id }] } as Block],
    };
    expect(drawn(compareStories(before, after))).toEqual([
      'changed: market.jpg | The market | ~[-bridge.jpg-]{+market.jpg+} | ~The bridge | ~Lan{+ Anh+}',
    ]);
  });

  it('find list items and table rows again', () => {
    const list = bullets('one', 'two', 'three', { text: 'four', sub: ['deep'] });
    const before = story({}, list, table([td('a'), td('b')], [td('c'), td('d')]));
    const rows = (before.body[1] as Extract<Block, { type: 'table' }>).rows;
    const [one, two, three, four] = list.items;
    const after = withBody(
      () => [
        { ...list, items: [three, one, { ...two, text: [{ text: 'twofold' }] }, four] } as Block,
        { ...before.body[1], rows: [rows[0], { cells: [td('new'), td('row')] }, rows[1]] } as Block,
      ],
      before,
    );
    expect(drawn(compareStories(before, after))).toEqual([
      'changed: ~three | one | [-two-]{+twofold+} | four | deep',
      'changed: a | b | {+new+} | {+row+} | c | d',
    ]);
  });
});

it('what has no words of its own is no less a difference', async () => {
  const bridge = await picture('bridge.jpg');
  const block = figure(photo(bridge, { caption: 'The bridge' }));
  const before = { ...story({}, block), media: { [bridge.id]: bridge.file } };
  const [one] = (block as Extract<Block, { type: 'figure' }>).photos;
  const cropped = { ...block, photos: [{ ...one, crop: { x: 0, y: 0, width: 0.5, height: 1 } }] } as Block;
  const compared = compareStories(before, { ...before, body: [cropped], leadPhoto: one?.id });
  expect(compared.isSame).toBe(false);
  expect(drawn(compared)).toEqual([
    `leadPhoto: {+${one?.id}+}`,
    'changed: bridge.jpg | The bridge | {+crop: {"height":1,"width":0.5,"x":0,"y":0}+}',
  ]);
});

describe('two texts without ids in common', () => {
  it('are matched by what they say', () => {
    const other = story(
      { headline: 'Bridge opens' },
      h(2, 'Alpha one two.'),
      p('Bravo three more.'),
      p('Nothing like it at all'),
    );
    expect(drawn(compareStories(base, other))).toEqual([
      'changed paragraph>heading-2: Alpha one two.',
      'changed: Bravo three [-four-]{+more+}.',
      'removed: [-Charlie five six.-]',
      'added: {+Nothing like it at all+}',
    ]);
  });
});

it('stays bounded where two long texts have nothing in common', () => {
  const words = (prefix: string): string => Array.from({ length: 20_000 }, (_, index) => `${prefix}${index}`).join(' ');
  const compared = compareStories(story({}, p(words('a'))), story({}, p(words('b'))));
  expect(compared.words).toEqual({ added: 20_000, removed: 20_000 });
});
