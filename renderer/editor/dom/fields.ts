import { HISTORY_MERGE_TAG, setDOMUnmanaged, type LexicalEditor } from 'lexical';

export interface FieldWords {
  label: string;
  hint: string;
}

/** Events that Lexical listens to on the root, and must not see when they happen in a plain input inside the text. */
const OWN_EVENTS = [
  'keydown',
  'keyup',
  'beforeinput',
  'input',
  'paste',
  'copy',
  'cut',
  'drop',
  'dragover',
  'click',
  'compositionstart',
  'compositionend',
] as const;

/** A part of a block's DOM that holds plain inputs, and that Lexical leaves alone. */
export function createFieldset(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.contentEditable = 'false';
  setDOMUnmanaged(element);
  for (const name of OWN_EVENTS) element.addEventListener(name, (event) => event.stopPropagation());
  return element;
}

/**
 * A labelled input, growing with its text, whose text belongs to a node. What is typed between focus and blur is one step of undo.
 *
 * @param $change writes the text to the node; runs in an update of the editor
 */
export function createField(
  editor: LexicalEditor,
  words: FieldWords,
  value: string,
  $change: (text: string) => void,
): HTMLLabelElement {
  const label = document.createElement('label');
  const name = document.createElement('span');
  const input = document.createElement('textarea');
  name.textContent = words.label;
  input.rows = 1;
  input.value = value;
  input.placeholder = words.hint;
  // These are single lines, however long: Enter must not break them, unless it ends an input method's word.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
  });
  let isFresh = true;
  input.addEventListener('focus', () => {
    isFresh = true;
  });
  input.addEventListener('input', () => {
    const text = input.value.replace(/\s*\n\s*/g, ' ');
    editor.update(() => $change(text), isFresh ? {} : { tag: HISTORY_MERGE_TAG });
    isFresh = false;
  });
  label.append(name, input);
  return label;
}

/** Shows the node's text in the field, unless it is there already: writing an equal value would move the caret. */
export function syncField(label: Element | null | undefined, value: string): void {
  const input = label?.querySelector('textarea');
  if (input && input.value.normalize('NFC') !== value) input.value = value;
}
