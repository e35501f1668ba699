import type { LexicalEditor, NodeKey } from 'lexical';
import { createButton } from '../../dom/controls.ts';
import { wordsOf } from '../../words.ts';
import { PHOTO_COMMAND, type PhotoDeed } from './photo-room.ts';
import type { PhotoFields } from './photo-state.ts';

/** Where a photo stands among others, which decides what can be done with it. */
export interface Standing {
  isFirst: boolean;
  isLast: boolean;
  /** It stands in a gallery. */
  hasOthers: boolean;
  /** A figure stands right above its own. */
  isBelowFigure: boolean;
}

/** The photo's buttons; the window does what they ask for. */
export function createPhotoTools(
  editor: LexicalEditor,
  key: NodeKey,
  openDetails: (isOpen: boolean) => void,
): HTMLElement {
  const { tools: words } = wordsOf(editor).photo;
  const bar = document.createElement('div');
  bar.className = 'photo-tools';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', words.label);
  const deed = (label: string, name: PhotoDeed): HTMLButtonElement => {
    const button = createButton(label, () => editor.dispatchCommand(PHOTO_COMMAND, { photo: key, deed: name }));
    button.dataset.deed = name;
    return button;
  };
  const details = createButton(words.details, () => {
    const isOpen = details.getAttribute('aria-expanded') !== 'true';
    details.setAttribute('aria-expanded', String(isOpen));
    openDetails(isOpen);
  });
  details.setAttribute('aria-expanded', 'false');
  const lead = deed(words.lead, 'lead');
  lead.setAttribute('aria-pressed', 'false');
  bar.append(
    details,
    deed(words.crop, 'crop'),
    lead,
    deed(words.add, 'add'),
    deed(words.replace, 'replace'),
    deed(words.earlier, 'earlier'),
    deed(words.later, 'later'),
    deed(words.takeOut, 'take-out'),
    deed(words.join, 'join'),
  );
  return bar;
}

/** Shows the buttons that mean something for this photo where it stands. */
export function syncTools(element: HTMLElement, photo: PhotoFields, standing: Standing, editor: LexicalEditor): void {
  const { tools: words } = wordsOf(editor).photo;
  const show = (name: PhotoDeed, isShown: boolean): void => {
    const button = element.querySelector<HTMLButtonElement>(`[data-deed='${name}']`);
    if (button) button.hidden = !isShown;
  };
  const hasPicture = photo.media !== null;
  show('crop', hasPicture);
  show('lead', hasPicture);
  show('earlier', standing.hasOthers && !standing.isFirst);
  show('later', standing.hasOthers && !standing.isLast);
  show('take-out', standing.hasOthers);
  show('join', standing.isBelowFigure);
  const replace = element.querySelector(`[data-deed='replace']`);
  if (replace) replace.textContent = hasPicture ? words.replace : words.supply;
}
