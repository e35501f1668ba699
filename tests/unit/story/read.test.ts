import { describe, expect, test } from 'vitest';
import { createStory } from '../../../src/story/create.ts';
import { readStory, storedBlock } from '../../../src/story/read.ts';
import { STORY_SCHEMA, type Story } from '../../../src/story/schema.ts';
import { upgradeStory } from '../../../src/story/upgrade.ts';
import { p, story } from './build.ts';

const flood = story('Flood', p('lead', 'Water rose.'));
const raw = (changes: Record<string, unknown>): unknown => JSON.parse(JSON.stringify({ ...flood, ...changes }));
function read(value: unknown): Story {
  const result = readStory(value);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}
function refused(value: unknown): [string, unknown] {
  const result = readStory(value);
  if (result.ok) throw new Error('was read');
  return [result.failure.code, result.failure.about];
}

describe('reading a stored story', () => {
  test('gives the story that was stored', () => {
    expect(read(raw({}))).toEqual(flood);
  });

  test('a new story is a valid one', () => {
    const fresh = createStory({ language: 'vi' });
    expect(read(fresh)).toEqual(fresh);
    expect(fresh.body).toHaveLength(1);
  });

  test.each([null, undefined, 7, 'story', [], {}, { schema: 0 }, { schema: 1.5 }, { schema: '1' }])(
    'refuses %j, which has no format number',
    (value) => {
      expect(refused(value)).toEqual(['story.invalid', { where: 'schema' }]);
    },
  );

  test('refuses a story from a newer Copydesk and says which format it has', () => {
    expect(refused(raw({ schema: STORY_SCHEMA + 1 }))).toEqual(['story.newer', { version: STORY_SCHEMA + 1 }]);
  });

  test.each([
    [{ headline: 7 }, 'headline'],
    [{ body: 'text' }, 'body'],
    [{ body: [null] }, 'body.0'],
    [{ body: [{ type: 'paragraph', id: 'lead', text: [{ text: '' }] }] }, 'body.0.text.0.text'],
    [{ urgency: 10 }, 'urgency'],
    [{ embargo: 'tomorrow' }, 'embargo'],
    [{ embargo: '2025-06-12T10:30:00' }, 'embargo'],
    [{ dateline: { text: '', place: '', source: '', date: '2025-02-30T10:30:00Z' } }, 'dateline.date'],
    [{ byline: { text: 'PV', people: [{ name: '', roles: [] }] } }, 'byline.people.0.name'],
  ])('refuses %j and names the place', (changes, where) => {
    expect(refused(raw(changes))).toEqual(['story.invalid', { where }]);
  });
});

describe('a block that this Copydesk does not know', () => {
  const poll = {
    type: 'poll',
    id: 'poll1',
    title: 'Who wins?',
    choices: [{ text: 'Reds' }, { text: 'Blues' }],
    weight: 3,
  };

  test('is kept whole, with a readable fallback', () => {
    const [block] = read(raw({ body: [poll] })).body;
    expect(block).toEqual({ type: 'unknown', id: 'poll1', original: poll, fallback: 'Who wins? Reds Blues' });
    expect(block && storedBlock(block)).toEqual(poll);
  });

  test('survives being stored and read any number of times', () => {
    const once = read(raw({ body: [poll] }));
    const stored: unknown = JSON.parse(JSON.stringify({ ...once, body: once.body.map(storedBlock) }));
    expect(read(stored)).toEqual(once);
    expect(read(once)).toEqual(once);
  });

  test('is unwrapped once its kind is known', () => {
    const wrapped = { type: 'unknown', id: 'lead', original: p('lead', 'Water rose.'), fallback: 'Water rose.' };
    expect(read(raw({ body: [wrapped] })).body).toEqual([p('lead', 'Water rose.')]);
  });

  test.each([{ type: 'poll' }, { type: 'poll', id: 7 }, { type: 'poll', id: 'Poll-1!' }])(
    'with an id that we would not give (%j) still opens',
    (odd) => {
      const [block] = read(raw({ body: [odd] })).body;
      expect(block).toMatchObject({ type: 'unknown', original: odd });
      expect(block?.id).toMatch(/^[a-z0-9]{4,40}$/);
    },
  );
});

describe('two blocks of one id', () => {
  test('are both kept, the second under a new id, so that a change to one never takes the other away', () => {
    const twice = read(raw({ body: [p('lead', 'Water rose.'), p('lead', 'People left.')] }));
    expect(twice.body.map((block) => block.type === 'paragraph' && block.text)).toEqual([
      [{ text: 'Water rose.' }],
      [{ text: 'People left.' }],
    ]);
    expect(new Set(twice.body.map((block) => block.id)).size).toBe(2);
    expect(twice.body[0]?.id).toBe('lead');
  });
});

describe('upgrading', () => {
  test('leaves a story of today’s format alone', () => {
    const today = { schema: STORY_SCHEMA, headline: 'Flood' };
    expect(upgradeStory(today)).toBe(today);
  });

  test('stops at a format from which there is no step', () => {
    expect(() => upgradeStory({ schema: 0 })).toThrow('no step from story format 0');
  });
});
