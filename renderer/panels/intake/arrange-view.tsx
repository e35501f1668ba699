import { useMemo } from 'react';
import { fitting } from '../../../src/base/text.ts';
import { compose } from '../../../src/import/article.ts';
import { PARTS, type Arrangement, type Part, type Placed } from '../../../src/import/recognise/index.ts';
import { blockText } from '../../../src/story/walk.ts';
import { Modal } from '../../ui/modal.tsx';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { FieldsPreview } from './fields-preview.tsx';

export interface ArrangeViewProps {
  arrangement: Arrangement;
  onChange: (arrangement: Arrangement) => void;
  onAccept: () => void;
  onClose: () => void;
}

/** What a line can become: only text goes to a field; a picture or a table stays where it is, or goes. */
function choicesFor({ block, text }: Placed): readonly Part[] {
  if (block === null) return ['mark', 'byline', 'furniture', 'body'];
  if (block.type === 'paragraph' || block.type === 'heading') return PARTS.filter((part) => part !== 'mark');
  return text === '' ? ['body'] : ['body', 'furniture'];
}

/**
 * The raw text beside the story that it makes: every line with what it becomes, each to be changed with the keys (Tab to a line,
 * arrows or a first letter to choose). Accepting is one step of the story's history.
 */
export function ArrangeView({ arrangement, onChange, onAccept, onClose }: ArrangeViewProps) {
  const words = useWords().intake;
  const article = useMemo(
    () => compose({ receipt: { kept: {}, changed: {}, dropped: {} } }, arrangement),
    [arrangement],
  );

  function choose(index: number, part: Part): void {
    const lines = arrangement.lines.map((line, at) =>
      at === index ? { ...line, part, ...restored(line, part) } : line,
    );
    onChange({ ...arrangement, lines });
  }

  return (
    <Modal title={words.arrangeTitle} className="arrange" onClose={onClose}>
      <div className="arrange-sides">
        <ol className="arrange-lines" aria-label={words.lines} lang={arrangement.language}>
          {arrangement.lines.map((line, index) => (
            <Line key={index} line={line} number={index + 1} onPart={(part) => choose(index, part)} />
          ))}
        </ol>
        <FieldsPreview article={article} language={arrangement.language} />
      </div>
      <footer className="arrange-foot">
        <p>{words.arrangeHint}</p>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="button" className="button" data-kind="main" onClick={onAccept}>
          {words.accept}
        </button>
      </footer>
    </Modal>
  );
}

/** A label that a rule took off stays off only where the line goes to what the label named. */
function restored(line: Placed, part: Part): Partial<Placed> {
  return line.proposal?.part === part || part === 'body' || part === 'furniture' ? {} : { said: line.text };
}

function Line({ line, number, onPart }: { line: Placed; number: number; onPart: (part: Part) => void }) {
  const words = useWords().intake;
  const text =
    line.text.trim() || (line.block ? blockText(line.block) : '') || words.blocks[line.block?.type ?? 'unknown'];
  const { proposal } = line;
  const doubt =
    proposal && proposal.part !== line.part ? fill(words.maybe, { part: words.parts[proposal.part] }) : null;
  return (
    <li className="arrange-line" data-part={line.part}>
      <select
        className="select"
        aria-label={fill(words.linePart, { number, text: fitting(text, 60) })}
        value={line.part}
        onChange={(event) => {
          onPart(event.currentTarget.value as Part);
        }}
      >
        {choicesFor(line).map((part) => (
          <option key={part} value={part}>
            {words.parts[part]}
          </option>
        ))}
      </select>
      <p>
        {text}
        {doubt !== null && (
          <button
            type="button"
            className="arrange-doubt"
            title={proposal?.rule}
            onClick={() => {
              if (proposal) onPart(proposal.part);
            }}
          >
            {doubt}
          </button>
        )}
      </p>
    </li>
  );
}
