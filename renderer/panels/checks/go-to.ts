import type { Place } from '../../../src/check/index.ts';
import type { EditorHandle } from '../../editor/editor.tsx';
import { fieldId, type PageStop } from '../fields/order.ts';

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
  const control = document.getElementById(fieldId(place.field as PageStop));
  if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
  control.focus();
  control.setSelectionRange(place.from ?? 0, place.to ?? control.value.length);
  control.scrollIntoView({ block: 'center' });
}
