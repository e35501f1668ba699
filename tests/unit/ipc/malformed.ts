/** Pseudo-random numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SCALARS: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  -0,
  2 ** 53,
  10n,
  '',
  ' ',
  '\0',
  '../../etc/passwd',
  'A'.repeat(5_000),
  '\ud800',
  'ệ',
  '__proto__',
  Symbol('x'),
  new Date(0),
  new Date(NaN),
  /x/,
  new Error('x'),
  new Uint8Array(8),
  new ArrayBuffer(8),
  new Map([['id', 'x']]),
  new Set([1]),
];
// Without `address` and `language`: their calls ask for nothing else, and any text there would be well made.
const KEYS = [
  'id',
  'seq',
  'change',
  'blocks',
  'order',
  'fields',
  'media',
  'name',
  'bytes',
  'as',
  '__proto__',
  'constructor',
  'length',
  'then',
  'ok',
];

/**
 * Messages that no correct window sends: names that are no calls with any input, and calls with input of a wrong shape.
 * The calls that take nothing get something, the others never what they ask for.
 */
export function* malformedMessages(names: string[], count: number): Generator<{ name: unknown; input: unknown }> {
  const random = seeded(20_250_612);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

  function shape(depth: number): unknown {
    const kind = random();
    if (depth === 0 || kind < 0.4) return pick(SCALARS);
    if (kind < 0.6) return Array.from({ length: Math.floor(random() * 4) }, () => shape(depth - 1));
    const object: Record<string, unknown> = {};
    for (let n = Math.floor(random() * 5); n > 0; n--) {
      Object.defineProperty(object, pick(KEYS), {
        value: shape(depth - 1),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return object;
  }

  function spoil(name: string): unknown {
    const at = Math.floor(random() * (name.length + 1));
    return pick([
      name.slice(0, at) + pick(['\0', ' ', '.', '/', 'x', '\u0301']) + name.slice(at),
      name.toUpperCase(),
      [name],
      { name },
      new String(name),
      ...SCALARS,
    ]);
  }

  for (let n = 0; n < count; n++) {
    const name = pick(names);
    const input = shape(4);
    // All settings are optional, so an object that names none of them is well made.
    if (random() < 0.4) yield { name: spoil(name), input };
    else yield { name, input: name === 'app.settings' ? { theme: input ?? 0, lastStory: 7 } : input };
  }
}
