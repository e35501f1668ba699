import { sha256Hex } from '../../../src/base/bytes.ts';
import { createStory } from '../../../src/story/create.ts';
import { tidyRuns } from '../../../src/story/runs.ts';
import {
  MARKS,
  ROLES,
  type Block,
  type BlockOf,
  type ListItem,
  type Photo,
  type Run,
  type Story,
} from '../../../src/story/schema.ts';
import type { Chance } from './random.ts';

/** What reporters write, and what else comes along when they paste. */
const WORDS = [
  ...'Sáng nay nước lũ dâng cao tại xã Đông Hải khiến hơn 3.400 hộ dân phải sơ tán trong đêm'.split(' '),
  ...'The council voted 14 to 3 on Tuesday and nobody at Quay Street was told until midnight'.split(' '),
  ...[
    '“Chúng',
    'tôi”',
    '–',
    '(STV)',
    'R&D',
    'AT&T;',
    '50%',
    '#1',
    'a*b*c',
    '_x_',
    '5',
    '<',
    '6',
    'C:\\temp',
    '`ls`',
    '~~',
  ],
  ...[
    'https://example.vn/du-an?a=1&b=2',
    'www.example.org',
    'bao@example.vn',
    '[1]',
    '1.',
    '2)',
    '+84',
    '---',
    '==',
    '|',
    '$5',
  ],
  ...['خبر', 'עברית', '漢字', '👩‍👩‍👧', 'e\u0323\u0302', 'Ⅷ', 'ﬁ', '\u00a0', '\u200b', '\u2060'],
];
const HOSTILE = [
  '</script>',
  ']]>',
  '<!--',
  '-->',
  '"',
  "'",
  '&lt;',
  '\u0000',
  '\u001b[31m',
  '\ud800',
  '\udc00x',
  '\u202e',
  '\u2066',
  '\ufffe',
  '\u2028',
  '\t',
  '\r',
  '\n',
  '&#0;',
  '<![CDATA[',
  '{{7*7}}',
];

/** How wild a generated story is: `tame` text is what the editor itself would store, `hostile` is whatever a file may hold. */
export interface Taste {
  hostile: boolean;
}

const PICTURES = [
  ['image/png', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='],
  ['image/gif', 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'],
  ['image/png', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQAY3Y2wAAAAAElFTkSuQmCC'],
] as const;
const originals = await Promise.all(
  PICTURES.map(async ([type, data], index) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    return {
      id: await sha256Hex(bytes),
      bytes,
      file: { type, name: `IMG_${index}.bin`, width: 1600 >> index, height: 900, bytes: bytes.length },
    };
  }),
);

interface Pen extends Chance {
  taste: Taste;
  nextId: () => string;
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const likely = (pen: Chance, outOf: number): boolean => pen.int(outOf) > 0;

function text(pen: Pen, longest: number): string {
  const words = times(pen.int(longest + 1), () =>
    pen.taste.hostile && pen.int(6) === 0 ? pen.pick(HOSTILE) : pen.pick(WORDS),
  );
  return words.join(' ');
}

const HREFS = [
  'https://example.vn/du-an',
  'http://example.org/?a=1&b="2"',
  'mailto:bao@example.vn',
  'https://example.org/a(b)*c*',
];

function runs(pen: Pen, longest = 20): Run[] {
  const parts = times(pen.int(4), (): Run => {
    const run: Run = { text: text(pen, longest) + (likely(pen, 3) ? ' ' : '') };
    const drawn = MARKS.filter(() => pen.int(9) === 0);
    // What is both below and above the line is one of them when it comes back from anywhere.
    const marks = drawn.filter((mark) => pen.taste.hostile || mark !== 'sup' || !drawn.includes('sub'));
    if (marks.length > 0) run.marks = marks;
    if (pen.int(6) === 0)
      run.href = pen.taste.hostile && pen.int(2) === 0 ? `javascript:${text(pen, 2)}` : pen.pick(HREFS);
    if (pen.int(12) === 0) run.text += '\n';
    return run;
  });
  return tidyRuns(parts);
}

function items(pen: Pen, depth: number): ListItem[] {
  return times(pen.int(3) + 1, () => {
    const item: ListItem = { id: pen.nextId(), text: runs(pen, 8) };
    if (depth > 0 && pen.int(3) === 0) item.sub = { ordered: pen.int(2) === 0, items: items(pen, depth - 1) };
    return item;
  });
}
const list = (pen: Pen): BlockOf<'list'> => ({
  type: 'list',
  id: pen.nextId(),
  ordered: pen.int(2) === 0,
  items: items(pen, 3),
});
const paragraph = (pen: Pen): BlockOf<'paragraph'> => ({ type: 'paragraph', id: pen.nextId(), text: runs(pen) });

function photo(pen: Pen): Photo {
  const said: Photo = {
    id: pen.nextId(),
    media: likely(pen, 5) ? pen.pick(originals).id : null,
    alt: text(pen, 6),
    caption: runs(pen, 10),
    credit: text(pen, 3),
    source: text(pen, 2),
    rights: text(pen, 3),
  };
  if (pen.int(4) === 0) said.creator = text(pen, 3);
  if (pen.int(6) === 0) said.takenAt = '2025-06-12T10:30:00+07:00';
  if (pen.int(9) === 0) said.decorative = true;
  return said;
}

function table(pen: Pen): Block {
  const width = pen.int(4) + 1;
  const row = (isHead: boolean): { cells: BlockOf<'table'>['rows'][number]['cells'] } => ({
    cells: times(width, () => (isHead ? { text: runs(pen, 4), header: true } : { text: runs(pen, 4) })),
  });
  const head = pen.int(2) === 0 ? [row(true)] : [];
  const rows = [...head, ...times(pen.int(3) + 1, () => row(false))];
  const [first] = rows.at(-1)?.cells ?? [];
  // One cell over the whole last row is the span that newsrooms use.
  if (first && width > 1 && rows.length > 1 && pen.int(3) === 0)
    rows[rows.length - 1] = { cells: [{ ...first, colspan: width }] };
  return { type: 'table', id: pen.nextId(), rows };
}

const BLOCKS: ((pen: Pen) => Block)[] = [
  paragraph,
  paragraph,
  paragraph,
  list,
  (pen) => ({ type: 'heading', id: pen.nextId(), level: pen.pick([2, 3, 4] as const), text: runs(pen, 6) }),
  (pen) => ({
    type: pen.pick(['quote', 'pull-quote'] as const),
    id: pen.nextId(),
    text: runs(pen),
    attribution: runs(pen, 3),
  }),
  (pen) => ({ type: 'figure', id: pen.nextId(), photos: times(pen.int(2) + 1, () => photo(pen)) }),
  (pen) => ({
    type: 'fact-box',
    id: pen.nextId(),
    title: runs(pen, 4),
    blocks: times(pen.int(3) + 1, () => (pen.int(2) === 0 ? list(pen) : paragraph(pen))),
  }),
  table,
  (pen) => ({ type: 'divider', id: pen.nextId() }),
  (pen) => ({
    type: 'embed',
    id: pen.nextId(),
    url: pen.taste.hostile ? text(pen, 2) : pen.pick(HREFS),
    title: text(pen, 5),
    description: text(pen, 8),
  }),
  (pen) => ({
    type: 'unknown',
    id: pen.nextId(),
    original: { type: 'poll', id: 'poll1', text: text(pen, 3) },
    fallback: text(pen, 6),
  }),
];

const instant = (pen: Pen): string =>
  `2025-${pen.pick(['01', '06', '12'])}-${pen.pick(['03', '28'])}T${pen.pick(['00:00:00', '10:30:05.250'])}${pen.pick(['+07:00', 'Z', '-03:30'])}`;
const maybe = <T>(pen: Pen, value: () => T): T | null => (pen.int(2) === 0 ? value() : null);

/**
 * A story of chance, with every kind of block, mark and field, and the pictures it names. The same chance gives the same
 * story. It is one that `readStory` accepts.
 */
export function generateStory(
  by: Chance,
  taste: Taste = { hostile: true },
): { story: Story; media: (id: string) => Uint8Array | undefined } {
  let ids = 0;
  const pen: Pen = { ...by, taste, nextId: () => `g${String(++ids).padStart(6, '0')}` };
  const story = createStory({
    id: `generated${String(pen.int(1e9)).padStart(10, '0')}`,
    language: pen.pick(taste.hostile ? ['vi', 'en', 'en-GB', 'ar', 'tlh', 'en"><b>'] : ['vi', 'en', 'en-GB', 'ar']),
    slug: pen.int(3) === 0 ? text(pen, 3) : '',
    kicker: text(pen, 4),
    headline: text(pen, 14),
    standfirst: text(pen, 30),
    dateline: { text: text(pen, 5), place: text(pen, 2), source: text(pen, 1), date: maybe(pen, () => instant(pen)) },
    byline: {
      text: text(pen, 6),
      people: times(pen.int(3), () => ({
        name: pen.pick(['Lê Hà', 'Ann Roe', `Trần ${text(pen, 2)}`]),
        roles: ROLES.filter(() => pen.int(4) === 0),
      })),
    },
    sourceCredit: text(pen, 6),
    section: text(pen, 2),
    keywords: times(pen.int(4), () => text(pen, 2)),
    urgency: maybe(pen, () => pen.int(9) + 1),
    embargo: maybe(pen, () => instant(pen)),
    schedule: maybe(pen, () => instant(pen)),
    editorNote: 'INTERNAL-NOTE',
    review: { state: pen.pick(['draft', 'in-review', 'changes-asked', 'approved'] as const) },
    createdAt: instant(pen),
    updatedAt: instant(pen),
    media: Object.fromEntries(originals.map(({ id, file }) => [id, file])),
    body: times(pen.int(12), () => pen.pick(BLOCKS)(pen)),
  });
  return { story, media: (wanted) => originals.find(({ id }) => id === wanted)?.bytes };
}
