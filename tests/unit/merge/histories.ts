import { newBlockId } from '../../../src/base/ids.ts';
import { tidyRuns } from '../../../src/story/runs.ts';
import type { Thread } from '../../../src/story/review.ts';
import type { Block, BlockOf, ListItem, Mark, Run, Story } from '../../../src/story/schema.ts';
import type { Chance } from '../story/random.ts';

/** Characters that are each there once, so that every one that is lost or doubled is seen; Chinese ones, each a word. */
export class Characters {
  #next = 0x4e00;
  take(count: number): string {
    let text = '';
    while (count-- > 0) text += String.fromCodePoint(this.#next++);
    if (this.#next > 0x9fff) throw new Error('no characters left');
    return text;
  }
}

const cut = (runs: readonly Run[], from: number, to: number): Run[] => {
  let at = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(from - at, 0), Math.max(to - at, 0));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
};
const sizeOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);
const plain = (text: string): Run[] => [{ text }];

/** A place in a story where there is rich text. */
interface Text {
  get: () => Run[];
  set: (runs: Run[]) => void;
}

const text = <K extends string>(of: Record<K, Run[]>, key: K): Text => ({
  get: () => of[key],
  set: (runs) => (of[key] = tidyRuns(runs)),
});

function itemsOf(items: ListItem[]): ListItem[] {
  return items.flatMap((item) => [item, ...(item.sub ? itemsOf(item.sub.items) : [])]);
}

function textsOf(block: Block): Text[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [text(block, 'text')];
    case 'quote':
    case 'pull-quote':
      return [text(block, 'text'), text(block, 'attribution')];
    case 'list':
      return itemsOf(block.items).map((item) => text(item, 'text'));
    case 'figure':
      return block.photos.map((photo) => text(photo, 'caption'));
    case 'fact-box':
      return [text(block, 'title'), ...block.blocks.flatMap(textsOf)];
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.map((cell) => text(cell, 'text')));
    default:
      return [];
  }
}

/** Every character of a story that someone wrote, fields and photos' fields included. */
export function charactersOf(story: Story): string {
  const photos = story.body.flatMap((block) => (block.type === 'figure' ? block.photos : []));
  return [
    story.headline,
    story.standfirst,
    story.kicker,
    story.byline.text,
    ...story.byline.people.map(({ name }) => name).filter((name) => !story.byline.text.includes(name)),
    ...story.keywords,
    ...photos.flatMap(({ credit, alt }) => [credit, alt]),
    ...story.body.flatMap(textsOf).flatMap((one) => one.get().map((run) => run.text)),
  ].join('');
}

type Operation = (story: Story, c: Chance, take: (count: number) => string) => void;

const paragraph = (words: string): Block => ({ type: 'paragraph', id: newBlockId(), text: plain(words) });
const item = (words: string): ListItem => ({ id: newBlockId(), text: plain(words) });
const photo = (words: string): BlockOf<'figure'>['photos'][number] => ({
  id: newBlockId(),
  media: null,
  alt: '',
  caption: plain(words),
  credit: '',
  source: '',
  rights: '',
});

const all = <T extends Block['type']>(story: Story, type: T): BlockOf<T>[] =>
  story.body.filter((block): block is BlockOf<T> => block.type === type);
const anyText = (story: Story, c: Chance): Text => c.pick(story.body.flatMap(textsOf));
const paragraphs = (story: Story): BlockOf<'paragraph'>[] => all(story, 'paragraph');
const insertAt = (story: Story, c: Chance, block: Block): void =>
  void story.body.splice(c.int(story.body.length + 1), 0, block);

/** Paragraph and the one behind it, where both are paragraphs. */
function neighbours(story: Story, c: Chance): number | null {
  const places = [...story.body.keys()].filter(
    (at) => story.body[at]?.type === 'paragraph' && story.body[at + 1]?.type === 'paragraph',
  );
  return places.length > 0 ? c.pick(places) : null;
}

const operations: Record<string, Operation> = {
  type: (story, c, take) => {
    const one = anyText(story, c);
    const at = c.int(sizeOf(one.get()) + 1);
    const words = take(1 + c.int(8));
    one.set([...cut(one.get(), 0, at), ...plain(words), ...cut(one.get(), at, Infinity)]);
  },
  delete: (story, c) => {
    const one = anyText(story, c);
    const at = c.int(sizeOf(one.get()) + 1);
    one.set([...cut(one.get(), 0, at), ...cut(one.get(), at + 1 + c.int(8), Infinity)]);
  },
  format: (story, c) => {
    const one = anyText(story, c);
    const at = c.int(sizeOf(one.get()) + 1);
    const to = at + 1 + c.int(12);
    const mark = c.pick<Mark>(['strong', 'emphasis']);
    const toggled = cut(one.get(), at, to).map(({ marks = [], ...run }) => ({
      ...run,
      marks: marks.includes(mark) ? marks.filter((other) => other !== mark) : [...marks, mark],
    }));
    one.set([...cut(one.get(), 0, at), ...toggled, ...cut(one.get(), to, Infinity)]);
  },
  split: (story, c) => {
    if (paragraphs(story).length === 0) return;
    const block = c.pick(paragraphs(story));
    const at = c.int(sizeOf(block.text) + 1);
    const rest: Block = { type: 'paragraph', id: newBlockId(), text: cut(block.text, at, Infinity) };
    block.text = cut(block.text, 0, at);
    story.body.splice(story.body.indexOf(block) + 1, 0, rest);
  },
  join: (story, c) => {
    const at = neighbours(story, c);
    const [a, b] = [story.body[at ?? -1], story.body[(at ?? -2) + 1]];
    if (a?.type !== 'paragraph' || b?.type !== 'paragraph') return;
    a.text = tidyRuns([...a.text, ...b.text]);
    story.body.splice(story.body.indexOf(b), 1);
  },
  'delete across': (story, c) => {
    const at = neighbours(story, c);
    const [a, b] = [story.body[at ?? -1], story.body[(at ?? -2) + 1]];
    if (a?.type !== 'paragraph' || b?.type !== 'paragraph') return;
    a.text = tidyRuns([
      ...cut(a.text, 0, c.int(sizeOf(a.text) + 1)),
      ...cut(b.text, c.int(sizeOf(b.text) + 1), Infinity),
    ]);
    story.body.splice(story.body.indexOf(b), 1);
  },
  'new paragraph': (story, c, take) => insertAt(story, c, paragraph(take(6 + c.int(10)))),
  'new photo': (story, c, take) => insertAt(story, c, { type: 'figure', id: newBlockId(), photos: [photo(take(6))] }),
  'delete block': (story, c) => {
    if (story.body.length > 4) story.body.splice(c.int(story.body.length), 1);
  },
  move: (story, c) => {
    const [block] = story.body.splice(c.int(story.body.length), 1);
    if (block) insertAt(story, c, block);
  },
  heading: (story, c) => {
    const flowing = story.body.filter(({ type }) => type === 'paragraph' || type === 'heading');
    if (flowing.length === 0) return;
    const block = c.pick(flowing);
    const at = story.body.indexOf(block);
    if (block.type === 'paragraph') story.body[at] = { ...block, type: 'heading', level: c.pick([2, 3, 4] as const) };
    else if (block.type === 'heading') story.body[at] = { type: 'paragraph', id: block.id, text: block.text };
  },
  quote: (story, c) => {
    if (paragraphs(story).length === 0) return;
    const block = c.pick(paragraphs(story));
    story.body[story.body.indexOf(block)] = { ...block, type: 'quote', attribution: [] };
  },
  list: (story, c) => {
    if (paragraphs(story).length === 0) return;
    const block = c.pick(paragraphs(story));
    story.body[story.body.indexOf(block)] = {
      type: 'list',
      id: newBlockId(),
      ordered: c.int(2) === 0,
      items: [{ id: block.id, text: block.text }],
    };
  },
  'new item': (story, c, take) => {
    const lists = all(story, 'list');
    if (lists.length === 0) return;
    const one = c.pick(itemsOf(c.pick(lists).items));
    if (c.int(3) === 0) one.sub = { ordered: false, items: [...(one.sub?.items ?? []), item(take(5))] };
    else c.pick(lists).items.push(item(take(5)));
  },
  'split item': (story, c) => {
    const lists = all(story, 'list');
    if (lists.length === 0) return;
    const { items } = c.pick(lists);
    const one = c.pick(items);
    const at = c.int(sizeOf(one.text) + 1);
    const { sub, ...rest } = one;
    items.splice(
      items.indexOf(one),
      1,
      { ...rest, text: cut(one.text, 0, at) },
      {
        id: newBlockId(),
        text: cut(one.text, at, Infinity),
        ...(sub && { sub }),
      },
    );
  },
  'delete item': (story, c) => {
    const long = all(story, 'list').filter(({ items }) => items.length > 1);
    if (long.length === 0) return;
    const { items } = c.pick(long);
    items.splice(c.int(items.length), 1);
  },
  'move item': (story, c) => {
    const long = all(story, 'list').filter(({ items }) => items.length > 1);
    if (long.length === 0) return;
    const { items } = c.pick(long);
    const [one] = items.splice(c.int(items.length), 1);
    if (one) items.splice(c.int(items.length + 1), 0, one);
  },
  indent: (story, c) => {
    const long = all(story, 'list').filter(({ items }) => items.length > 1);
    if (long.length === 0) return;
    const { items } = c.pick(long);
    const at = 1 + c.int(items.length - 1);
    const above = items[at - 1];
    const [one] = items.splice(at, 1);
    if (one && above) above.sub = { ordered: above.sub?.ordered ?? false, items: [...(above.sub?.items ?? []), one] };
  },
  'new row': (story, c, take) => {
    const tables = all(story, 'table');
    if (tables.length === 0) return;
    const { rows } = c.pick(tables);
    rows.splice(c.int(rows.length + 1), 0, { cells: (rows[0]?.cells ?? []).map(() => ({ text: plain(take(2)) })) });
  },
  'delete row': (story, c) => {
    const tables = all(story, 'table').filter(({ rows }) => rows.length > 1);
    if (tables.length === 0) return;
    const { rows } = c.pick(tables);
    rows.splice(c.int(rows.length), 1);
  },
  'new column': (story, c, take) => {
    const tables = all(story, 'table');
    if (tables.length === 0) return;
    const { rows } = c.pick(tables);
    const at = c.int((rows[0]?.cells.length ?? 0) + 1);
    for (const { cells } of rows) cells.splice(at, 0, { text: plain(take(2)) });
  },
  'delete column': (story, c) => {
    const tables = all(story, 'table').filter(({ rows }) => (rows[0]?.cells.length ?? 0) > 1);
    if (tables.length === 0) return;
    const { rows } = c.pick(tables);
    const at = c.int(rows[0]?.cells.length ?? 0);
    for (const { cells } of rows) cells.splice(at, 1);
  },
  'new gallery photo': (story, c, take) => {
    const figures = all(story, 'figure');
    if (figures.length === 0) return;
    const { photos } = c.pick(figures);
    photos.splice(c.int(photos.length + 1), 0, photo(take(5)));
  },
  'delete gallery photo': (story, c) => {
    const galleries = all(story, 'figure').filter(({ photos }) => photos.length > 1);
    if (galleries.length === 0) return;
    const { photos } = c.pick(galleries);
    photos.splice(c.int(photos.length), 1);
  },
  field: (story, c, take) => {
    const field = c.pick(['headline', 'standfirst', 'kicker'] as const);
    const at = c.int(story[field].length + 1);
    story[field] = story[field].slice(0, at) + take(1 + c.int(4)) + story[field].slice(at + c.int(3));
  },
  'photo field': (story, c, take) => {
    const figures = all(story, 'figure');
    if (figures.length === 0) return;
    const one = c.pick(c.pick(figures).photos);
    const field = c.pick(['credit', 'alt'] as const);
    const at = c.int(one[field].length + 1);
    one[field] = one[field].slice(0, at) + take(1 + c.int(4)) + one[field].slice(at + c.int(3));
  },
  byline: (story, _c, take) => {
    const name = take(3);
    story.byline.people.push({ name, roles: ['reporter'] });
    story.byline.text += ` - ${name}`;
  },
  keyword: (story, c, take) => {
    if (c.int(2) === 0) story.keywords.splice(c.int(story.keywords.length + 1), 0, take(3));
    else story.keywords.splice(c.int(story.keywords.length), 1);
  },
};

/** Begins a thread on some words of the story, as somebody does who selects them. Answers the words. */
export function comment(story: Story, c: Chance, thread: Thread): string {
  const written = story.body.flatMap((block) => textsOf(block).filter((one) => sizeOf(one.get()) > 0));
  const one = c.pick(written);
  const at = c.int(sizeOf(one.get()));
  const to = at + 1 + c.int(10);
  const words = cut(one.get(), at, to);
  const marked = words.map((run) => ({ ...run, comments: [...(run.comments ?? []), thread.id] }));
  one.set([...cut(one.get(), 0, at), ...marked, ...cut(one.get(), to, Infinity)]);
  (story.threads ??= []).push(thread);
  return words.map((run) => run.text).join('');
}

/** The characters of a body on which each thread of comments lies. */
export function commentedIn(body: readonly Block[]): Map<string, Set<string>> {
  const threads = new Map<string, Set<string>>();
  for (const run of body.flatMap(textsOf).flatMap((one) => one.get()))
    for (const id of run.comments ?? []) threads.set(id, new Set([...(threads.get(id) ?? []), ...run.text]));
  return threads;
}

/** What else is done in review. */
const inReview: Record<string, Operation> = {
  link: (story, c) => {
    const one = anyText(story, c);
    const at = c.int(sizeOf(one.get()) + 1);
    const to = at + 1 + c.int(12);
    const href = c.pick(['https://example.org/a', 'https://example.org/b', '']);
    const linked = cut(one.get(), at, to).map(({ href: _, ...run }) => ({ ...run, ...(href && { href }) }));
    one.set([...cut(one.get(), 0, at), ...linked, ...cut(one.get(), to, Infinity)]);
  },
  crop: (story, c) => {
    const figures = all(story, 'figure');
    if (figures.length === 0) return;
    const one = c.pick(c.pick(figures).photos);
    if (c.int(3) === 0) delete one.crop;
    else one.crop = { x: c.int(5) / 10, y: 0, width: 0.5, height: 1 };
  },
  'swap picture': (story, c) => {
    const figures = all(story, 'figure');
    if (figures.length > 0) c.pick(c.pick(figures).photos).media = c.pick(['one', 'other', null]);
  },
  'kind of list': (story, c) => {
    const lists = all(story, 'list');
    if (lists.length === 0) return;
    const one = c.pick(lists);
    one.ordered = !one.ordered;
  },
};

/** So many times as often as the others: what people do most. */
const MIX = [...Object.keys(operations), ...Array<string>(6).fill('type'), ...Array<string>(3).fill('delete')];

/** What is done in suggest mode: all that, and links, crops, swapped pictures and kinds of list. */
export const REVIEW_MIX = [...MIX, ...Object.keys(inReview), ...Object.keys(inReview)];

/** What someone made of a story in `count` steps, and which they were. */
export function edited(
  story: Story,
  count: number,
  c: Chance,
  characters: Characters,
  mix: readonly string[] = MIX,
): { story: Story; steps: string[] } {
  const copy = structuredClone(story);
  const steps: string[] = [];
  for (let step = 0; step < count; step++) {
    const name = c.pick(mix);
    (operations[name] ?? inReview[name])?.(copy, c, (length) => characters.take(length));
    steps.push(name);
  }
  return { story: copy, steps };
}

/** A story with every kind of block, each of its characters there once. */
export function seedStory(story: Story, c: Chance, characters: Characters): Story {
  const take = (count: number): string => characters.take(count);
  const list: Block = {
    type: 'list',
    id: newBlockId(),
    ordered: false,
    items: [
      item(take(10)),
      { ...item(take(10)), sub: { ordered: true, items: [item(take(8)), item(take(8))] } },
      item(take(9)),
    ],
  };
  const body: Block[] = [
    paragraph(take(30)),
    paragraph(take(25)),
    { type: 'heading', id: newBlockId(), level: 2, text: plain(take(10)) },
    paragraph(take(40)),
    { type: 'figure', id: newBlockId(), photos: [photo(take(12)), photo(take(10))] },
    list,
    { type: 'quote', id: newBlockId(), text: plain(take(20)), attribution: plain(take(5)) },
    paragraph(take(12 + c.int(20))),
    {
      type: 'table',
      id: newBlockId(),
      rows: Array.from({ length: 3 }, () => ({ cells: Array.from({ length: 3 }, () => ({ text: plain(take(3)) })) })),
    },
    {
      type: 'fact-box',
      id: newBlockId(),
      title: plain(take(6)),
      blocks: [
        paragraph(take(15)) as BlockOf<'paragraph'>,
        { ...structuredClone(list), id: newBlockId(), items: [item(take(6)), item(take(6))] },
      ],
    },
    { type: 'divider', id: newBlockId() },
    paragraph(take(18)),
  ];
  return { ...story, headline: take(9), standfirst: take(16), kicker: take(4), keywords: [take(2), take(2)], body };
}
