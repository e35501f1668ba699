import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { openSuggestions } from '../../src/review/index.ts';
import { plainText } from '../../src/story/runs.ts';
import type { Block, BlockOf, Run, StoryFields } from '../../src/story/schema.ts';
import { caretHeard, openStoryOf, savedStory, storyId } from '../desktop/newsroom.ts';
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

/** Where one types: a field of the page, a text of the body, the body in suggest mode, or the box of a comment. */
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

/** The box of a comment on the paragraph, sent each time. */
const commentBox: Spot = {
  name: 'Comment',
  places: PLAIN_PLACES,
  async run(page, title, tasks, type) {
    const id = await openStoryOf(page, title, [PARAGRAPH]);
    const done: Landed[] = [];
    for (const [number, task] of tasks.entries()) {
      const { place, sentence } = task;
      await page.locator('.editor-body p').first().click();
      await page.keyboard.press('Control+Alt+m');
      const box = page.getByRole('textbox', { name: 'Comment', exact: true });
      await box.fill(given(place));
      await box.evaluate(
        (element: HTMLTextAreaElement, [start, end]) => element.setSelectionRange(start!, end!),
        [place.before.length, place.before.length + place.selected.length],
      );
      await type(sentence);
      await page.keyboard.press('Control+Enter');
      const expected = wanted(place, sentence);
      const said = async (): Promise<string> => (await savedStory(page, id)).threads?.[number]?.entries[0]?.text ?? '';
      done.push({ ...task, expected, actual: await landed(said, expected) });
    }
    return done;
  },
};
const PARAGRAPH: Block = { type: 'paragraph', id: 'para0000', text: [{ text: 'Nước lên nhanh ở các xã ven sông.' }] };

/** The body while one suggests: what is typed is one suggestion, however many keys and Backspaces made it. */
const suggesting = (body: Spot): Spot => ({
  ...body,
  name: 'Suggestion',
  places: PLAIN_PLACES,
  async run(page, title, tasks, type) {
    let isOn = false;
    const first = async (sentence: string): Promise<void> => {
      if (!isOn) {
        await page.keyboard.press('Control+Shift+e');
        await page.getByText('Suggesting', { exact: true }).waitFor();
      }
      isOn = true;
      await type(sentence);
    };
    const done = await body.run(page, title, tasks, first);
    const suggestions = openSuggestions(await savedStory(page, await storyId(page, title)));
    const per = (index: number): number => suggestions.filter(({ block }) => block === bodyId(index)).length;
    return done.map((one, index) => ({
      ...one,
      actual: one.actual + (per(index) === 1 ? '' : ` (${per(index)} suggestions)`),
    }));
  },
});

const photo = (index: number, caption: Run[], alt: string): BlockOf<'figure'> => ({
  type: 'figure',
  id: `figure${String(index).padStart(4, '0')}`,
  photos: [
    { id: `photo${String(index).padStart(4, '0')}`, media: null, alt, caption, credit: '', source: '', rights: '' },
  ],
});
const photoIn = (block: Block) => (block.type === 'figure' ? block.photos[0] : undefined);

const bodyId = (index: number): string => `para${String(index).padStart(4, '0')}`;
const storyBody = blocks(
  'Story body',
  RICH_PLACES,
  (place, index) => ({ type: 'paragraph', id: bodyId(index), text: runsOf(place) }),
  (page, index, place) => select(page, '.editor-body > p, .section > p', index, place),
  (block) => (block.type === 'paragraph' ? block.text : []),
);

export const SPOTS: readonly Spot[] = [
  field('Headline', ({ headline }) => headline),
  field('Standfirst', ({ standfirst }) => standfirst),
  field('Byline', ({ byline }) => byline.text),
  storyBody,
  suggesting(storyBody),
  commentBox,
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
