import { describe, expect, test } from 'vitest';
import { applyChange, joinChanges, storyChangeSchema, type StoryChange } from '../../../src/story/change.ts';
import type { Story } from '../../../src/story/schema.ts';
import { p, story } from './build.ts';
import { forSeeds, type Chance } from './random.ts';

const lead = p('lead', 'Water rose.');
const second = p('sec', 'People left.');
const flood = story('Flood', lead, second);
const texts = (after: Story): unknown[] => after.body.map((block) => block.type === 'paragraph' && block.text[0]?.text);

describe('a change to a story', () => {
  test('replaces the block it names and leaves the others', () => {
    const after = applyChange(flood, { blocks: { lead: p('lead', 'Water rose two metres.') } });
    expect(texts(after)).toEqual(['Water rose two metres.', 'People left.']);
    expect(texts(flood)).toEqual(['Water rose.', 'People left.']);
  });

  test('puts a new block where the order says', () => {
    const after = applyChange(flood, { blocks: { newp: p('newp', 'At night.') }, order: ['lead', 'newp', 'secx'] });
    expect(texts(after)).toEqual(['Water rose.', 'At night.', 'People left.']);
  });

  test('puts a new block without an order at the end', () => {
    expect(texts(applyChange(flood, { blocks: { newp: p('newp', 'At night.') } }))).toEqual([
      'Water rose.',
      'People left.',
      'At night.',
    ]);
  });

  test('takes a block away', () => {
    expect(texts(applyChange(flood, { blocks: { lead: null } }))).toEqual(['People left.']);
  });

  test('takes away what the order does not name, and passes over names that are nowhere', () => {
    expect(texts(applyChange(flood, { blocks: {}, order: ['gone', 'secx'] }))).toEqual(['People left.']);
  });

  test('never puts one block twice, though the order names it twice', () => {
    expect(texts(applyChange(flood, { blocks: {}, order: ['lead', 'secx', 'lead'] }))).toEqual([
      'Water rose.',
      'People left.',
    ]);
  });

  test('changes fields whole and adds pictures', () => {
    const picture = { type: 'image/jpeg', name: 'bridge.jpg', width: 3, height: 2, bytes: 9 };
    const id = 'a'.repeat(64);
    const first = applyChange(flood, { blocks: {}, fields: { headline: 'Flood recedes' }, media: { [id]: picture } });
    const after = applyChange(first, { blocks: {}, media: {} });
    expect(after.headline).toBe('Flood recedes');
    expect(after.media).toEqual({ [id]: picture });
  });

  test('from the wire is checked', () => {
    expect(
      storyChangeSchema.safeParse({ blocks: { lead: { type: 'paragraph', id: 'lead', text: 'raw' } } }).success,
    ).toBe(false);
    expect(
      storyChangeSchema.safeParse({ blocks: { lead: null }, order: ['lead'], fields: { kicker: 'x' } }).success,
    ).toBe(true);
  });
});

describe('changes of any kind', () => {
  const NAMES = ['aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'];
  /** As the editor makes them: an order whenever blocks come, go or move; never a block dropped without a word. */
  function makeChange(c: Chance, before: Story): StoryChange {
    const ids = before.body.map((block) => block.id);
    const change: StoryChange = { blocks: {} };
    let order = ids;
    for (let i = c.int(3); i > 0; i--) {
      const id = c.pick(NAMES);
      if (order.includes(id) && c.int(3) === 0) {
        change.blocks[id] = null;
        order = order.filter((other) => other !== id);
      } else {
        change.blocks[id] = p(id, `text ${c.int(1000)}`);
        if (!order.includes(id))
          order = [...order.slice(0, c.int(order.length + 1)), id, ...order.slice(c.int(order.length + 1))];
        order = [...new Set([...order, ...ids.filter((old) => change.blocks[old] !== null)])];
      }
    }
    if (String(order) !== String(ids)) change.order = order;
    if (c.int(2) === 0) change.fields = { headline: `Flood ${c.int(100)}` };
    return change;
  }

  test('applied twice do what they do once', () => {
    forSeeds(300, (c) => {
      const change = makeChange(c, flood);
      const once = applyChange(flood, change);
      expect(applyChange(once, change)).toEqual(once);
    });
  });

  test('joined do what they do one after the other', () => {
    forSeeds(500, (c) => {
      const earlier = makeChange(c, flood);
      const between = applyChange(flood, earlier);
      const later = makeChange(c, between);
      expect(applyChange(flood, joinChanges(earlier, later))).toEqual(applyChange(between, later));
    });
  });

  test('joined keep a block that came without an order after one with an order', () => {
    const earlier: StoryChange = { blocks: {}, order: ['secx', 'lead'] };
    const later: StoryChange = { blocks: { newp: p('newp', 'At night.') } };
    expect(texts(applyChange(flood, joinChanges(earlier, later)))).toEqual([
      'People left.',
      'Water rose.',
      'At night.',
    ]);
  });

  test('joined keep both sides’ fields and pictures, the later winning', () => {
    const picture = { type: 'image/png', name: 'a.png', width: 1, height: 1, bytes: 1 };
    const joined = joinChanges(
      { blocks: {}, fields: { headline: 'A', kicker: 'K' }, media: { a: picture } },
      { blocks: {}, fields: { headline: 'B' }, media: { b: picture } },
    );
    expect(joined).toEqual({ blocks: {}, fields: { headline: 'B', kicker: 'K' }, media: { a: picture, b: picture } });
  });
});
