/**
 * Plain data of a story or of settings with every text in Unicode NFC, in which all is stored; the value itself where all
 * of it was. The block of a newer Copydesk stays as it came. Half surrogates stay too: nothing typed is taken away.
 */
export function composed<T>(value: T): T {
  return compose(value) as T;
}

function compose(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) {
    const parts = value.map(compose);
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }
  if (typeof value !== 'object' || value === null || ('type' in value && value.type === 'unknown')) return value;
  let changed: Record<string, unknown> | null = null;
  for (const [key, part] of Object.entries(value)) {
    const made = compose(part);
    if (made === part) continue;
    changed ??= { ...value };
    changed[key] = made;
  }
  return changed ?? value;
}
