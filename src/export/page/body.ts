import { leadPhotoOf } from '../../story/walk.ts';
import { beside } from '../address.ts';
import { exportWords, type ExportWords } from '../words.ts';
import { blockHtml } from './blocks.ts';
import { markup, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** What a page is made from. */
export interface PageInput extends Pick<PageContext, 'story' | 'images'> {
  words?: ExportWords | undefined;
  cuts?: PageContext['cuts'];
  focusBy?: PageContext['focusBy'];
  address?: string;
  publisher?: string;
  style?: string;
  loadsAtOnce?: boolean;
}

/** What everything of a page is written with. */
export function contextOf({
  story,
  images,
  words,
  cuts = () => [],
  focusBy = 'style',
  address = '',
  publisher = '',
  style = '',
  loadsAtOnce = false,
}: PageInput): PageContext {
  return {
    story,
    images,
    cuts,
    focusBy,
    words: words ?? exportWords(story.language),
    address,
    publisher,
    style,
    loadsAtOnce,
    leadPhoto: leadPhotoOf(story),
    webAddress: ({ source }) => (source.startsWith('data:') ? undefined : (beside(address, source) ?? source)),
  };
}

/** Each block of the body; null for one that leaves nothing. */
export const blocksHtml = (page: PageContext): (Markup | null)[] =>
  page.story.body.map((block) => blockHtml(block, page));

/** The body's blocks alone, as every format that carries HTML writes them: semantic, without class or style of a page. */
export const bodyBlocksHtml = (input: PageInput): Markup => markup`${blocksHtml(contextOf(input))}`;
