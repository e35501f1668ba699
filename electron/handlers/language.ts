import { ok } from '../../src/base/result.ts';
import type { Handlers } from '../../src/ipc/contract.ts';
import type { LanguageFolder } from '../services/language-files.ts';

/** @param show opens a folder in the system's file manager */
export function languageHandlers(
  files: LanguageFolder,
  show: (path: string) => void,
): Pick<Handlers, 'language.files'> {
  return {
    'language.files': async (asked) => {
      if (asked.do === 'learn') {
        const learnt = await files.learn(asked.word);
        if (!learnt.ok) return learnt;
      } else if (asked.do === 'show') {
        const ready = await files.prepare();
        if (!ready.ok) return ready;
        show(files.path);
      }
      return ok(await files.read());
    },
  };
}
