import { fromUtf8 } from '../../src/base/bytes.ts';
import { creditToPrint } from '../../src/export/credit.ts';
import type { FormatId } from '../../src/export/format.ts';
import { htmlArticle } from '../../src/export/page/page.ts';
import { leavingStory } from '../../src/export/printed.ts';
import { exportWords } from '../../src/export/words.ts';
import type { Block, Photo, Story } from '../../src/story/schema.ts';

/** In what form a story is put on the clipboard: as text with its looks, as HTML source, as Markdown, as plain text. */
export const COPY_KINDS = ['html', 'source', 'markdown', 'text'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/**
 * The story without its pictures: no address of this computer means anything where it is pasted. Their captions and
 * credits come along as paragraphs.
 */
function withoutPictures(story: Story): Story {
  const words = exportWords(story.language);
  const paragraph = (photo: Photo): Block[] => {
    const credit = creditToPrint(photo);
    const said = credit === '' ? '' : `${photo.caption.length > 0 ? ' ' : ''}${words.credit}${credit}`;
    const text = said === '' ? photo.caption : [...photo.caption, { text: said }];
    return text.length === 0 ? [] : [{ type: 'paragraph', id: photo.id, text }];
  };
  return {
    ...story,
    body: story.body.flatMap((block) => (block.type === 'figure' ? block.photos.flatMap(paragraph) : [block])),
  };
}

/** The words of a format that writes text. Read when they are wanted: the formats weigh more than the window. */
async function written(story: Story, as: FormatId): Promise<string> {
  const { exportFormat } = await import('../../src/export/index.ts');
  const made = await exportFormat(as)?.write({ story, media: () => undefined });
  if (!made?.ok) throw new Error(`${as}: ${made ? made.failure.detail : 'no such format'}`);
  return (made.value[0] && fromUtf8(made.value[0].bytes)) ?? '';
}

/** What each form puts there; programs that know no HTML take the plain flavour of the same. */
async function flavours(whole: Story, kind: CopyKind): Promise<{ html?: string; text: string }> {
  const story = withoutPictures(whole);
  const html = (): string => htmlArticle({ story: leavingStory(story), images: () => [] }, true).source;
  switch (kind) {
    case 'html':
      return { html: html(), text: await written(story, 'text') };
    case 'source':
      return { text: html() };
    case 'markdown':
    case 'text':
      return { text: await written(story, kind) };
  }
}

/** Puts the story on the clipboard; false where the system refuses it. */
export async function copyStory(story: Story, kind: CopyKind): Promise<boolean> {
  const { html, text } = await flavours(story, kind);
  const blob = (type: string, content: string): Blob => new Blob([content], { type });
  const item = new ClipboardItem({
    'text/plain': blob('text/plain', text),
    ...(html === undefined ? {} : { 'text/html': blob('text/html', html) }),
  });
  return navigator.clipboard.write([item]).then(
    () => true,
    () => false,
  );
}
