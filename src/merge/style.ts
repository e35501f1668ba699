import { canonicalJson } from '../base/json.ts';
import { MARKS, type Mark } from '../story/schema.ts';
import type { OnClash } from './flag.ts';
import type { Style } from './stream.ts';
import { mergeProperties, mergeSet, same } from './values.ts';

export type StyleOf = Style['of'] & Record<string, unknown>;

const styled = (of: StyleOf): Style => ({ key: canonicalJson(of), of });

/** How a character looks after both sides had it: each mark that one set or took off, the link that one changed. */
export function mergeStyle(base: Style, first: Style, second: Style, onClash: OnClash): Style {
  if (first.key === second.key || base.key === second.key) return first;
  if (base.key === first.key) return second;
  const merged = mergeProperties(
    [base.of as StyleOf, first.of as StyleOf, second.of as StyleOf],
    { block: null, onClash, part: (name) => name },
    (_, b, f, s) => {
      // Marks, and whatever else is a set of names.
      const lists = [b ?? [], f ?? [], s ?? []];
      if (!lists.every(Array.isArray)) return undefined;
      const set = mergeSet(...(lists as [unknown[], unknown[], unknown[]]));
      return { is: set.length > 0 ? set : undefined };
    },
  );
  return styled(tidy(merged));
}

function tidy(of: StyleOf): StyleOf {
  const { marks, ...rest } = of;
  const kept = MARKS.filter((mark) => marks?.includes(mark));
  return kept.length > 0 ? { ...rest, marks: kept } : rest;
}

/**
 * A character that one side typed between two others looks as the other side made those two look: words typed into what
 * became a link are of the link.
 *
 * @param typed how it was typed; @param beside the base's styles of its neighbours; @param made the other side's of them
 */
export function inheritStyle(typed: Style, beside: readonly [Style, Style], made: readonly [Style, Style]): Style {
  if (beside[0].key === made[0].key || beside[1].key === made[1].key) return typed;
  const [old, now, next] = [beside[0].of as StyleOf, made[0].of as StyleOf, made[1].of as StyleOf];
  const of: StyleOf = { ...(typed.of as StyleOf) };
  for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (name === 'marks') continue;
    if (same(old[name], now[name]) || !same(now[name], next[name])) continue;
    if (now[name] === undefined) delete of[name];
    else of[name] = now[name];
  }
  const has = (style: StyleOf, mark: Mark): boolean => style.marks?.includes(mark) ?? false;
  const marks = MARKS.filter((mark) => {
    const [was, is, isToo] = [has(old, mark), has(now, mark), has(next, mark)];
    return was !== is && is === isToo ? is : has(of, mark);
  });
  return styled(tidy({ ...of, marks }));
}
