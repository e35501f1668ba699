import { LEVELS } from '../../../src/check/finding.ts';
import { countLevels } from '../../../src/check/heed.ts';
import { checkWords } from '../../../src/check/words/index.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** `2 errors, 1 warning`, in the window's language. */
export function useCheckCounts(): string {
  const { checks } = useRoom();
  const words = useWords().checks;
  const language = useLanguage();
  const said = checkWords(language);
  const findings = useStore(checks.findings);
  if (findings === null) return words.looking;
  const numbers = countLevels(findings);
  const counts = LEVELS.filter((level) => numbers[level] > 0).map((level) =>
    fillCount(language, said.counts[level], numbers[level]),
  );
  return counts.length === 0 ? said.clean : counts.join(', ');
}
