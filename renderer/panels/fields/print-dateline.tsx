import { useState } from 'react';
import { flushSync } from 'react-dom';
import { datelineOf, withMarkOf } from '../../../src/story/dateline.ts';
import type { StoryFields } from '../../../src/story/schema.ts';
import type { Session } from '../../state/session.ts';
import { useWords } from '../../words/use-words.ts';
import { DatelineDialog, type Printed } from './dateline-dialog.tsx';
import { fieldId } from './order.ts';
import { useHouse } from '../../state/use-house.ts';

/** The button that prints the dateline from its parts: instant, place, newsroom and the house's form. */
export function PrintDateline({ session, fields }: { session: Session; fields: StoryFields }) {
  const words = useWords().fields.dateline;
  const house = useHouse();
  const [isOpen, setOpen] = useState(false);

  function put({ text, mark }: Printed): void {
    // First the dialog must be gone: nothing outside of it can take the focus.
    flushSync(() => setOpen(false));
    const control = document.getElementById(fieldId('dateline'));
    if (!(control instanceof HTMLTextAreaElement)) return;
    control.focus();
    if (text !== null && text !== control.value) {
      control.select();
      // The one way to put text in that keeps the control's own undo.
      document.execCommand('insertText', false, text);
    }
    const { dateline, language } = session.fields.get();
    const line = datelineOf(dateline, text ?? dateline.text, language, house);
    session.setFields({ dateline: mark === null ? line : withMarkOf(line, mark, language, house) });
  }

  return (
    <>
      <button type="button" className="field-tool" aria-label={words.openLabel} onClick={() => setOpen(true)}>
        {words.open}
      </button>
      {isOpen && <DatelineDialog fields={fields} onPrint={put} onClose={() => setOpen(false)} />}
    </>
  );
}
