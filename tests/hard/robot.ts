import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Copydesk } from '../desktop/launch.ts';
import { newFolder } from '../desktop/launch.ts';
import { ask, newStory } from '../desktop/newsroom.ts';
import type { Chance } from '../unit/story/random.ts';

/** Words that only the robot's stories hold: no log may have them. */
export const CANARY = 'chim hoàng yến số bảy mươi mốt';

const SENTENCES = [
  `Sáng nay nước lũ dâng cao, ${CANARY}, hơn 3.400 hộ dân phải sơ tán trong đêm. `,
  'Lực lượng cứu hộ đã đến xã Đông Hải lúc 4 giờ sáng. ',
  'The council voted 14 to 3 on Tuesday. ',
];
const PASTED =
  '<h2>Diễn biến</h2><p>Một <b>đậm</b> <a href="https://example.org/">link</a></p><ul><li>mục một</li><li>mục hai</li></ul>';

/** A reporter's day in rounds, each with everything once or more, in a chance order; each round ends in a new, empty story. */
export class Robot {
  readonly #desk: Copydesk;
  readonly #chance: Chance;
  readonly #photo: string;
  readonly #site: string;
  #number = 0;
  #headline = '';
  /** How often it did what. */
  readonly did: Record<string, number> = {};
  /** When pushes were under way, in milliseconds of the epoch. */
  readonly pushing: { from: number; to: number }[] = [];

  constructor(desk: Copydesk, chance: Chance, photo: string, site: string) {
    [this.#desk, this.#chance, this.#photo, this.#site] = [desk, chance, photo, site];
  }

  async begin(): Promise<void> {
    await newStory(this.#desk.page);
    this.#headline = `Bài số ${++this.#number}`;
    await this.#desk.page.keyboard.type(this.#headline);
    await this.#body();
    await this.#current();
  }

  /** One round. */
  async round(): Promise<void> {
    for (const left = [...this.#acts]; left.length > 0;) {
      const [next] = left.splice(this.#chance.int(left.length), 1);
      const [name, run] = next!;
      await run();
      this.did[name] = (this.did[name] ?? 0) + 1;
    }
    await this.#fresh();
  }

  #body = async (): Promise<void> => {
    await this.#desk.page.getByRole('textbox', { name: 'Story body' }).click();
    await this.#desk.page.keyboard.press('Control+End');
  };

  /** The open story's id, once the disk knows its headline. */
  #current = async (): Promise<string> => {
    for (;;) {
      const story = (await ask(this.#desk.page, 'stories.list')).find(({ headline }) => headline === this.#headline);
      if (story) return story.id;
    }
  };

  #type = async (): Promise<void> => {
    await this.#body();
    for (let n = 0; n < 3; n++) await this.#desk.page.keyboard.type(this.#chance.pick(SENTENCES));
    await this.#desk.page.keyboard.press('Enter');
  };

  #paste = async (): Promise<void> => {
    await this.#body();
    await this.#desk.app.evaluate(({ clipboard }, html) => {
      (clipboard as unknown as { write: (content: { html: string; text: string }) => void }).write({ html, text: 'x' });
    }, PASTED);
    await this.#desk.page.keyboard.press('Control+v');
  };

  #insert = async (): Promise<void> => {
    await this.#body();
    const captions = this.#desk.page.getByRole('textbox', { name: 'Caption' });
    const before = await captions.count();
    await this.#desk.page.evaluate(
      async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const chosen = new DataTransfer();
        chosen.items.add(new File([bytes], 'anh.jpg', { type: 'image/jpeg' }));
        const input = document.querySelector<HTMLInputElement>('.editor input[type=file]')!;
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      readFileSync(this.#photo, 'base64'),
    );
    await captions.nth(before).waitFor();
  };

  #undo = async (): Promise<void> => {
    await this.#body();
    for (let n = 0; n < 4; n++) await this.#desk.page.keyboard.press('Control+z');
    for (let n = 0; n < 2; n++) await this.#desk.page.keyboard.press('Control+y');
  };

  #export = async (): Promise<void> => {
    const id = await this.#current();
    const filePath = join(newFolder('export-'), 'bai');
    await this.#desk.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, filePath);
    await ask(this.#desk.page, 'export.story', { id, as: this.#chance.pick(['html', 'docx', 'ninjs', 'text']) });
  };

  #push = async (): Promise<void> => {
    const story = await this.#current();
    const from = Date.now();
    const order = {
      status: 'draft',
      at: null,
      category: '',
      tags: [],
      excerpt: '',
      featured: null,
      author: '',
      isSignificant: false,
    };
    await ask(this.#desk.page, 'sites.act', { do: 'push', story, site: this.#site, order, over: null });
    for (;;) {
      const { pushes = [] } = await ask(this.#desk.page, 'sites.act', { do: 'pushes' });
      if (!pushes.some(({ state }) => state.is === 'running')) break;
    }
    this.pushing.push({ from, to: Date.now() });
  };

  /** To another of the newest stories, and back. */
  #switch = async (): Promise<void> => {
    const { page } = this.#desk;
    const here = this.#headline;
    const rows = page.getByRole('listbox', { name: 'Stories' }).getByRole('option');
    await rows.nth(1 + this.#chance.int(2)).click();
    await expect.poll(() => page.title()).not.toBe(`${here} - Copydesk`);
    await page.locator('.editor-body').waitFor();
    await page.getByRole('option', { name: here, exact: true }).click();
    await expect.poll(() => page.title()).toBe(`${here} - Copydesk`);
    await page.locator('.editor-body').waitFor();
  };

  /** The story is done with and goes, so that what is kept does not grow with the day. */
  #fresh = async (): Promise<void> => {
    const id = await this.#current();
    await this.begin();
    await ask(this.#desk.page, 'stories.act', { do: 'bin', ids: [id] });
    await ask(this.#desk.page, 'stories.act', { do: 'delete', ids: [id] });
    this.did['began another'] = (this.did['began another'] ?? 0) + 1;
  };

  /** The lid is shut and opened again. */
  #sleep = async (): Promise<void> => {
    await this.#desk.app.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
    });
  };

  readonly #acts: [name: string, run: () => Promise<void>][] = [
    ['typed', this.#type],
    ['typed', this.#type],
    ['typed', this.#type],
    ['typed', this.#type],
    ['pasted', this.#paste],
    ['pasted', this.#paste],
    ['inserted a photo', this.#insert],
    ['undid', this.#undo],
    ['undid', this.#undo],
    ['exported', this.#export],
    ['pushed', this.#push],
    ['switched', this.#switch],
    ['switched', this.#switch],
    ['slept', this.#sleep],
  ];
}
