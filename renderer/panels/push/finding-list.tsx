import { checkSentence, checkWords, type Place } from '../../../src/check/index.ts';
import type { Finding } from '../../../src/check/finding.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** What the checks say for this site; errors must be mended before anything goes. */
export function FindingList({ findings, onJump }: { findings: readonly Finding[]; onJump: (place: Place) => void }) {
  const words = useWords().push;
  const said = checkWords(useLanguage());
  return (
    <section className="export-checks" aria-label={words.checks}>
      <h3>{words.checks}</h3>
      <ul>
        {findings.map((finding, index) => (
          <li key={`${finding.key} ${index}`} data-level={finding.level}>
            <button type="button" onClick={() => onJump(finding.place)}>
              {checkSentence(finding, said)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
