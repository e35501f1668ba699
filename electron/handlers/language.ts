import { ok } from '../../src/base/result.ts';
import type { Shared } from '../../src/ipc/calls/language.ts';
import type { Handlers } from '../../src/ipc/contract.ts';
import type { LanguageFolder } from '../services/language-files.ts';

/** What the shell does for these calls. Each question answers null where the person changed their mind. */
export interface LanguageShell {
  /** Opens a folder in the system's file manager. */
  show: (path: string) => void;
  askFile: (what: Shared) => Promise<string | null>;
  askPlace: (what: Shared) => Promise<string | null>;
}

export function languageHandlers(files: LanguageFolder, shell: LanguageShell): Pick<Handlers, 'language.files'> {
  return {
    'language.files': async (asked) => {
      switch (asked.do) {
        case 'read':
          break;
        case 'learn': {
          const learnt = await files.learn(asked.word);
          if (!learnt.ok) return learnt;
          break;
        }
        case 'show': {
          const ready = await files.prepare();
          if (!ready.ok) return ready;
          shell.show(files.path);
          break;
        }
        case 'take':
        case 'give': {
          const path = await (asked.do === 'take' ? shell.askFile(asked.what) : shell.askPlace(asked.what));
          if (path === null) break;
          const done = await (asked.do === 'take'
            ? files.take(asked.what, path)
            : files.give(asked.what, path, asked.text));
          return done.ok ? ok({ ...(await files.read()), done: done.value }) : done;
        }
      }
      return ok({ ...(await files.read()), done: null });
    },
  };
}
