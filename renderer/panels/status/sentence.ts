import { waitingCount, type SaveState } from '../../state/saving.ts';
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
      return fillCount(language, words.notSaved, waitingCount(saving), { why: saveReason(saving.failure.code, words) });
  }
}

/** Why something was not saved, in half a sentence. */
export function saveReason(code: string, words: Words['status']): string {
  return words.reasons[code] ?? words.reasons.other ?? code;
}
