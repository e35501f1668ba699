import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { newFolder, type Copydesk } from '../desktop/launch.ts';
import { ask, caretHeard } from '../desktop/newsroom.ts';
import { png } from '../host/pictures.ts';
import { editorsCopy } from './editors-copy.ts';

/** Something that the robot has done: the page showed it at `at` (performance.now). */
interface Done {
  text: number;
  photos: number;
  at: number;
}

/** What takes longer than a moment, and is begun at once in some rounds so that the kill comes in the middle of it. */
export const DEEDS = ['switch', 'restore', 'merge'] as const;
export type Deed = (typeof DEEDS)[number];

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
  during = 'starting';
  /** When it last took the caret to the end without a key that writes (performance.now); Infinity while it is elsewhere. */
  moved = -Infinity;
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

  /** Before the clock runs: hands the story over, and has an editor send it back. */
  async getReady(deed: Deed | null): Promise<void> {
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
    for (;;) {
      const kind = this.#random();
      if (kind < 0.76) await this.#word();
      else if (kind < 0.82) await this.#newParagraph();
      else if (kind < 0.9) await this.#paste();
      else if (kind < 0.95) await this.#photo();
      else await this.#version();
    }
  }

  #isDone(): void {
    this.done.push({ text: this.text.length, photos: this.photos, at: performance.now() });
  }

  async #word(): Promise<void> {
    this.during = 'typing';
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
    this.during = 'beginning a paragraph';
    await this.#page.keyboard.press('Enter', { delay: HOLD_MS });
  }

  async #paste(): Promise<void> {
    this.during = 'pasting';
    const pasted = `Dán ${++this.#count}: nước lên nhanh ở các xã ven sông.`;
    await this.#desk.app.evaluate(({ clipboard }, words) => void clipboard.writeText(words), pasted);
    this.text += pasted;
    await this.#page.keyboard.press('Control+Shift+V');
    await this.#page.waitForFunction(
      (words) => document.querySelector('.editor-body')?.textContent?.includes(words),
      pasted,
    );
    this.#isDone();
  }

  async #photo(): Promise<void> {
    this.during = 'inserting a photo';
    const shown = await this.#page.locator('.photo-image').count();
    const path = join(newFolder('photo-'), `${++this.#count}.png`);
    writeFileSync(path, png(1 + (this.#count % 50), 1 + (Math.floor(this.#count / 50) % 50)));
    this.photos++;
    await this.#page.locator('input[type=file]').setInputFiles(path);
    await this.#page.waitForFunction((count) => document.querySelectorAll('.photo-image').length > count, shown);
    this.#isDone();
    // Behind the photo again, on a paragraph of its own.
    await this.#word();
    await this.#page.keyboard.press('Enter', { delay: HOLD_MS });
  }

  async #version(): Promise<void> {
    this.during = 'keeping a version';
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
    this.during = 'leaving the story for another';
    this.moved = Infinity;
    const { title } = await this.#page.evaluate(() => ({ title: document.title }));
    await this.#page.locator('.library-list [role="option"]:not([aria-current])').first().click();
    await this.#page.waitForFunction((before) => document.title !== before, title);
    this.during = 'coming back to the story';
    await this.#page.locator(`[data-story="${this.#id}"]`).click();
    await this.#page.waitForFunction((before) => document.title === before, title);
    await this.#toEnd();
  }

  /** Keeps a version, types a word, and goes back to the version: the word is gone, and what is typed next is not. */
  async #restore(): Promise<void> {
    await this.#word();
    this.during = 'going back to a version';
    const page = this.#page;
    await expect.poll(() => page.getByRole('status', { name: 'Save status' }).innerText()).toMatch(/^Saved/);
    const label = `Bản ${++this.#count}`;
    await ask(page, 'versions.act', { act: 'make', id: this.#id, kind: 'named', label });
    const kept = this.text;
    await this.#word();
    this.during = 'going back to a version';
    this.moved = Infinity;
    await page.getByRole('button', { name: 'Versions', exact: true }).click();
    await page.getByRole('option', { name: label }).click();
    this.done = this.done.filter(({ text }) => text <= kept.length);
    await page.getByRole('button', { name: 'Go back to this version' }).click();
    await page.waitForFunction(
      (end) => document.querySelector('.editor-body')?.textContent?.endsWith(end),
      kept.slice(-8),
    );
    this.text = kept;
    await this.#toEnd();
  }

  async #merge(): Promise<void> {
    this.during = 'merging a copy that came back';
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
    await accept.click();
    await page.waitForFunction((text) => document.querySelector('.editor-body')?.textContent?.includes(text), words);
    this.#isDone();
    await this.#toEnd();
  }
}
