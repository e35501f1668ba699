import type { Place } from '../../../src/check/index.ts';
import type { EditorHandle } from '../../editor/editor.tsx';
import { fieldId } from '../fields/order.ts';

/** Brings a finding's place into sight, with its text selected and the focus on it. */
export function goTo(place: Place, editor: EditorHandle | null): void {
  if (place.in === 'story' || (place.in === 'field' && place.field === 'body')) {
    editor?.focus();
    return;
  }
  if (place.in !== 'field') {
    editor?.reveal(place);
    return;
  }
  const control = document.getElementById(fieldId(place.field));
  if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
  // The story's details are shut until wanted.
  const details = control.closest('details');
  if (details) details.open = true;
  control.focus();
  // A day and a time have no text to select.
  if (control.selectionStart !== null) control.setSelectionRange(place.from ?? 0, place.to ?? control.value.length);
  control.scrollIntoView({ block: 'center' });
}
