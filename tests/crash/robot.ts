import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { newFolder, type Copydesk } from '../desktop/launch.ts';
import { png } from '../host/pictures.ts';

/** Something that the robot has done: the page showed it at `at` (performance.now). */
interface Done {
  text: number;
  photos: number;
  at: number;
}

/** Holds a key, so that twelve keys take a second, in milliseconds. */
const HOLD_MS = 78;

/**
 * Types at the end of a story at twelve keys a second, pastes, inserts photos and keeps versions, until it is killed. No
 * two pieces of text are alike, so that a lost, doubled or displaced one is seen.
 */
export class Robot {
  /** All text that was or may have been put into the body, line breaks left out. */
  text: string;
  photos: number;
  readonly done: Done[] = [];
  during = 'starting';
  readonly #desk: Copydesk;
  readonly #page: Page;
  readonly #random: () => number;
  #count: number;

  constructor(desk: Copydesk, found: { text: string; photos: number }, random: () => number) {
    this.#desk = desk;
    this.#page = desk.page;
    this.#random = random;
    this.text = found.text;
    this.photos = found.photos;
    this.#count = found.text.length;
  }

  /** Works on; ends only with an error, when the page is gone. */
  async work(): Promise<never> {
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
}
