import { checkSentence, checkWords, type Finding } from '../../../src/check/index.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';

interface FindingRowProps {
  finding: Finding;
  onJump: () => void;
  /** Absent for what cannot be ignored. */
  onIgnore: (() => void) | null;
}

/** One finding: a button that goes to its place, and beside it one that puts it away. */
export function FindingRow({ finding, onJump, onIgnore }: FindingRowProps) {
  const words = useWords().checks;
  const said = checkWords(useLanguage());
  const { place } = finding;
  const where = place.in === 'field' ? said.fields[place.field] : words.places[place.in];
  const sentence = checkSentence(finding, said);
  return (
    <li className="finding" data-level={finding.level}>
      <button type="button" className="finding-jump" onClick={onJump}>
        <span className="finding-where">{where}</span>
        <span>{sentence}</span>
      </button>
      {onIgnore && (
        <button
          type="button"
          className="icon-button finding-ignore"
          aria-label={`${words.ignore}: ${sentence}`}
          title={words.ignore}
          onClick={onIgnore}
        >
          <Icon name="hide" />
        </button>
      )}
    </li>
  );
}
