import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Result } from '../../src/base/result.ts';
import type { CallName, CallOutput } from '../../src/ipc/contract.ts';
import { createStory } from '../../src/story/create.ts';
import { plainText } from '../../src/story/runs.ts';
import type { Block, Story } from '../../src/story/schema.ts';

/** Asks the host what the window may ask it, as the window would. */
export async function ask<N extends CallName>(page: Page, name: N, input?: unknown): Promise<CallOutput<N>> {
  const answer = (await page.evaluate(([call, value]) => window.copydesk.call(call as string, value), [
    name,
    input,
  ] as const)) as Result<CallOutput<N>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
  return answer.value;
}

/** A new, empty story with the caret in its headline. */
export async function newStory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New story' }).first().click();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Headline' }).evaluate((field) => field === document.activeElement))
    .toBe(true);
}

/** A new story with this headline, known to the disk, the caret in its body. Answers its id. */
export async function beginBody(page: Page, headline: string): Promise<string> {
  await newStory(page);
  await page.keyboard.type(headline);
  await page.getByRole('textbox', { name: 'Story body' }).click();
  await expect.poll(async () => storyId(page, headline).catch(() => '')).not.toBe('');
  return storyId(page, headline);
}

/** Puts a finished story into the library and opens it. */
export async function openStoryOf(page: Page, headline: string, body: Block[]): Promise<string> {
  // A window that is still starting would open the new story itself, before it has its text.
  await page.locator('.editor-body').waitFor();
  const { id } = await ask(page, 'stories.create', { language: 'vi' });
  const blocks = Object.fromEntries(body.map((block) => [block.id, block]));
  const fields = { headline };
  await ask(page, 'stories.change', { id, seq: 1, change: { blocks, order: body.map((block) => block.id), fields } });
  await page.getByRole('option', { name: headline }).click();
  await expect.poll(() => page.title()).toBe(`${headline} - Copydesk`);
  await page.locator('.editor-body').waitFor();
  return id;
}

/** The story as the disk has it. */
export async function savedStory(page: Page, id: string): Promise<Story> {
  return (await ask(page, 'stories.open', { id })).story;
}

/** The id of the story whose headline this is. */
export async function storyId(page: Page, headline: string): Promise<string> {
  const found = (await ask(page, 'stories.list')).find((story) => story.headline === headline);
  if (!found) throw new Error(`no story “${headline}”`);
  return found.id;
}

/** The ids of all stories. */
export async function storyIds(page: Page): Promise<string[]> {
  return (await ask(page, 'stories.list')).map((story) => story.id);
}

/** The body a line a block, as one would read it out: a figure by its captions. */
export function outline(story: Pick<Story, 'body'>): string[] {
  return story.body.map((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return plainText(block.text);
      case 'figure':
        return `photo: ${block.photos.map((photo) => plainText(photo.caption)).join(' | ')}`;
      default:
        return block.type;
    }
  });
}

export const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'paragraph',
    id: `para${String(index).padStart(5, '0')}`,
    text: [{ text: `Đoạn ${index}: nước lên nhanh ở các xã ven sông.` }],
  }));

export const photoToCome = (caption: string): Block => ({
  type: 'figure',
  id: 'figure0001',
  photos: [
    {
      id: 'photo00001',
      media: null,
      alt: 'Cầu bắc qua sông',
      caption: [{ text: caption }],
      credit: 'Minh Đức',
      source: '',
      rights: '',
    },
  ],
});

/** A story with every kind of block and mark that the model has. */
export function everyKind(): Story {
  return createStory({
    language: 'vi',
    headline: 'Mọi kiểu phần',
    body: [
      {
        type: 'paragraph',
        id: 'kindpara1',
        text: [
          { text: 'a ' },
          { text: 'b', marks: ['strong', 'underline'] },
          { text: ' c', href: 'https://example.org/x' },
          { text: '\nH' },
          { text: '2', marks: ['sub'] },
          { text: 'O' },
        ],
      },
      { type: 'heading', id: 'kindhead1', level: 3, text: [{ text: 'Tít xen', marks: ['emphasis'] }] },
      {
        type: 'list',
        id: 'kindlist1',
        ordered: true,
        items: [
          {
            id: 'kinditem1',
            text: [{ text: 'một' }],
            sub: { ordered: false, items: [{ id: 'kinditem2', text: [{ text: 'lồng', marks: ['strike'] }] }] },
          },
          { id: 'kinditem3', text: [{ text: 'hai' }] },
        ],
      },
      { type: 'quote', id: 'kindquot1', text: [{ text: 'Nước lên.\nRất nhanh.' }], attribution: [{ text: 'Bà Lan' }] },
      { type: 'pull-quote', id: 'kindquot2', text: [{ text: 'Chữ lớn' }], attribution: [] },
      {
        type: 'figure',
        id: 'kindfigu1',
        photos: [1, 2].map((n) => ({
          id: `kindphot${n}`,
          media: null,
          alt: `mô tả ${n}`,
          caption: [{ text: `ảnh ${n}`, marks: ['strong'] }],
          credit: `c${n}`,
          source: 's',
          rights: 'r',
        })),
      },
      {
        type: 'fact-box',
        id: 'kindbox01',
        title: [{ text: 'Con số' }],
        blocks: [
          { type: 'paragraph', id: 'kindpara2', text: [{ text: 'trong hộp' }] },
          { type: 'list', id: 'kindlist2', ordered: false, items: [{ id: 'kinditem4', text: [{ text: 'mục' }] }] },
        ],
      },
      {
        type: 'table',
        id: 'kindtabl1',
        rows: [
          {
            cells: [
              { text: [{ text: 'Xã' }], header: true },
              { text: [{ text: 'Mưa (mm)' }], header: true },
            ],
          },
          { cells: [{ text: [{ text: 'hai\ndòng' }], colspan: 2 }] },
        ],
      },
      { type: 'divider', id: 'kinddivi1' },
      { type: 'embed', id: 'kindembe1', url: 'https://example.org/', title: 'T', description: 'D' },
      {
        type: 'unknown',
        id: 'kindunkn1',
        original: { type: 'poll', id: 'kindunkn1', title: 'Hỏi?' },
        fallback: 'Hỏi?',
      },
      { type: 'paragraph', id: 'kindpara3', text: [{ text: 'Hết.' }] },
    ],
  });
}

/** Puts the caret at the start or end of the body's block number `index`, across sections. */
export async function putCaret(page: Page, index: number, edge: 'start' | 'end'): Promise<void> {
  await page.evaluate(
    ([number, atEnd]) => {
      const body = document.querySelector<HTMLElement>('.editor-body')!;
      const blocks = [...body.children].flatMap((child) =>
        child.className === 'section' ? [...child.children] : [child],
      );
      const block = blocks[number]!;
      body.focus({ preventScroll: true });
      block.scrollIntoView({ block: 'center' });
      const selection = getSelection()!;
      selection.selectAllChildren(block);
      if (atEnd) selection.collapseToEnd();
      else selection.collapseToStart();
    },
    [index, edge === 'end'] as const,
  );
  await caretHeard(page);
}

/** Waits until Lexical has heard where the caret is: browsers tell of it in a task of its own, within two frames. */
export async function caretHeard(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The words under which spelling or house style has drawn a line, in the order of the page. */
export async function underlined(page: Page, kind: 'spelling' | 'style'): Promise<string[]> {
  return page
    .locator(`.underline[data-kind=${kind}]`)
    .evaluateAll((marks) => marks.map((mark) => (mark as HTMLElement).dataset['word']!));
}
