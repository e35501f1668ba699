import { fail, ok } from '../../src/base/result.ts';
import type { Notice } from '../../src/ipc/calls/app.ts';
import type { CallOutput, Handlers } from '../../src/ipc/contract.ts';
import type { Settings } from '../../src/settings/schema.ts';

/** What the program's shell lends to the calls of this group. */
export interface AppRoom {
  language: () => CallOutput<'app.start'>['language'];
  settings: () => Settings;
  /** Remembers choices and acts on them (theme, menu); answers all of them. */
  choose: (choices: Partial<Settings>) => Settings;
  dataFolder: string;
  version: string;
  templates: CallOutput<'app.start'>['templates'];
  /** What went wrong since the last page was told; told once. */
  takeNotices: () => Notice[];
  /** The page works, and can hold something unsaved from now on. */
  onStarted: () => void;
  /** The page has sent everything and may be closed. */
  onReadyToLeave: () => void;
  /** The page holds something that cannot be saved, and asks the person. */
  onStay: () => void;
  /** Opens an address outside; false where it is none that may be opened. */
  openOutside: (address: string) => Promise<boolean>;
}

export type AppCalls = 'app.start' | 'app.settings' | 'app.link' | 'app.ready-to-leave' | 'app.stay';

export function appHandlers(room: AppRoom): Pick<Handlers, AppCalls> {
  return {
    'app.start': async () => {
      room.onStarted();
      return ok({
        language: room.language(),
        settings: room.settings(),
        dataFolder: room.dataFolder,
        version: room.version,
        templates: room.templates,
        notices: room.takeNotices(),
      });
    },
    'app.settings': async (choices) => ok(room.choose(choices)),
    'app.link': async ({ address }) =>
      (await room.openOutside(address))
        ? ok(null)
        : fail('app.unsafe-link', 'Only http, https and mailto addresses are opened'),
    'app.ready-to-leave': async () => {
      room.onReadyToLeave();
      return ok(null);
    },
    'app.stay': async () => {
      room.onStay();
      return ok(null);
    },
  };
}
