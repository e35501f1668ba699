import { z } from '../../../src/base/schema.ts';
import { newBlockId } from '../../../src/base/ids.ts';
import { blockSchema, mediaFileSchema, type Block, type ListItem, type MediaFile } from '../../../src/story/schema.ts';

/** The clipboard type in which Copydesk's own windows exchange parts of stories. Checked on paste like anything foreign. */
export const PAYLOAD_TYPE = 'application/x-copydesk+json';

const payloadSchema = z.object({
  blocks: z.array(blockSchema),
  /** The pictures of the blocks' photos, which the other story must know too. */
  media: z.record(z.string(), mediaFileSchema),
  /** True for a piece out of one paragraph, to be pasted into the text. */
  isInline: z.boolean(),
});
export type Payload = z.infer<typeof payloadSchema>;

/** What another window put on the clipboard, or null where it is not ours or has been tampered with. */
export function readPayload(json: string): Payload | null {
  try {
    const parsed = payloadSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: another program used our type's name.
    return null;
  }
}

const freshItem = (item: ListItem): ListItem => ({
  ...item,
  id: newBlockId(),
  ...(item.sub && { sub: { ...item.sub, items: item.sub.items.map(freshItem) } }),
});

/** The block with ids of its own: a copy is another block. */
export function freshBlock(block: Block): Block {
  const id = newBlockId();
  switch (block.type) {
    case 'list':
      return { ...block, id, items: block.items.map(freshItem) };
    case 'figure':
      return { ...block, id, photos: block.photos.map((photo) => ({ ...photo, id: newBlockId() })) };
    case 'fact-box':
      return { ...block, id, blocks: block.blocks.map((part) => freshBlock(part) as typeof part) };
    default:
      return { ...block, id };
  }
}

/** The media records that the blocks' photos need. */
export function mediaOf(
  blocks: readonly Block[],
  known: Readonly<Record<string, MediaFile>>,
): Record<string, MediaFile> {
  const media: Record<string, MediaFile> = {};
  for (const block of blocks) {
    if (block.type !== 'figure') continue;
    for (const photo of block.photos) {
      const file = photo.media === null ? undefined : known[photo.media];
      if (file && photo.media !== null) media[photo.media] = file;
    }
  }
  return media;
}
