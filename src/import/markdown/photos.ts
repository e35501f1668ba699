import type { ReadFrontMatter } from '../../story/front-matter.ts';
import type { Block, Photo } from '../../story/schema.ts';

/**
 * The body's photos with what the front matter says of them, in the order of the body: credit, source, rights and the
 * rest that a page does not show. Left as they are where there are not as many as it names. `leadPhoto` is the id of the
 * photo that it says stands for the story.
 */
export function withPhotoFields(
  blocks: readonly Block[],
  { photos, leadPhoto }: Pick<ReadFrontMatter, 'photos' | 'leadPhoto'>,
): { blocks: Block[]; leadPhoto: string | undefined } {
  const found = blocks.flatMap((block) => (block.type === 'figure' ? block.photos : []));
  if (found.length !== photos.length) return { blocks: [...blocks], leadPhoto: undefined };
  const told = new Map<string, Photo>(
    found.map((photo, index) => {
      const { file: _file, name: _name, ...fields } = photos[index] ?? {};
      return [photo.id, { ...photo, ...fields }];
    }),
  );
  return {
    blocks: blocks.map((block) =>
      block.type === 'figure' ? { ...block, photos: block.photos.map((photo) => told.get(photo.id) ?? photo) } : block,
    ),
    leadPhoto: leadPhoto === null ? undefined : found[leadPhoto - 1]?.id,
  };
}
