import type { BlockOf, Photo } from '../../story/schema.ts';
import { creditToPrint } from '../credit.ts';
import { isBlank } from '../clean.ts';
import { focusAttribute } from './focus.ts';
import { attribute, markup, type Markup } from './markup.ts';
import type { PageContext, PageImage } from './page-context.ts';
import { isBlankText, runsHtml } from './runs.ts';

/** How wide a photo stands in the page's style: the text's column, or nearly the window. */
const SIZES = '(min-width: 56.5rem) 54rem, calc(100vw - 2.5rem)';

/** The widths to choose from; nothing where there is only one. */
function srcset(images: readonly PageImage[]): Markup | null {
  if (images.length < 2) return null;
  const widths = images.map(({ address, width }, index) => markup`${index > 0 ? ', ' : ''}${address} ${width}w`);
  return markup` srcset="${widths}" sizes="${SIZES}"`;
}

/** Forms of the picture that not every reader shows, offered before the one that all do. */
function sources(images: readonly PageImage[], common: string): Markup[] {
  const types = [...new Set(images.map(({ type }) => type))].filter((type) => type !== common);
  return types.map((type) => {
    const own = images.filter((image) => image.type === type);
    const choice = srcset(own) ?? markup` srcset="${own[0]?.address}"`;
    return markup`<source type="${type}"${choice}>\n`;
  });
}

function pictureHtml(photo: Photo, page: PageContext): Markup {
  const images = page.images(photo);
  const [widest] = images;
  if (!widest) {
    const alt = isBlank(photo.alt) ? null : markup` <span class="alt">${photo.alt}</span>`;
    return markup`<div class="photo-to-come"><span>${page.words.photoToCome}</span>${alt}</div>\n`;
  }
  const common = images.filter(({ type }) => type === widest.type);
  const alt = attribute('alt', photo.decorative ? '' : photo.alt);
  const size = markup`width="${widest.width}" height="${widest.height}"`;
  const loading = page.loadsAtOnce || photo === page.leadPhoto ? 'eager' : 'lazy';
  const focus = focusAttribute(photo, page);
  const image = markup`<img src="${widest.address}"${srcset(common)}${alt} ${size}${focus} loading="${loading}">\n`;
  const others = sources(images, widest.type);
  return others.length === 0 ? image : markup`<picture>\n${others}${image}</picture>\n`;
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
