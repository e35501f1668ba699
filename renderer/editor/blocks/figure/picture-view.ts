import type { MediaFile } from '../../../../src/story/schema.ts';
import { usageState } from '../../../../src/story/photo-rights.ts';
import { shownSize } from '../../../../src/picture/shape.ts';
import { fill } from '../../../words/fill.ts';
import type { EditorWords } from '../../../words/en/editor.ts';
import type { PhotoFields } from './photo-state.ts';

/** Where the window gets a picture from: the host serves media by hash, and a copy of a size for the screen. */
export const viewAddress = (media: string): string => `app://media/${media}/view`;

const percent = (fraction: number): string => `${(fraction * 100).toFixed(3)}%`;

/** Shows the part that the crop leaves, turned as the photo is; the picture itself is never touched. */
function shape(box: HTMLElement, image: HTMLElement, photo: PhotoFields, file: MediaFile | undefined): void {
  const { crop, rotation } = photo;
  const isShaped = file !== undefined && (crop !== undefined || rotation !== undefined);
  box.toggleAttribute('data-shaped', isShaped);
  if (rotation === undefined) delete box.dataset.rotation;
  else box.dataset.rotation = String(rotation);
  if (!isShaped) {
    box.style.removeProperty('--shown-ratio');
    image.style.removeProperty('object-view-box');
    return;
  }
  const shown = shownSize(file, photo);
  box.style.setProperty('--shown-ratio', String(shown.width / shown.height));
  const { x, y, width, height } = crop ?? { x: 0, y: 0, width: 1, height: 1 };
  const inset = [y, 1 - x - width, 1 - y - height, x].map((side) => percent(Math.max(0, side))).join(' ');
  image.style.setProperty('object-view-box', `inset(${inset})`);
}

/** This computer's day, YYYY-MM-DD. */
const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** What stands over the picture: that it may not be used, and what it is where it is no plain photograph. */
function showBadges(box: HTMLElement, photo: PhotoFields, words: EditorWords['photo']): void {
  box.querySelector('.photo-badges')?.remove();
  const badges = document.createElement('div');
  badges.className = 'photo-badges';
  const add = (text: string, tone?: string): void => {
    const badge = document.createElement('span');
    badge.textContent = text;
    if (tone !== undefined) badge.dataset.tone = tone;
    badges.append(badge);
  };
  const usage = usageState(photo, today());
  if (usage === 'blocked') add(words.notes.blocked, 'danger');
  if (usage === 'expired') add(fill(words.notes.expired, { date: photo.usageExpires ?? '' }), 'danger');
  if (photo.kind !== undefined && photo.kind !== 'photograph') add(words.kinds[photo.kind]);
  if (badges.childElementCount > 0) box.append(badges);
}

/** Shows the photo's picture as it will stand on the page, or that it is still to be supplied or missing. */
export function showPicture(
  box: HTMLElement,
  photo: PhotoFields,
  file: MediaFile | undefined,
  words: EditorWords['photo'],
): void {
  showBadges(box, photo, words);
  const shown = box.querySelector('img');
  const { media } = photo;
  if (media === null) {
    shown?.remove();
    box.dataset.missing = words.missing;
    return;
  }
  const image = shown ?? document.createElement('img');
  const address = viewAddress(media);
  // Behind a # stands only that the copy came after the original was shown.
  if (image.getAttribute('src')?.split('#')[0] !== address) {
    delete box.dataset.missing;
    image.src = address;
  }
  image.alt = photo.decorative === true ? '' : photo.alt;
  shape(box, image, photo, file);
  if (shown || box.dataset.missing !== undefined) return;
  image.draggable = false;
  image.decoding = 'async';
  image.addEventListener('error', () => {
    box.dataset.missing = words.unreadable;
    image.remove();
  });
  box.prepend(image);
}
