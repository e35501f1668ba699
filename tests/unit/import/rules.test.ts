import { describe, expect, it } from 'vitest';
import { lineRules, saidBy } from '../../../src/import/recognise/rules/index.ts';

const rules = lineRules('vi');

describe('the tables of rules', () => {
  it('name each rule once, and surely enough to be of use', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { confidence } of rules) expect(confidence > 0.5 && confidence <= 1).toBe(true);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    expect(saidBy(rule, rule.takes)).not.toBeNull();
    expect(saidBy(rule, rule.leaves)).toBeNull();
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    '%s is the first to take its own line',
    (name, { takes, where }) => {
      const language = name.startsWith('en') ? 'en' : 'vi';
      const first = lineRules(language).find((rule) => rule.where === where && saidBy(rule, takes) !== null);
      expect(first?.name).toBe(name);
    },
  );

  it.each(rules.map(({ name, pattern }) => [name, pattern] as const))(
    '%s takes no time over a long line',
    (_, pattern) => {
      const hostile = [
        'Theo A '.repeat(40),
        'By A, '.repeat(45),
        '('.repeat(240),
        'Bài, ảnh, '.repeat(24),
        'A '.repeat(120),
      ];
      for (const text of hostile) expect(typeof pattern.test(text.slice(0, 240))).toBe('boolean');
    },
  );
});
