import type { Finding, Level } from './finding.ts';

/** The findings without those that someone chose to ignore, by their keys; errors are told all the same. */
export function heed(findings: readonly Finding[], ignored: readonly string[]): Finding[] {
  const keys = new Set(ignored);
  return findings.filter(({ level, key }) => level === 'error' || !keys.has(key));
}

/** How many findings of each level there are. */
export function countLevels(findings: readonly Pick<Finding, 'level'>[]): Record<Level, number> {
  const counts: Record<Level, number> = { error: 0, warning: 0, note: 0 };
  for (const { level } of findings) counts[level]++;
  return counts;
}
