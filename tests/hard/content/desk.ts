import type { CDPSession, ElectronApplication, Page } from 'playwright-core';
import { expect } from 'vitest';
import { htmlToBlocks } from '../../../src/import/html/index.ts';
import { launchCopydesk, type Copydesk } from '../../desktop/launch.ts';
import { newStory } from '../../desktop/newsroom.ts';
import { drivenCopydesk } from '../../packaged/packaged.ts';
import { asHtml, type Vector } from './vectors.ts';
import { watchWindow, type Watch } from './watch.ts';
import { reportWay } from './ways.ts';

/** The most vectors on one page: one that takes a window a second would say nothing of a single vector. */
const TOGETHER = 24;

/** The vectors as pages of several; what swallows all that follows it, as an open comment does, ends its page. */
export function pagesOf(all: readonly Vector[], together = TOGETHER): Vector[][] {
  const pages: Vector[][] = [];
  let page: Vector[] = [];
  for (const vector of all) {
    page.push(vector);
    const read = htmlToBlocks(`${asHtml(vector)}<p>và hết</p>`);
    const swallows = !read.ok || !JSON.stringify(read.value.blocks).includes('và hết');
    if (page.length < together && !swallows && vector.markup.length < 10_000) continue;
    pages.push(page);
    page = [];
  }
  return page.length > 0 ? [...pages, page] : pages;
}

/** The packaged program under watch, and what hostile content came to in it. */
export class Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly watch: Watch;
  readonly close: () => Promise<void>;
  readonly #devtools: CDPSession;

  private constructor({ app, page, close }: Copydesk, watch: Watch, devtools: CDPSession) {
    [this.app, this.page, this.close, this.watch, this.#devtools] = [app, page, close, watch, devtools];
  }

  static async open(home?: string): Promise<Desk> {
    const copydesk = await launchCopydesk({ program: await drivenCopydesk(), ...(home !== undefined && { home }) });
    const { page } = copydesk;
    await page.locator('.editor-body').waitFor();
    return new Desk(copydesk, await watchWindow(page), await page.context().newCDPSession(page));
  }

  /** A new story, the caret in its body. */
  async begin(): Promise<void> {
    await newStory(this.page);
    await this.page.getByRole('textbox', { name: 'Story body' }).click();
  }

  /** Puts this on the system's clipboard, as another program would, and pastes it at the caret. */
  async paste(html: string): Promise<void> {
    await this.app.evaluate(
      ({ clipboard }, data) => {
        (clipboard as unknown as { write: (content: { html: string; text: string }) => void }).write(data);
      },
      { html, text: 'x' },
    );
    await this.page.keyboard.press('Control+v');
  }

  /** Drags this in from another program and lets go of it over the body. */
  async drop(html: string): Promise<void> {
    const box = await this.page.locator('.editor-body').boundingBox();
    if (!box) throw new Error('the editor has no place on the screen');
    const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 40) / 2 };
    const data = { items: [{ mimeType: 'text/html', data: html }], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await this.#devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  }

  /** Opens a story from the list. */
  async show(id: string): Promise<void> {
    await this.page.locator(`[data-story="${id}"]`).click();
  }

  /** Chooses an item of the application's menu. */
  async menu(id: string): Promise<void> {
    await this.app.evaluate(({ Menu }, item) => {
      Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
    }, id);
  }

  /** What a dialog of the system would answer, whichever is asked for. */
  async choose(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
    }, path);
  }

  /** Every text that stands in this part of the window, what stands in fields and in shadow trees included. */
  said(selector: string): Promise<string> {
    return this.page.evaluate((wanted) => {
      const parts: string[] = [];
      const walk = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          for (const child of element.childNodes)
            if (child.nodeType === Node.TEXT_NODE) parts.push(child.nodeValue ?? '');
          if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) parts.push(element.value);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      for (const root of document.querySelectorAll(wanted)) {
        parts.push(
          ...[...root.childNodes].map((child) => (child.nodeType === Node.TEXT_NODE ? (child.nodeValue ?? '') : '')),
        );
        walk(root);
      }
      return parts.join('');
    }, selector);
  }

  /** Waits until the words of all of these stand there. */
  async untilKept(part: readonly Vector[], selector = '.editor-body'): Promise<void> {
    await expect
      .poll(
        async () => {
          const said = await this.said(selector);
          return part.filter(({ words }) => !said.includes(words));
        },
        { timeout: 60_000 },
      )
      .toEqual([]);
  }
}

/** Adds up what became of vectors by one way. */
export class Tally {
  #vectors = 0;
  #slowest = 0;

  /** Nothing ran, was asked for or could act; all words are where they belong. `about` names what came in. */
  async take(desk: Desk, part: readonly Vector[], about: string): Promise<void> {
    const { ran, active, asked, slowest } = await desk.watch.look();
    expect({ ran, active, asked }, about).toEqual({ ran: [], active: [], asked: [] });
    this.#vectors += part.length;
    this.#slowest = Math.max(this.#slowest, slowest);
  }

  report(way: string): void {
    const none = { ran: 0, active: 0, requests: 0 };
    reportWay({ way, vectors: this.#vectors, ...none, slowest: this.#slowest, kept: this.#vectors });
  }
}
