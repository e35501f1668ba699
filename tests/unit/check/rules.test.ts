import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, checkSentence, checkWords, rules, type Finding } from '../../../src/check/index.ts';
import type { Case, Fixture } from '../../../src/check/fixture.ts';
import { captionNameFixtures } from '../../../src/check/rules/caption-names.fixtures.ts';
import { dateFixtures } from '../../../src/check/rules/dates.fixtures.ts';
import { fieldFixtures } from '../../../src/check/rules/fields.fixtures.ts';
import { linkFixtures } from '../../../src/check/rules/links.fixtures.ts';
import { nameFixtures } from '../../../src/check/rules/names.fixtures.ts';
import { numberFixtures } from '../../../src/check/rules/numbers.fixtures.ts';
import { photoFixtures } from '../../../src/check/rules/photos.fixtures.ts';
import { placeholderFixtures } from '../../../src/check/rules/placeholders.fixtures.ts';
import { quoteFixtures } from '../../../src/check/rules/quotes.fixtures.ts';
import { releaseFixtures } from '../../../src/check/rules/release.fixtures.ts';
import { reviewFixtures } from '../../../src/check/rules/review.fixtures.ts';
import { sourceFixtures } from '../../../src/check/rules/sources.fixtures.ts';
import { structureFixtures } from '../../../src/check/rules/structure.fixtures.ts';
import { sumFixtures } from '../../../src/check/rules/sums.fixtures.ts';
import { plainText } from '../../../src/story/runs.ts';
import type { Story } from '../../../src/story/schema.ts';
import { blockTexts } from '../../../src/story/walk.ts';

const groups: Fixture[][] = [
  captionNameFixtures,
  dateFixtures,
  fieldFixtures,
  linkFixtures,
  nameFixtures,
  numberFixtures,
  photoFixtures,
  placeholderFixtures,
  quoteFixtures,
  releaseFixtures,
  reviewFixtures,
  sourceFixtures,
  structureFixtures,
  sumFixtures,
];
const fixtures = groups.flat();

/** What a finding points at: the words there, or the name of the place. */
function shown(story: Story, { place }: Finding): string {
  switch (place.in) {
    case 'text': {
      const block = story.body.find(({ id }) => id === place.block);
      const text = block ? plainText(blockTexts(block)[place.text] ?? []) : '';
      return text.slice(place.from, place.to);
    }
    case 'field': {
      if (place.from === undefined || place.field === 'dateline' || place.field === 'kicker') return place.field;
      const text = story[place.field as 'headline' | 'standfirst'];
      return text.slice(place.from, place.to);
    }
    case 'photo':
      return place.field;
    case 'block':
    case 'story':
      return place.in;
  }
}

const found = (rule: string, { story, options }: Case): Finding[] =>
  check(story, options).filter((finding) => finding.rule === rule);

for (const { rule, trips, misses } of fixtures) {
  describe(rule, () => {
    it.each(trips)('finds: $what', (trip) => {
      const findings = found(rule, trip);
      expect(findings.map((finding) => shown(trip.story, finding))).toEqual(trip.finds);
      // Each sentence is whole in both languages.
      for (const finding of findings) {
        for (const language of ['en', 'vi'] as const) {
          const words = checkWords(language);
          const placeholders = [...(words.said[finding.code] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
          expect(Object.keys(finding.about ?? {})).toEqual(expect.arrayContaining(placeholders));
          expect(checkSentence(finding, words)).not.toBe(finding.code);
        }
      }
    });
    it.each(misses)('leaves alone: $what', (miss) => {
      expect(found(rule, miss).map((finding) => shown(miss.story, finding))).toEqual([]);
    });
  });
}

it('has fixtures for every rule, and both kinds', () => {
  expect(fixtures.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort());
  for (const { trips, misses } of fixtures) {
    expect(trips.length).toBeGreaterThan(0);
    expect(misses.length).toBeGreaterThan(0);
  }
});

it('tries every code of every rule', () => {
  const tried = new Set(
    fixtures.flatMap(({ rule, trips }) => trips.flatMap((trip) => found(rule, trip).map(({ code }) => code))),
  );
  const declared = rules.flatMap(({ codes }) => codes);
  expect([...tried].sort()).toEqual([...declared].sort());
  for (const language of ['en', 'vi'] as const) {
    expect(Object.keys(checkWords(language).said).sort()).toEqual([...declared].sort());
    expect(Object.keys(checkWords(language).rules).sort()).toEqual(rules.map(({ id }) => id).sort());
  }
});

it('lists every file of rules', () => {
  const files = readdirSync(new URL('../../../src/check/rules/', import.meta.url));
  const groupsOnDisk = files.filter((name) => name.endsWith('.fixtures.ts'));
  expect(groupsOnDisk).toHaveLength(groups.length);
  expect(files.filter((name) => !name.includes('.fixtures.') && name !== 'index.ts')).toEqual(
    groupsOnDisk.map((name) => name.replace('.fixtures', '')),
  );
});
