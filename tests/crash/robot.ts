import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { newFolder, type Copydesk } from '../desktop/launch.ts';
import { ask, caretHeard } from '../desktop/newsroom.ts';
import { noisyPng, png } from '../host/pictures.ts';
import { editorsCopy } from './editors-copy.ts';

/** Something that the robot has done: the page showed it at `at` (performance.now). */
interface Done {
  text: number;
  photos: number;
  at: number;
}

/** What is rare beside typing, and is begun at once in some rounds so that the kill comes in the middle of it. */
export const DEEDS = ['merge', 'photo', 'fold', 'switch', 'restore'] as const;
export type Deed = (typeof DEEDS)[number];

/** What the robot says it is at, where a kill is aimed at it. */
export const PHASES = {
  merge: 'merging a copy that came back',
  photo: 'inserting a photo',
  fold: 'typing in a paragraph so long that the log is folded every second',
  switch: 'leaving the story for another',
  restore: 'going back to a version',
} as const satisfies Record<Deed, string>;

/** Characters of a paragraph of which a dozen changes fill a log. */
const LONG = 12_000;
/** The side of a photo of a megabyte, in pixels. */
const SIDE = 600;

/** Holds a key, so that twelve keys take a second, in milliseconds. */
const HOLD_MS = 78;

/**
 * Types at the end of a story at twelve keys a second, pastes, inserts photos, keeps versions and goes back to one, leaves
 * the story for another (which begins a new generation of its files), merges a copy that came back, until it is killed.
 * No two pieces of text are alike, so that a lost, doubled or displaced one is seen.
 */
export class Robot {
  /** All text that was or may have been put into the body, line breaks left out. */
  text: string;
  photos: number;
  done: Done[] = [];
  /** When it last took the caret to the end without a key that writes (performance.now); Infinity while it is elsewhere. */
  moved = -Infinity;
  #during = 'starting';
  readonly #waiting = new Map<string, () => void>();
  readonly #desk: Copydesk;
  readonly #page: Page;
  readonly #random: () => number;
  readonly #id: string;
  #count: number;
  /** The copy that an editor sent back, and what was added to it. */
  #returned: { path: string; words: string } | null = null;

  constructor(desk: Copydesk, id: string, found: { text: string; photos: number }, random: () => number) {
    this.#desk = desk;
    this.#id = id;
    this.#page = desk.page;
    this.#random = random;
    this.text = found.text;
    this.photos = found.photos;
    this.#count = found.text.length;
  }

  /** What it is at. */
  get during(): string {
    return this.#during;
  }

  #begin(phase: string): void {
    this.#during = phase;
    this.#waiting.get(phase)?.();
  }

  /** Answers when it begins with this. */
  begins(phase: string): Promise<void> {
    return new Promise((answer) => this.#waiting.set(phase, answer));
  }

  /** Before the clock runs: hands the story over and has an editor send it back; puts a long paragraph at the end. */
  async getReady(deed: Deed | null): Promise<void> {
    if (deed === 'fold') {
      await this.#page.keyboard.press('Enter');
      await this.#paste(`Dài ${++this.#count}:${' nước lên ở các xã ven sông'.repeat(LONG / 27)}.`);
    }
    if (deed !== 'merge') return;
    const path = join(newFolder('sent-'), 'sent.story');
    await this.#desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await ask(this.#page, 'export.story', { id: this.#id, as: 'story' });
    const words = `Tòa soạn ${++this.#count}: đã kiểm tra với địa phương.`;
    this.#returned = { path: await editorsCopy(path, words), words };
  }

  /** Works on, with `first` first; ends only with an error, when the page is gone. */
  async work(first: Deed | null): Promise<never> {
    if (first === 'switch') await this.#switch();
    else if (first === 'restore') await this.#restore();
    else if (first === 'merge') await this.#merge();
    else if (first === 'photo') await this.#photo(noisyPng(SIDE, ++this.#count));
    const [typing, phase] = first === 'fold' ? [1, PHASES.fold] : [0.76, 'typing'];
    for (;;) {
      const kind = this.#random();
      if (kind < typing) await this.#word(phase);
      else if (kind < 0.82) await this.#newParagraph();
      else if (kind < 0.9) await this.#paste();
      else if (kind < 0.95) await this.#photo(png(1 + (++this.#count % 50), 1 + (Math.floor(this.#count / 50) % 50)));
      else await this.#version();
    }
  }

  #isDone(): void {
    this.done.push({ text: this.text.length, photos: this.photos, at: performance.now() });
  }

  async #word(phase = 'typing'): Promise<void> {
    this.#begin(phase);
    const { keyboard } = this.#page;
    this.text += 'ắ';
    await keyboard.insertText('ắ');
    this.#isDone();
    // A key that writes nothing keeps the time.
    await keyboard.press('Shift', { delay: HOLD_MS });
    for (const key of `${(++this.#count).toString(36)} `) {
      this.text += key;
      await keyboard.down(key);
      this.#isDone();
      await keyboard.up(key);
      await keyboard.press('Shift', { delay: HOLD_MS });
    }
  }

  async #newParagraph(): Promise<void> {
    this.#begin('beginning a paragraph');
    await this.#page.keyboard.press('Enter', { delay: HOLD_MS });
  }

  async #paste(pasted = `Dán ${++this.#count}: nước lên nhanh ở các xã ven sông.`): Promise<void> {
    this.#begin('pasting');
    await this.#desk.app.evaluate(({ clipboard }, words) => void clipboard.writeText(words), pasted);
    this.text += pasted;
    await this.#page.keyboard.press('Control+Shift+V');
    await this.#page.waitForFunction(
      (words) => document.querySelector('.editor-body')?.textContent?.includes(words),
      pasted,
    );
    this.#isDone();
  }

  async #photo(bytes: Buffer): Promise<void> {
    const shown = await this.#page.locator('.photo-image').count();
    const path = join(newFolder('photo-'), `${++this.#count}.png`);
    writeFileSync(path, bytes);
    this.photos++;
    this.#begin(PHASES.photo);
    await this.#page.locator('input[type=file]').setInputFiles(path);
    await this.#page.waitForFunction((count) => document.querySelectorAll('.photo-image').length > count, shown);
    this.#isDone();
    // Behind the photo again, on a paragraph of its own.
    await this.#word();
    await this.#page.keyboard.press('Enter', { delay: HOLD_MS });
  }

  async #version(): Promise<void> {
    this.#begin('keeping a version');
    await this.#desk.app.evaluate(({ Menu }) => {
      (Menu.getApplicationMenu()?.getMenuItemById('save-version')?.click as (() => void) | undefined)?.();
    });
  }

  /** The caret at the story's end, where the robot types. */
  async #toEnd(): Promise<void> {
    // A dialog that closes, and a story that is shown anew, give the caret back first.
    await this.#page.locator('dialog[open]').waitFor({ state: 'detached' });
    await caretHeard(this.#page);
    await this.#page.locator('.editor-body').focus();
    await this.#page.keyboard.press('Control+End');
    this.moved = performance.now();
  }

  async #switch(): Promise<void> {
    this.#begin(PHASES.switch);
    this.moved = Infinity;
    const { title } = await this.#page.evaluate(() => ({ title: document.title }));
    await this.#page.locator('.library-list [role="option"]:not([aria-current])').first().click();
    await this.#page.waitForFunction((before) => document.title !== before, title);
    this.#begin('coming back to the story');
    await this.#page.locator(`[data-story="${this.#id}"]`).click();
    await this.#page.waitForFunction((before) => document.title === before, title);
    await this.#toEnd();
  }

  /** Keeps a version, types a word, and goes back to the version: the word is gone, and what is typed next is not. */
  async #restore(): Promise<void> {
    await this.#word();
    const page = this.#page;
    await expect.poll(() => page.getByRole('status', { name: 'Save status' }).textContent()).toMatch(/^Saved/);
    const label = `Bản ${++this.#count}`;
    await ask(page, 'versions.act', { act: 'make', id: this.#id, kind: 'named', label });
    const kept = this.text;
    await this.#word();
    this.moved = Infinity;
    await page.getByRole('button', { name: 'Versions', exact: true }).click();
    await page.getByRole('option', { name: label }).click();
    this.done = this.done.filter(({ text }) => text <= kept.length);
    this.#begin(PHASES.restore);
    await page.getByRole('button', { name: 'Go back to this version' }).click();
    await page.waitForFunction(
      (end) => document.querySelector('.editor-body')?.textContent?.endsWith(end),
      kept.slice(-8),
    );
    this.text = kept;
    await this.#toEnd();
  }

  async #merge(): Promise<void> {
    this.#begin('opening a copy that came back');
    const { path, words } = this.#returned ?? { path: '', words: '' };
    const page = this.#page;
    await this.#desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, path);
    this.moved = Infinity;
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Open a story file…' }).click();
    const accept = page.getByRole('button', { name: 'Accept the merge' });
    await accept.waitFor();
    this.text += words;
    this.#begin(PHASES.merge);
    await accept.click();
    await page.waitForFunction((text) => document.querySelector('.editor-body')?.textContent?.includes(text), words);
    this.#isDone();
    await this.#toEnd();
  }
}
