import type { Failure } from '../../src/base/result.ts';
import { createStore, type Store } from './store.ts';

/** How loud a notice is: a `failure` is said at once, `done` and `warning` when there is time. */
export type Tone = 'failure' | 'warning' | 'done';

/** Something to tell the reporter, by code; the words come from the interface's language. */
export interface ShownNotice {
  id: number;
  tone: Tone;
  code: string;
  about: NonNullable<Failure['about']>;
  /** Takes back what the notice tells of. */
  undo?: () => void;
}

/** So much that was done stays to be read; what went wrong stays until it is put away. */
const MOST_DONE = 5;

export interface Notices {
  readonly list: Store<readonly ShownNotice[]>;
  /** Shows a notice; one that says the same as one on show takes its place, and the oldest that tells of something done goes where there are many. */
  tell: (tone: Tone, notice: Pick<Failure, 'code' | 'about'>, undo?: () => void) => void;
  dismiss: (id: number) => void;
  dismissAll: () => void;
}

export function createNotices(): Notices {
  const list = createStore<readonly ShownNotice[]>([]);
  let lastId = 0;
  return {
    list,
    tell(tone, { code, about = {} }, undo) {
      const others = list.get().filter((shown) => !(shown.code === code && sameAbout(shown.about, about)));
      const shown: ShownNotice[] = [...others, { id: ++lastId, tone, code, about, ...(undo && { undo }) }];
      const tooOld = shown.filter((one) => one.tone === 'done').slice(0, -MOST_DONE);
      list.set(shown.filter((one) => !tooOld.includes(one)));
    },
    dismissAll() {
      list.set([]);
    },
    dismiss(id) {
      list.set(list.get().filter((shown) => shown.id !== id));
    },
  };
}

function sameAbout(a: ShownNotice['about'], b: ShownNotice['about']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
