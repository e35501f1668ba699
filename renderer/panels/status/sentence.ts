import { waitingCount, type SaveState } from '../../state/saving.ts';
import type { KeptNotice } from '../../state/session.ts';
import { saveTime } from '../../words/dates.ts';
import type { Words } from '../../words/en/index.ts';
import { fill, fillCount } from '../../words/fill.ts';

/** What the status line says of a state. */
export function saveSentence(saving: SaveState, words: Words['status'], language: string): string {
  switch (saving.is) {
    case 'saved':
      return fill(words.saved, { time: saveTime(saving.savedAt, language, new Date()) });
    case 'gathering':
    case 'sending':
      return words.saving;
    case 'failed':
    case 'retrying':
      return fillCount(language, words.notSaved, waitingCount(saving), {
        why: saveReason(saving.failure.code, words),
        copy: words.saveCopy,
      });
  }
}

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
