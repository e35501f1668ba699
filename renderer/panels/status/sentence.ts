import { waitingCount, type FailedSave } from '../../state/saving.ts';
import type { KeptNotice } from '../../state/session.ts';
import { saveTime } from '../../words/dates.ts';
import type { Words } from '../../words/en/index.ts';
import { fill, fillCount } from '../../words/fill.ts';

/** What the status line says while changes do not get to the disk. */
export const failedSentence = (failed: FailedSave, words: Words['status'], language: string): string =>
  fillCount(language, words.notSaved, waitingCount(failed), {
    why: saveReason(failed.failure.code, words),
    copy: words.saveCopy,
  });

/** What the status line says of a version that was just asked for. */
export function keptSentence({ version, isNew }: KeptNotice, words: Words['status'], language: string): string {
  const about = { time: saveTime(version.at, language, new Date()), label: version.label ?? '' };
  if (!isNew) return fill(words.keptAlready, about);
  if (version.kind === 'restored') return words.restored;
  return fill(version.label === undefined ? words.kept : words.keptNamed, about);
}

/** Why something was not saved, in half a sentence. */
export function saveReason(code: string, words: Words['status']): string {
  return words.reasons[code] ?? words.reasons.other ?? code;
}
