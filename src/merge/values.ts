import { canonicalJson } from '../base/json.ts';
import type { OnClash } from './flag.ts';

export const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

/** A value in a word or two, for a flag. */
const shown = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : canonicalJson(value);

/** Three values as one: what one side alone changed counts; where both did, `clash` decides. */
function mergeValue<T>(base: T, first: T, second: T, clash: () => T): T {
  if (same(first, second) || same(base, second)) return first;
  return same(base, first) ? second : clash();
}

/** The members that nobody took out, in the first side's order, each new one of the second behind the one it followed. */
export function mergeSet<T>(base: readonly T[], first: readonly T[], second: readonly T[]): T[] {
  const has = (all: readonly T[], one: T): boolean => all.some((other) => same(one, other));
  // Only the second changed the order.
  const order = same(base, first) ? second : first;
  const other = order === first ? second : first;
  const merged = order.filter((one) => has(other, one) || !has(base, one));
  other.forEach((one, index) => {
    if (has(base, one) || has(merged, one)) return;
    const before = other.slice(0, index).findLast((earlier) => has(merged, earlier));
    merged.splice(before === undefined ? merged.length : merged.findIndex((at) => same(at, before)) + 1, 0, one);
  });
  return merged;
}

type Record_ = Record<string, unknown>;

/** What one property of an object becomes; undefined leaves it to the plain rule. */
export type OwnRule = (name: string, base: unknown, first: unknown, second: unknown) => { is: unknown } | undefined;

/** Three objects as one, property by property. Where both sides set one to something else the first's stands, and is a clash. */
export function mergeProperties<T extends object>(
  [base, first, second]: readonly [T, T, T],
  about: { block: string | null; onClash: OnClash; part?: (name: string) => string },
  own: OwnRule = () => undefined,
): T {
  const [b, f, s] = [base as Record_, first as Record_, second as Record_];
  const merged: Record_ = {};
  for (const name of new Set([...Object.keys(f), ...Object.keys(s)])) {
    const ruled = same(f[name], s[name]) ? undefined : own(name, b[name], f[name], s[name]);
    const value = ruled
      ? ruled.is
      : mergeValue(b[name], f[name], s[name], () => {
          about.onClash({
            kind: 'both-set',
            block: about.block,
            part: about.part?.(name) ?? name,
            values: [shown(f[name]), shown(s[name])],
            kept: 0,
          });
          return f[name];
        });
    if (value !== undefined) merged[name] = value;
  }
  return merged as T;
}
