import { fail, ok, type Result } from '../../src/base/result.ts';
import type { DeskAsked, SharedDeskShown } from '../../src/ipc/calls/desk.ts';
import { readPackageFile } from '../services/package-file.ts';
import type { Library } from '../services/library.ts';
import type { Returned } from '../services/returned.ts';
import type { SharedDesk } from '../services/shared-desk/shared-desk.ts';
import { lineageOf } from '../../src/versions/index.ts';
import { fileSource, takeIn, type TakenIn } from './take-in.ts';

/** What the program's shell lends to the desk. */
export interface DeskRoom {
  desk: SharedDesk;
  returned: Returned;
  /** Asks for the desk's folder; null where the person changed their mind. */
  askDesk: () => Promise<string | null>;
  showFolder: (path: string) => void;
}

/** What is taken from the shared desk and what becomes of it. */
export interface DeskCopies {
  act: (asked: DeskAsked) => Promise<Result<SharedDeskShown>>;
  /** Takes one of its files in, as any other package. Fails with `desk.not-there`, `desk.coming` (`file`). */
  take: (file: string) => Promise<Result<TakenIn>>;
  /** A copy was decided upon: one that is kept beside the story is no news any more. */
  decided: (token: string, isSeparate: boolean) => Promise<void>;
}

/** Whether a story is here, and whether this content of it is or was. */
export async function knows(
  library: Library,
  id: string,
  head: string,
): Promise<{ isHere: boolean; isKnown: boolean }> {
  const isHere = library.rows([id]).length > 0;
  const listed = isHere ? await library.versions.history.list(id) : null;
  const newest = listed?.ok ? listed.value[0] : undefined;
  if (!listed?.ok || !newest) return { isHere, isKnown: false };
  return { isHere, isKnown: lineageOf(listed.value.toReversed(), newest.hash).includes(head) };
}

export function createDeskCopies({ desk, returned, askDesk, showFolder }: DeskRoom): DeskCopies {
  /** The desk's files whose copies wait for a decision, by the copy's token. */
  const waiting = new Map<string, string>();
  return {
    async act(asked) {
      switch (asked.desk) {
        case 'look':
          return ok(await desk.look());
        case 'choose': {
          const folder = await askDesk();
          return folder === null ? ok(await desk.look()) : desk.choose(folder);
        }
        case 'leave':
          return desk.leave();
        case 'show':
          if (desk.folder !== null) showFolder(desk.folder);
          return ok(await desk.look());
        case 'put-away':
          return desk.putAway(asked.file);
      }
    },
    async take(file) {
      const path = desk.pathOf(file);
      if (path === null) return fail('desk.not-there', `${file} is not on the desk`, { file });
      if (desk.isFresh(file)) {
        const whole = await readPackageFile(path);
        if (!whole.ok && whole.failure.code === 'package.damaged')
          return fail('desk.coming', `${file} is still being copied`, { file });
      }
      const taken = await takeIn([fileSource(path)], returned);
      for (const { token } of taken.returned) waiting.set(token, file);
      await desk.look();
      return ok(taken);
    },
    async decided(token, isSeparate) {
      const file = waiting.get(token);
      waiting.delete(token);
      if (file !== undefined && isSeparate) await desk.putAway(file);
      else await desk.look();
    },
  };
}
