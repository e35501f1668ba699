import { shownFocus } from '../../picture/shape.ts';
import type { Photo, Story } from '../../story/schema.ts';
import { photosOf } from '../../story/walk.ts';
import { attribute, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** The part of a photo that must stay in sight, in whole percent of what is shown. */
function focusOf(photo: Photo): { x: number; y: number } | null {
  const focus = shownFocus(photo);
  return focus && { x: Math.round(focus.x * 100), y: Math.round(focus.y * 100) };
}

/** What an image says of its focal point (CSS `object-position`), which counts where a page cuts it to a shape of its own. */
export function focusAttribute(photo: Photo, { focusBy }: PageContext): Markup | null {
  const focus = focusOf(photo);
  if (!focus) return null;
  return focusBy === 'class'
    ? attribute('class', `focus-${focus.x}-${focus.y}`)
    : attribute('style', `object-position: ${focus.x}% ${focus.y}%`);
}

/** The rules of a page's sheet for the classes that its images have. */
export function focusRules(story: Pick<Story, 'body'>): string {
  const rules = photosOf(story).flatMap((photo) => {
    const focus = focusOf(photo);
    return focus ? [`.focus-${focus.x}-${focus.y} { object-position: ${focus.x}% ${focus.y}%; }\n`] : [];
  });
  return [...new Set(rules)].join('');
}
