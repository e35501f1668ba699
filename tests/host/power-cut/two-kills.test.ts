import { expect, it } from 'vitest';
import { openDraftStore } from '../../../electron/services/drafts/store.ts';
import type { Pace } from '../../../electron/services/drafts/tools.ts';
import type { StoryChange } from '../../../src/story/change.ts';
import type { Story } from '../../../src/story/schema.ts';
import { after, dice, someChange, startingStory, textOf } from '../drafts/typist.ts';
import { ModelDisk, type Tree } from './model-disk.ts';

const HOME = '/home';
const PACE: Partial<Pace> = { mirrorAfter: 1, logChanges: 4, idleAfter: 1e6 };

const copyOf = ({ files, folders }: Tree): Tree => ({
  files: new Map(files),
  folders: new Map([...folders].map(([ino, names]) => [ino, new Map(names)])),
});

/** What a program that is ended at once leaves: all that it had asked of the disk, and nothing after. */
interface Left {
  tree: Tree;
  /** The last change that was acknowledged. */
  promised: number;
}

/** A disk that remembers how it was after each step. */
class WatchedDisk extends ModelDisk {
  readonly left: Left[] = [];
  promised: number;

  constructor(tree?: Tree, promised = -1) {
    super(tree);
    this.promised = promised;
    const { steps } = this;
    const push = steps.push.bind(steps);
    steps.push = (...more) => {
      const count = push(...more);
      this.left.push({ tree: copyOf(this.tree), promised: this.promised });
      return count;
    };
  }
}

/** A turn of the event loop for what the store does behind the typing. */
const settled = async (disk: ModelDisk): Promise<void> => {
  let steps = -1;
  await expect
    .poll(
      () => {
        const before = steps;
        steps = disk.steps.length;
        return steps === before;
      },
      { interval: 5 },
    )
    .toBe(true);
};

it(
  'opens without a word after a kill at any step, and after a second one at any step of what followed',
  { timeout: 300_000 },
  async () => {
    const random = dice(11);
    const made: StoryChange[] = [];
    const models: Story[] = [startingStory(3)];
    const [{ id }] = models as [Story];
    for (let n = 1; n <= 20; n++) {
      made.push(someChange(models[n - 1]!, random, n));
      models.push(after(models[n - 1]!, made[n - 1]!));
    }
    const texts = models.map(textOf);

    /** Types on for some changes, one behind the other, and closes the story. */
    const work = async (disk: WatchedDisk, count: number): Promise<void> => {
      const store = openDraftStore({ home: HOME, disk, pace: PACE });
      const opened = await store.open(id);
      if (!opened.ok) throw new Error(opened.failure.code);
      for (let n = opened.value.seq + 1; n <= opened.value.seq + count; n++) {
        expect(await store.change(id, n, made[n - 1]!)).toMatchObject({ ok: true });
        disk.promised = n;
        if (n % 3 === 0) await settled(disk);
      }
      await store.closeAll();
    };

    const first = new WatchedDisk();
    await first.makeFolder(HOME);
    await openDraftStore({ home: HOME, disk: first }).create(models[0]!);
    first.promised = 0;
    first.left.length = 0;
    await work(first, 7);
    await work(first, 6);

    const wrong: Record<string, number> = {};
    let count = 0;
    const look = async ({ tree, promised }: Left): Promise<void> => {
      count++;
      const read = await openDraftStore({ home: HOME, disk: new ModelDisk(copyOf(tree)) }).read(id);
      const { notices = [], seq = -1, story } = read.ok ? read.value : {};
      const found = [
        ...(read.ok ? [] : [read.failure.code]),
        ...notices.map(({ code, about }) => `${code} ${JSON.stringify(about)}`),
        ...(seq < promised ? [`change ${promised} was promised, ${seq} is the last`] : []),
        ...(story && textOf(story) !== texts[seq] ? ['the text is another'] : []),
      ];
      for (const what of found) wrong[what] = (wrong[what] ?? 0) + 1;
    };
    for (const left of first.left) {
      await look(left);
      const second = new WatchedDisk(copyOf(left.tree), left.promised);
      await work(second, 2);
      for (const again of second.left) await look(again);
    }
    expect(wrong).toEqual({});
    expect(count).toBeGreaterThan(1000);
  },
);
