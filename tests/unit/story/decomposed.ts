/** The same data with every text taken apart into letters and their marks (NFD), as macOS names files. Names of members stay. */
export function decomposed<T>(value: T): T {
  const apart = (part: unknown): unknown => {
    if (typeof part === 'string') return part.normalize('NFD');
    if (Array.isArray(part)) return part.map(apart);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, apart(inner)]));
  };
  return apart(value) as T;
}
