import { useId, useState } from 'react';
import type { Receipt } from '../../../src/import/receipt.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWindowKeys } from '../../ui/use-window-keys.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import type { StoryFields } from '../../../src/story/schema.ts';
import type { Intake } from '../../state/intake.ts';
import { useStore } from '../../state/use-store.ts';
import './intake.css';

const sum = (part: Partial<Record<string, number>>): number =>
  Object.values(part).reduce<number>((total, count) => total + (count ?? 0), 0);

/**
 * What was kept, changed and dropped of what came in, under the page: one quiet line that opens to the whole list. Alt+Z takes
 * it back, Alt+R keeps it raw, Alt+A arranges it into fields.
 */
export function ReceiptStrip({ intake, fields }: { intake: Intake; fields: StoryFields }) {
  const words = useWords().intake;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { came, arranging } = useStore(intake.state);
  const canUndo = came !== null && !came.isBodyTouched && came.fields === fields;
  const canKeepRaw = canUndo && came.raw !== null;

  useWindowKeys((event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !came || arranging) return;
    const act = { KeyZ: canUndo && intake.undo, KeyR: canKeepRaw && intake.keepRaw, KeyA: intake.openArranging }[
      event.code
    ];
    if (!act) return;
    event.preventDefault();
    void act();
  });

  if (!came) return null;
  const { receipt } = came;
  const counts = fill(words.counts, {
    kept: sum(receipt.kept),
    changed: sum(receipt.changed),
    dropped: sum(receipt.dropped),
  });
  return (
    <section className="intake" aria-label={words.label}>
      {isOpen && <ReceiptList id={id} receipt={receipt} />}
      <div className="intake-line">
        <button
          type="button"
          className="intake-counts"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <Icon name="down" />
          <span>
            {fill(words.how[came.how], { name: came.name })} {counts}
          </span>
        </button>
        {came.isOffered && <strong className="intake-offer">{words.offer}</strong>}
        <div className="intake-choices">
          {came.how !== 'arranged' && (
            <button
              type="button"
              className="button"
              data-kind={came.isOffered ? 'main' : 'outline'}
              aria-keyshortcuts="Alt+A"
              title="Alt+A"
              onClick={() => void intake.openArranging()}
            >
              {words.arrange}
            </button>
          )}
          {canKeepRaw && (
            <button type="button" className="button" aria-keyshortcuts="Alt+R" title="Alt+R" onClick={intake.keepRaw}>
              {words.keepRaw}
            </button>
          )}
          {canUndo && (
            <button type="button" className="button" aria-keyshortcuts="Alt+Z" title="Alt+Z" onClick={intake.undo}>
              {words.undo}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={intake.dismiss}
          >
            <Icon name="close" />
          </button>
        </div>
      </div>
    </section>
  );
}

/** Every line of the receipt, with the words that were dropped. */
function ReceiptList({ id, receipt }: { id?: string; receipt: Receipt }) {
  const words = useWords().intake;
  const column = (name: 'kept' | 'changed' | 'dropped') => {
    const labels: Record<string, string> = words[name];
    const entries = Object.entries(receipt[name]).filter(([, count]) => count > 0);
    return (
      <div>
        <h3>{words.columns[name]}</h3>
        {entries.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <ul>
            {entries.map(([key, count]) => (
              <li key={key}>
                {labels[key] ?? key}: {count}
              </li>
            ))}
          </ul>
        )}
      </div>
    );
  };
  const texts = receipt.texts ?? [];
  return (
    // Reached with Tab, so that it can be scrolled with the keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the focus
    <div id={id} className="intake-list" role="group" aria-label={words.list} tabIndex={0}>
      <div className="intake-columns">
        {column('kept')}
        {column('changed')}
        {column('dropped')}
      </div>
      {texts.length > 0 && (
        <div className="intake-texts">
          <h3>{words.droppedTexts}</h3>
          <ul>
            {texts.map(({ name, text }, index) => (
              <li key={index}>
                <span>{words.dropped[name]}</span> <q>{text}</q>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
