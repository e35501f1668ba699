import { utf8 } from '../../base/bytes.ts';
import { ok } from '../../base/result.ts';
import { frontMatterOf } from '../../story/front-matter.ts';
import type { Block } from '../../story/schema.ts';
import { cleanData } from '../clean.ts';
import type { ExportFormat } from '../format.ts';
import { bodyBlocksHtml } from '../page/body.ts';
import { CAMERA } from '../options.ts';
import { imagesAt, isOwnFolder, pictureFiles, picturesOf } from '../pictures.ts';
import { isStampedFor, stamped } from '../stamp.ts';
import { blockMarkdown } from './blocks.ts';

const FILE = 'story.md';

/** Two lists beside each other would be read as one. */
function apart(blocks: readonly Block[], index: number): string {
  const [before, block] = [blocks[index - 1], blocks[index]];
  if (!before || !block) return '';
  const isSame = before.type === block.type && (block.type === 'list' || block.type === 'quote');
  return isSame ? '<!-- -->\n\n' : '';
}

/**
 * CommonMark with YAML front matter and the pictures beside it: `story.md`, `media/…`. src/story/front-matter.ts says what
 * stands where. Read again by src/import it is the same story but for what Markdown cannot hold: blocks of blanks alone,
 * blanks at a line's ends, the alt text of a decorative photo, and the kind of a block that this version does not know
 * (its fallback stays, as a paragraph). Fails with `export.media-missing`.
 */
export const markdown: ExportFormat = {
  id: 'markdown',
  writes: 'folder',
  mediaType: 'text/markdown',
  extension: 'md',
  pictures: 'beside',
  options: [CAMERA],
  failures: ['export.media-missing'],
  async write(input) {
    const { story, words } = input;
    const found = picturesOf(input);
    if (!found.ok) return found;
    const { of } = found.value;
    const images = imagesAt(found.value);
    const html = (block: Block): string =>
      bodyBlocksHtml({ story: { ...story, body: [block] }, images, words }).source.trimEnd();
    const { stringify } = await import('yaml');
    const matter = stringify(cleanData(frontMatterOf(story, (photo) => of(photo)[0]?.path ?? null)), { lineWidth: 0 });
    const blocks = story.body.map((block, index) => {
      const text = blockMarkdown(block, html);
      return text === '' ? '' : `${apart(story.body, index)}${text}\n\n`;
    });
    const file = await stamped(utf8(`---\n${matter}---\n\n${blocks.join('')}`), story.id);
    return ok([{ path: FILE, bytes: file }, ...pictureFiles(found.value.files)]);
  },
  wrote: (files, storyId) => isOwnFolder(files, FILE, (file) => isStampedFor(file, storyId)),
};
