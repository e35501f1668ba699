import { join } from 'node:path';
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

/** What a reporter does in a day, each at random; answers the name of what it did. */
export class Robot {
  readonly #desk: Copydesk;
  readonly #chance: Chance;
  readonly #photo: string;
  readonly #site: string;
  #number = 0;
  /** How often it did what. */
  readonly did: Record<string, number> = {};
  /** When pushes were under way, in milliseconds of the epoch. */
  readonly pushing: { from: number; to: number }[] = [];

  constructor(desk: Copydesk, chance: Chance, photo: string, site: string) {
    [this.#desk, this.#chance, this.#photo, this.#site] = [desk, chance, photo, site];
  }

  async begin(): Promise<void> {
    await newStory(this.#desk.page);
    await this.#desk.page.keyboard.type(`Bài số ${++this.#number}`);
    await this.#body();
  }

  /** Does one thing. */
  async act(): Promise<void> {
    const [name, run] = this.#chance.pick(this.#acts);
    await run();
    this.did[name] = (this.did[name] ?? 0) + 1;
  }

  #body = async (): Promise<void> => {
    await this.#desk.page.getByRole('textbox', { name: 'Story body' }).click();
    await this.#desk.page.keyboard.press('Control+End');
  };

  #current = async (): Promise<string> => {
    const headline = (await this.#desk.page.title()).replace(/ - Copydesk$/, '');
    const found = (await ask(this.#desk.page, 'stories.list')).find((story) => story.headline === headline);
    return found?.id ?? '';
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
    const chooser = this.#desk.page.waitForEvent('filechooser');
    await this.#desk.page.getByRole('button', { name: 'Insert photo' }).click();
    await (await chooser).setFiles(this.#photo);
    await this.#desk.page.getByRole('textbox', { name: 'Caption' }).last().waitFor();
  };

  #undo = async (): Promise<void> => {
    await this.#body();
    for (let n = 0; n < 4; n++) await this.#desk.page.keyboard.press('Control+z');
    for (let n = 0; n < 2; n++) await this.#desk.page.keyboard.press('Control+y');
  };

  #export = async (): Promise<void> => {
    const id = await this.#current();
    if (id === '') return;
    const filePath = join(newFolder('export-'), 'bai');
    await this.#desk.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, filePath);
    await ask(this.#desk.page, 'export.story', { id, as: this.#chance.pick(['html', 'docx', 'ninjs', 'text']) });
  };

  #push = async (): Promise<void> => {
    const story = await this.#current();
    if (story === '') return;
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

  #switch = async (): Promise<void> => {
    const rows = this.#desk.page.getByRole('listbox', { name: 'Stories' }).getByRole('option');
    await rows.nth(this.#chance.int(Math.min(3, await rows.count()))).click();
    await this.#desk.page.locator('.editor-body').waitFor();
  };

  /** A story is done with and goes, so that what is kept does not grow with the day. */
  #fresh = async (): Promise<void> => {
    const id = await this.#current();
    await this.begin();
    if (id === '') return;
    await ask(this.#desk.page, 'stories.act', { do: 'bin', ids: [id] });
    await ask(this.#desk.page, 'stories.act', { do: 'delete', ids: [id] });
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
    ['pasted', this.#paste],
    ['inserted a photo', this.#insert],
    ['undid', this.#undo],
    ['exported', this.#export],
    ['pushed', this.#push],
    ['switched', this.#switch],
    ['began another', this.#fresh],
    ['slept', this.#sleep],
  ];
}
