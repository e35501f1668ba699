import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { KeptVersion } from '../../../src/versions/index.ts';
import { rowAfter } from '../../ui/list-keys.ts';
import { longMoment } from '../../words/dates.ts';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { NOW } from './history.ts';

interface VersionListProps {
  versions: readonly KeptVersion[];
  /** The number of the chosen one; 0 is the story as it is now. */
  chosen: number;
  onChoose: (n: number) => void;
}

/** The versions, the newest first and before them the story as it is; arrows, Page Up and Down, Home and End choose. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const words = useWords().versions;
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const numbers = [0, ...versions.map(({ n }) => n)];

  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);

  function press(event: KeyboardEvent): void {
    const to = rowAfter(event.key, numbers.indexOf(chosen), numbers.length);
    const next = to === null ? undefined : numbers[to];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
  }

  return (
    <div
      ref={box}
      className="versions-list"
      role="listbox"
      aria-label={words.list}
      aria-activedescendant={`${id}-${chosen}`}
      tabIndex={0}
      onKeyDown={press}
    >
      <Row
        id={`${id}-0`}
        isChosen={chosen === 0}
        onChoose={() => {
          onChoose(0);
        }}
        title={words.now}
        facts={[]}
      />
      {versions.map((version, index) => (
        <Row
          key={version.n}
          id={`${id}-${version.n}`}
          isChosen={version.n === chosen}
          onChoose={() => {
            onChoose(version.n);
          }}
          title={longMoment(version.at, language)}
          label={version.label}
          facts={[
            words.kinds[version.kind],
            version.by,
            `${fillCount(language, words.words, version.words)}${change(version, versions[index + 1], language)}`,
          ]}
        />
      ))}
    </div>
  );
}

interface RowProps {
  id: string;
  isChosen: boolean;
  onChoose: () => void;
  title: string;
  label?: string;
  facts: readonly string[];
}

function Row({ id, isChosen, onChoose, title, label, facts }: RowProps) {
  return (
    // The list takes the keys: it, not the row, has the focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div id={id} className="versions-row" role="option" aria-selected={isChosen} onClick={onChoose}>
      {label !== undefined && <div className="versions-label">{label}</div>}
      <div className="versions-when">{title}</div>
      {facts.length > 0 && <div className="versions-facts">{facts.filter(Boolean).join(' · ')}</div>}
    </div>
  );
}

/** How many words more or fewer than the version before: ` (+34)`. */
function change(version: KeptVersion, before: KeptVersion | undefined, language: string): string {
  if (!before || before.words === version.words) return '';
  const format = new Intl.NumberFormat(language, { signDisplay: 'always' });
  return ` (${format.format(version.words - before.words)})`;
}

/** What names a version's story in the history. */
export const hashOf = (versions: readonly KeptVersion[], n: number): string =>
  versions.find((version) => version.n === n)?.hash ?? NOW;
