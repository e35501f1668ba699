import { checkSentence, checkWords, type Place } from '../../../src/check/index.ts';
import type { Finding } from '../../../src/check/finding.ts';
import { useLanguage } from '../../words/use-words.ts';
import './finding-list.css';

interface FindingListProps {
  title: string;
  findings: readonly Finding[];
  onJump: (place: Place) => void;
}

/** What the checks say before a story leaves; each leads to its place. */
export function FindingList({ title, findings, onJump }: FindingListProps) {
  const said = checkWords(useLanguage());
  if (findings.length === 0) return null;
  return (
    <section className="finding-list" aria-label={title}>
      <h3>{title}</h3>
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
