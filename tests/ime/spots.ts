import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { plainText } from '../../src/story/runs.ts';
import type { Block, BlockOf, Run, StoryFields } from '../../src/story/schema.ts';
import { caretHeard, openStoryOf, savedStory } from '../desktop/newsroom.ts';
import { given, PLAIN_PLACES, RICH_PLACES, runsOf, wanted, type Place } from './places.ts';

/** One sentence to be typed in one place. */
export interface Task {
  sentence: string;
  place: Place;
}

/** What came of a task, in the saved story. */
export interface Landed extends Task {
  expected: string;
  actual: string;
}

/** Types the sentence where the caret stands. */
export type Type = (sentence: string) => Promise<void>;

/** Where one types: a field of the page, or a text of the body. The comment box and suggestion mode come here too. */
export interface Spot {
  name: string;
  places: readonly Place[];
  /** Types all tasks, and answers what the disk has of them. */
  run: (page: Page, title: string, tasks: readonly Task[], type: Type) => Promise<Landed[]>;
}

/** The saved text, once it is as expected, or as it stands after some seconds. */
async function landed(read: () => Promise<string>, expected: string): Promise<string> {
  let actual = '';
  await expect
    .poll(async () => (actual = await read()), { timeout: 5000 })
    .toBe(expected)
    .catch(() => undefined);
  return actual;
}

/** A text field of the page: one after another is typed into it. */
const field = (name: string, read: (fields: StoryFields) => string): Spot => ({
  name,
  places: PLAIN_PLACES,
  async run(page, title, tasks, type) {
    const id = await openStoryOf(page, title, []);
    const control = page.getByRole('textbox', { name, exact: true });
    const done: Landed[] = [];
    for (const task of tasks) {
      const { place, sentence } = task;
      await control.fill(given(place));
      await control.evaluate(
        (element: HTMLTextAreaElement, [start, end]) => element.setSelectionRange(start!, end!),
        [place.before.length, place.before.length + place.selected.length],
      );
      await type(sentence);
      const expected = wanted(place, sentence);
      done.push({ ...task, expected, actual: await landed(async () => read(await savedStory(page, id)), expected) });
    }
    return done;
  },
});

/** Texts of the body, each prepared in a block of its own. */
const blocks = (
  name: string,
  places: readonly Place[],
  prepare: (place: Place, index: number) => Block,
  goTo: (page: Page, index: number, place: Place) => Promise<void>,
  read: (block: Block) => readonly Run[],
): Spot => ({
  name,
  places,
  async run(page, title, tasks, type) {
    const id = await openStoryOf(
      page,
      title,
      tasks.map(({ place }, index) => prepare(place, index)),
    );
    for (const [index, { place, sentence }] of tasks.entries()) {
      await goTo(page, index, place);
      await type(sentence);
    }
    const done: Landed[] = [];
    for (const [index, task] of tasks.entries()) {
      const [start, , end] = task.place.as ? ['Trái ', '', ' phải.'] : ['', '', ''];
      const expected = `${start}${wanted(task.place, task.sentence)}${end}`;
      const runs = async (): Promise<readonly Run[]> => {
        const block = (await savedStory(page, id)).body[index];
        return block ? read(block) : [];
      };
      const actual = await landed(async () => plainText([...(await runs())]), expected);
      done.push({ ...task, expected, actual: marksOf(await runs(), task.place) + actual });
    }
    return done;
  },
});

/** Nothing where the typed text is marked as what stood there; else what is wrong about it, which no sentence begins with. */
function marksOf(runs: readonly Run[], { as }: Place): string {
  if (!as) return '';
  const [, marked, ...rest] = runs;
  const isSame = JSON.stringify(marked?.marks) === JSON.stringify(as.marks) && marked?.href === as.href;
  return isSame && rest.length === 1 ? '' : '(marks lost) ';
}

/** Selects from the place's caret on, in the element that the selector finds for this number. */
async function select(page: Page, selector: string, index: number, place: Place): Promise<void> {
  const start = (place.as ? 'Trái '.length : 0) + place.before.length;
  await page.evaluate(
    ([css, number, from, to]) => {
      const element = document.querySelectorAll<HTMLElement>(css)[number]!;
      document.querySelector<HTMLElement>('.editor-body')!.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'center' });
      const texts: Text[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      const at = (offset: number): [Node, number] => {
        let left = offset;
        for (const text of texts) {
          if (
            left <= text.length &&
            !(left === text.length && text !== texts.at(-1) && offset > 0 && text.data.endsWith(' '))
          )
            return [text, left];
          left -= text.length;
        }
        return [element, 0];
      };
      getSelection()!.setBaseAndExtent(...at(from), ...at(to));
    },
    [selector, index, start, start + place.selected.length] as const,
  );
  await caretHeard(page);
}

const photo = (index: number, caption: Run[], alt: string): BlockOf<'figure'> => ({
  type: 'figure',
  id: `figure${String(index).padStart(4, '0')}`,
  photos: [
    { id: `photo${String(index).padStart(4, '0')}`, media: null, alt, caption, credit: '', source: '', rights: '' },
  ],
});
const photoIn = (block: Block) => (block.type === 'figure' ? block.photos[0] : undefined);

export const SPOTS: readonly Spot[] = [
  field('Headline', ({ headline }) => headline),
  field('Standfirst', ({ standfirst }) => standfirst),
  field('Byline', ({ byline }) => byline.text),
  blocks(
    'Story body',
    RICH_PLACES,
    (place, index) => ({ type: 'paragraph', id: `para${String(index).padStart(4, '0')}`, text: runsOf(place) }),
    (page, index, place) => select(page, '.editor-body > p, .section > p', index, place),
    (block) => (block.type === 'paragraph' ? block.text : []),
  ),
  blocks(
    'Caption',
    RICH_PLACES,
    (place, index) => photo(index, runsOf(place), 'Ảnh'),
    (page, index, place) => select(page, '.part-caption', index, place),
    (block) => photoIn(block)?.caption ?? [],
  ),
  blocks(
    'Alt text',
    PLAIN_PLACES,
    (place, index) => photo(index, [{ text: 'Chú thích' }], given(place)),
    async (page, index, place) => {
      const control = page.getByRole('textbox', { name: 'Alt text' }).nth(index);
      await control.focus();
      await control.evaluate(
        (element: HTMLTextAreaElement, [start, end]) => element.setSelectionRange(start!, end!),
        [place.before.length, place.before.length + place.selected.length],
      );
    },
    (block) => [{ text: photoIn(block)?.alt ?? '' }],
  ),
];
