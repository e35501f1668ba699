import { z } from '../base/schema.ts';
import { cropSchema } from '../story/photo-details.ts';
import type { MediaFile, Photo } from '../story/schema.ts';
import { shownSize, type Shape } from './shape.ts';

/** The widths, in pixels, at which a photo leaves: a phone, a tablet or an older screen, a large screen. */
const WIDTHS = [640, 1280, 2048];
/** The longest side of the copy that the editor shows, in pixels. */
const VIEW_SIDE = 1600;

const TYPES = { jpg: 'image/jpeg', webp: 'image/webp' } as const;

/** Names a rendition among those of its original: what is shown of it, how wide, and in which form. */
export const RENDITION_KEY = /^(?:view|(?:c\d+(?:-\d+){3}-)?(?:r\d+-)?w\d+)\.(?:jpg|webp)$/;

/** A rendition to be made of an original; the same `media` and `key` are always the same pixels. */
export const renditionJobSchema = z.object({
  media: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string().regex(RENDITION_KEY).max(80),
  type: z.enum([TYPES.jpg, TYPES.webp]),
  crop: cropSchema.optional(),
  rotation: z.union([z.literal(90), z.literal(180), z.literal(270)]).optional(),
  /** Pixels, as displayed. */
  width: z.int().positive(),
  height: z.int().positive(),
});
export type RenditionJob = z.infer<typeof renditionJobSchema>;

function shapeKey({ crop, rotation }: Shape): string {
  const parts = crop && [crop.x, crop.y, crop.width, crop.height].map((side) => Math.round(side * 100_000));
  return `${parts ? `c${parts.join('-')}-` : ''}${rotation ? `r${rotation}-` : ''}`;
}

/** A GIF keeps its movement: it leaves as it came, unless only a part of it is shown. */
const leavesWhole = (photo: Shape, file: MediaFile): boolean =>
  file.type === 'image/gif' && photo.crop === undefined && photo.rotation === undefined;

/** The renditions of a photo that exports and pushes want: each width as JPEG and as WebP, none larger than what there is. */
export function renditionJobs(photo: Photo, file: MediaFile): RenditionJob[] {
  if (photo.media === null || leavesWhole(photo, file)) return [];
  const { media, crop, rotation } = photo;
  const shown = shownSize(file, photo);
  const largest = Math.min(shown.width, Math.max(...WIDTHS));
  const widths = [...WIDTHS.filter((width) => width < largest), largest];
  return widths.flatMap((width) =>
    (['jpg', 'webp'] as const).map((ending) => ({
      media,
      key: `${shapeKey(photo)}w${width}.${ending}`,
      type: TYPES[ending],
      ...(crop && { crop }),
      ...(rotation && { rotation }),
      width,
      height: Math.max(1, Math.round((width * shown.height) / shown.width)),
    })),
  );
}

/** The copy that the editor shows in place of a large original, uncropped; null where the original itself is small enough. */
export function viewJob(media: string, file: MediaFile): RenditionJob | null {
  const scale = VIEW_SIDE / Math.max(file.width, file.height);
  if (scale >= 1 || file.type === 'image/gif') return null;
  const side = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
  return { media, key: 'view.webp', type: TYPES.webp, width: side(file.width), height: side(file.height) };
}
