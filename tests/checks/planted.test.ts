import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, inspect, type Finding } from './engines.ts';
import { buildHouse, removeHouse, SOUND, type Files } from './house.ts';
import { VIOLATIONS } from './violations/index.ts';

// Each engine gets a house of its own, so that one's violations are not another's noise.
describe.each(ENGINES)('$name', ({ name }) => {
  const violations = VIOLATIONS[name];
  const planted = violations.reduce<Files>((files, violation) => ({ ...files, ...violation.files }), {});
  let house: string;
  let findings: Finding[] = [];

  beforeAll(async () => {
    house = buildHouse(planted);
    findings = await inspect(name, house);
  }, 120_000);

  afterAll(() => removeHouse(house));

  it('has nothing to say about what is sound', () => {
    const sound = Object.keys(SOUND).filter((file) => !(file in planted));
    expect(sound.length).toBeGreaterThan(10);
    expect(findings.filter(({ file }) => sound.includes(file))).toEqual([]);
  });

  it.each(violations)('catches: $does', ({ rule, files, file = Object.keys(files)[0] }) => {
    const caught = findings.filter((finding) => finding.file === file);
    expect(caught.map((finding) => finding.rule)).toContain(rule);
  });
});

it('plants a violation of every layer', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.config/dependency-cruiser.cjs') as {
    forbidden: { name: string }[];
  };
  const planted = new Set(VIOLATIONS.depcruise.map(({ rule }) => rule));
  expect(forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
});
