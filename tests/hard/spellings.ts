import fc from 'fast-check';

/** Spellings of a step upward, of what stands between steps, and of a name, that some decoder has taken for the plain one. */
const UP = [
  '..',
  '%2e%2e',
  '.%2E',
  '%252e%252e',
  '..%00',
  '..\0',
  '..;',
  '...',
  '%c0%ae%c0%ae',
  '．．',
  '․․',
  '‥',
  '. .',
  '..%09',
  '.\t.',
  '~',
  '%7e',
  '.',
  '',
];
const SLASH = [
  '/',
  '\\',
  '%2f',
  '%5C',
  '%252f',
  '%255c',
  '//',
  '\\\\',
  '%c0%af',
  '∕',
  '⁄',
  '／',
  '＼',
  '/./',
  '/%2e/',
  ';/',
  ':',
  '\0',
];
const ROOT = [
  '',
  '/',
  '\\',
  'C:\\',
  'c:/',
  '\\\\server\\share\\',
  '//server/share/',
  '\\\\?\\C:\\',
  '\\\\.\\PhysicalDrive0\\',
  'file:///',
  'file://localhost/',
  'app://window/',
  'app://media/',
  'APP://WINDOW/',
  'app:\\\\window\\',
  '/proc/self/root/',
  '/dev/fd/3/',
  'stories/',
  'media/aa/',
  'logs/',
];
const WANTED = [
  'etc/passwd',
  'ETC/PASSWD',
  'beside/canary.txt',
  'BESIDE/CANARY.TXT',
  'secrets.json',
  'copydesk.db',
  'con',
  'nul.txt',
  'aux',
  'x::$DATA',
  'x. ',
  '.ssh/id_rsa',
  '\u202etxt.exe',
  'ｅtc/passwd',
  '',
];

/** An address or a path that leads elsewhere, however it is spelt. The same ones for the same seed. */
export function spellings(count: number, seed = 20_261_124): string[] {
  const one = fc
    .tuple(
      fc.constantFrom(...ROOT),
      fc.array(fc.tuple(fc.constantFrom(...UP), fc.constantFrom(...SLASH)), { maxLength: 6 }),
      fc.constantFrom(...WANTED),
      fc.constantFrom('', '', '%00', '\0', '%20', '.', '/', '::$DATA', '?x', '#x', '%', '%zz', '\ud800', '\r\n'),
    )
    .map(([root, steps, wanted, end]) => root + steps.flat().join('') + wanted + end);
  const found = new Set<string>();
  for (let round = 0; found.size < count; round++)
    for (const spelt of fc.sample(one, { numRuns: count, seed: seed + round }))
      if (found.size < count) found.add(spelt);
  return [...found];
}
