import { describe, expect, test } from 'vitest';
import { SENTENCES } from '../../ime/corpus.ts';
import { deal } from '../../ime/deal.ts';
import { SPOTS } from '../../ime/spots.ts';
import { WAYS } from '../../ime/ways.ts';

describe.each(WAYS.map(({ name }, number) => ({ name, dealt: deal(SPOTS, number) })))('typed by $name', ({ dealt }) => {
  test('every sentence of the corpus lands in one place', () => {
    expect(
      dealt
        .flat()
        .map(({ sentence }) => sentence)
        .sort(),
    ).toEqual([...SENTENCES].sort());
  });

  test('every place of every field is typed in', () => {
    for (const [index, spot] of SPOTS.entries())
      expect(new Set(dealt[index]!.map(({ place }) => place)), spot.name).toEqual(new Set(spot.places));
  });
});

test('with the sentences that CI types, every place of every field is typed in by some way', () => {
  for (const [index, spot] of SPOTS.entries()) {
    const places = WAYS.flatMap((_, number) =>
      deal(SPOTS, number, SENTENCES.slice(0, 42))[index]!.map(({ place }) => place),
    );
    expect(new Set(places), spot.name).toEqual(new Set(spot.places));
  }
});

test('the fields, the body, a caption, an alt text, a suggestion and a comment are typed in', () => {
  expect(SPOTS.map(({ name }) => name)).toEqual([
    'Headline',
    'Standfirst',
    'Byline',
    'Story body',
    'Suggestion',
    'Comment',
    'Caption',
    'Alt text',
  ]);
});
