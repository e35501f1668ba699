import type { BlockOf, Photo } from '../../story/schema.ts';
import { creditToPrint } from '../credit.ts';
import { attribute, isBlank, markup, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { isBlankText, runsHtml } from './runs.ts';

function pictureHtml(photo: Photo, page: PageContext): Markup {
  const file = photo.media === null ? undefined : page.story.media[photo.media];
  if (photo.media === null || !file) {
    const alt = isBlank(photo.alt) ? null : markup` <span class="alt">${photo.alt}</span>`;
    return markup`<div class="photo-to-come"><span>${page.words.photoToCome}</span>${alt}</div>\n`;
  }
  const alt = attribute('alt', photo.alt);
  const size = markup`width="${file.width}" height="${file.height}"`;
  const loading = photo === page.leadPhoto ? 'eager' : 'lazy';
  return markup`<img src="${page.address(photo.media)}"${alt} ${size} loading="${loading}">\n`;
}

function captionHtml(photo: Photo, page: PageContext): Markup | null {
  const name = creditToPrint(photo);
  const credit = name === '' ? null : markup`<span class="credit">${page.words.credit}${name}</span>`;
  const caption = isBlankText(photo.caption) ? null : markup`<span class="caption">${runsHtml(photo.caption)}</span>`;
  if (!credit && !caption) return null;
  return markup`<figcaption>${caption}${caption && credit ? ' ' : ''}${credit}</figcaption>\n`;
}

function photoHtml(photo: Photo, page: PageContext): Markup {
  return markup`<figure class="photo">\n${pictureHtml(photo, page)}${captionHtml(photo, page)}</figure>\n`;
}

/** One photo is a figure; several are a gallery of figures, each with its own caption and credit. */
export function figureHtml(block: BlockOf<'figure'>, page: PageContext): Markup {
  const photos = block.photos.map((photo) => photoHtml(photo, page));
  return photos.length === 1 ? markup`${photos}` : markup`<div class="gallery">\n${photos}</div>\n`;
}
