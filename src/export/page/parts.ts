import type { Block, MediaFile, Photo, Story } from '../../story/schema.ts';
import { leadPhotoOf } from '../../story/walk.ts';
import { exportWords } from '../words.ts';
import { isBlank } from '../clean.ts';
import { blockHtml } from './blocks.ts';
import { headerHtml } from './header.ts';
import { direction, languageTag } from './language.ts';
import { lines, Markup, markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** The reader's page piece by piece, for a preview that renews only what was typed: the same markup as in the export. */
export interface PageParts {
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** HTML of the article's head: kicker, headline, standfirst, byline, dateline. */
  header: string;
  /** HTML of each block of the body that shows anything, by its id. */
  blocks: { id: string; html: string }[];
  /** HTML of the source line; empty without one. */
  footer: string;
}

/** Where a preview finds a photo's picture as it will be published, and how large that is in pixels. */
export interface PreviewImage {
  address: string;
  width: number;
  height: number;
}

/** Makes a page's parts; what was made of a block is kept for as long as the block and what it depends on stay the same. */
export function createPageParts(
  imageOf: (photo: Photo, media: string, file: MediaFile) => PreviewImage,
): (story: Story) => PageParts {
  let known = new WeakMap<Block, string>();
  let depends = '';
  return (story) => {
    const leadPhoto = leadPhotoOf(story);
    const state = JSON.stringify([story.language, leadPhoto?.id, Object.keys(story.media)]);
    if (state !== depends) known = new WeakMap();
    depends = state;
    const images = (photo: Photo): ReturnType<PageContext['images']> => {
      const file =
        photo.media !== null && Object.hasOwn(story.media, photo.media) ? story.media[photo.media] : undefined;
      if (photo.media === null || !file) return [];
      const { address, width, height } = imageOf(photo, photo.media, file);
      return [{ address: new Markup(address), type: file.type, width, height }];
    };
    const page: PageContext = {
      story,
      images,
      cuts: () => [],
      focusBy: 'class',
      words: exportWords(story.language),
      leadPhoto,
      address: '',
      publisher: '',
      style: '',
      webAddress: () => undefined,
    };
    const htmlOf = (block: Block): string => {
      const made = known.get(block) ?? blockHtml(block, page)?.source ?? '';
      known.set(block, made);
      return made;
    };
    const tag = languageTag(story.language);
    return {
      language: tag,
      direction: direction(tag) ?? 'ltr',
      header: headerHtml(page).source,
      blocks: story.body.map((block) => ({ id: block.id, html: htmlOf(block) })).filter(({ html }) => html !== ''),
      footer: isBlank(story.sourceCredit)
        ? ''
        : markup`<footer>\n<p class="source">${lines(story.sourceCredit)}</p>\n</footer>\n`.source,
    };
  };
}
