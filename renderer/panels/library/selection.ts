/** Which rows are chosen, by their stories' ids, and where the choosing began. */
export interface Selection {
  ids: ReadonlySet<string>;
  anchor: string | null;
}

export const noSelection: Selection = { ids: new Set(), anchor: null };

export const only = (id: string): Selection => ({ ids: new Set([id]), anchor: id });

/** One more, or one fewer. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** From where the choosing began to this row, as the list stands. */
export function stretched({ anchor, ids }: Selection, order: readonly string[], to: string): Selection {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const end = order.indexOf(to);
  if (end < 0) return { anchor, ids };
  const start = from < 0 ? end : from;
  return { anchor: order[start] ?? to, ids: new Set(order.slice(Math.min(start, end), Math.max(start, end) + 1)) };
}

/** Those of the chosen that are in the list still. */
export function still({ anchor, ids }: Selection, order: readonly string[]): Selection {
  // Mostly nothing is chosen, and the list may be long.
  if (ids.size === 0) return noSelection;
  return { anchor, ids: new Set(order.filter((id) => ids.has(id))) };
}
