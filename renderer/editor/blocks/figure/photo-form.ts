import type { LexicalEditor } from 'lexical';
import { normalise } from '../../../../src/base/text.ts';
import { PHOTO_KINDS } from '../../../../src/story/photo-details.ts';
import { createCheck, createChoice, createDate } from '../../dom/controls.ts';
import { createField, syncField } from '../../dom/fields.ts';
import { wordsOf } from '../../words.ts';
import type { PhotoFields } from './photo-state.ts';

type FieldName = keyof PhotoFields;

/** Fields of text in the details, in the order in which one asks: who, whose, may we, where and when, what. */
const TEXTS = [
  'creator',
  'source',
  'rights',
  'rightsHolder',
  'usageTerms',
  'place',
  'headline',
  'instructions',
] as const;

/** Whose fields they are. */
export interface PhotoDesk {
  editor: LexicalEditor;
  /** Writes fields of the photo; runs in an update of the editor. */
  $write: (fields: Partial<PhotoFields>) => void;
}

/** Names the field that a label is for, so that it can be kept in step with the photo. */
function named(label: HTMLLabelElement, field: FieldName): HTMLLabelElement {
  label.dataset.field = field;
  return label;
}

/** Text as the photo has it: an empty one of the details is not said at all. */
const REQUIRED = new Set<FieldName>(['alt', 'credit', 'source', 'rights']);
const textValue = (field: FieldName, text: string): Partial<PhotoFields> => {
  const value = normalise(text);
  return { [field]: value === '' && !REQUIRED.has(field) ? undefined : value };
};

/** A field for one text of a photo. */
export function photoField(
  { editor, $write }: PhotoDesk,
  field: 'credit' | 'alt' | 'captionWriter' | (typeof TEXTS)[number],
  words: { label: string; hint: string },
  value: string,
): HTMLLabelElement {
  return named(
    createField(editor, words, value, (text) => $write(textValue(field, text))),
    field,
  );
}

const splitKeywords = (text: string): string[] =>
  normalise(text)
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** All that is said of a photo beyond its caption, credit and alt text. Made when it is first opened. */
export function createPhotoForm(desk: PhotoDesk, photo: PhotoFields): HTMLElement {
  const { editor, $write } = desk;
  const { photo: words } = wordsOf(editor);
  const form = document.createElement('div');
  form.className = 'photo-form';
  const write = (fields: Partial<PhotoFields>): void => editor.update(() => $write(fields));
  const text = (field: (typeof TEXTS)[number] | 'captionWriter'): HTMLLabelElement =>
    photoField(desk, field, { label: words.fields[field], hint: words.hints[field] }, photo[field] ?? '');
  const keywords = createField(
    editor,
    { label: words.fields.keywords, hint: words.hints.keywords },
    (photo.keywords ?? []).join(', '),
    (typed) => {
      const found = splitKeywords(typed);
      $write({ keywords: found.length > 0 ? found : undefined });
    },
  );
  const kinds = Object.fromEntries(PHOTO_KINDS.map((kind) => [kind, words.kinds[kind]]));
  form.append(
    named(
      createChoice(words.fields.kind, kinds, photo.kind ?? 'photograph', (value) => {
        const kind = PHOTO_KINDS.find((known) => known === value);
        write({ kind: kind === 'photograph' ? undefined : kind });
      }),
      'kind',
    ),
    ...TEXTS.slice(0, 5).map(text),
    named(
      createDate(words.fields.usageExpires, 'date', photo.usageExpires ?? '', (day) =>
        write({ usageExpires: day === '' ? undefined : day }),
      ),
      'usageExpires',
    ),
    ...TEXTS.slice(5, 6).map(text),
    named(
      createDate(words.fields.takenAt, 'datetime-local', localTime(photo.takenAt), (time) =>
        write({ takenAt: time === '' ? undefined : takenAt(time, photo.takenAt) }),
      ),
      'takenAt',
    ),
    ...TEXTS.slice(6).map(text),
    named(keywords, 'keywords'),
    text('captionWriter'),
    named(
      createCheck(words.fields.showCredit, photo.showCredit !== false, (isShown) =>
        write({ showCredit: isShown ? undefined : false }),
      ),
      'showCredit',
    ),
    named(
      createCheck(words.fields.usageBlocked, photo.usageBlocked === true, (isBlocked) =>
        write({ usageBlocked: isBlocked ? true : undefined }),
      ),
      'usageBlocked',
    ),
  );
  return form;
}

/** The clock where it was taken, as the control wants it. A day alone begins at midnight. */
const localTime = (takenAt = ''): string => (takenAt.length === 10 ? `${takenAt}T00:00` : takenAt.slice(0, 16));

/** The time that was chosen, at the offset that the photo had. */
function takenAt(time: string, before = ''): string {
  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(before.slice(10))?.[0] ?? '';
  return `${time.slice(0, 16)}:00${offset}`;
}

/** Brings every field on show in step with the photo, and says which came out of its file. */
export function syncPhoto(element: HTMLElement, photo: PhotoFields, note: string): void {
  const said = (field: FieldName): string => {
    const value = photo[field];
    return typeof value === 'string' ? value : '';
  };
  for (const label of element.querySelectorAll<HTMLLabelElement>('label[data-field]')) {
    const field = label.dataset.field as FieldName;
    const control = label.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
    const value = photo[field];
    if (control instanceof HTMLSelectElement) control.value = typeof value === 'string' ? value : 'photograph';
    else if (control?.type === 'checkbox') control.checked = field === 'showCredit' ? value !== false : value === true;
    else if (control) control.value = field === 'takenAt' ? localTime(photo.takenAt) : said(field);
    else if (field === 'keywords') syncKeywords(label, photo.keywords ?? []);
    else syncField(label, said(field));
    showNote(label, photo.fromFile?.includes(field) === true ? note : '');
  }
}

function syncKeywords(label: HTMLElement, keywords: readonly string[]): void {
  const input = label.querySelector('textarea');
  if (input && String(splitKeywords(input.value)) !== String(keywords)) input.value = keywords.join(', ');
}

/** Beside the field's name, and not part of it. */
function showNote(label: HTMLElement, note: string): void {
  const control = label.querySelector<HTMLElement>('textarea, input, select');
  let shown = label.querySelector<HTMLElement>('.origin-note');
  if (note === '') {
    shown?.remove();
    control?.removeAttribute('aria-description');
    return;
  }
  if (!shown) {
    shown = document.createElement('small');
    shown.className = 'origin-note';
    shown.setAttribute('aria-hidden', 'true');
    label.append(shown);
  }
  shown.textContent = note;
  control?.setAttribute('aria-description', note);
}
