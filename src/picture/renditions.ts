import { z } from '../base/schema.ts';
import { CROP_RATIOS, cropSchema } from '../story/photo-details.ts';
import type { MediaFile, Photo } from '../story/schema.ts';
import { ratioCrops, ratioNumber, shownSize, type Shape } from './shape.ts';

/** The widths, in pixels, at which a photo leaves: a phone, a tablet or an older screen, a large screen. */
const WIDTHS = [640, 1280, 2048];
/** The longest side of the copy that the editor shows, in pixels. */
const VIEW_SIDE = 1600;

const TYPES = { jpg: 'image/jpeg', webp: 'image/webp' } as const;

/** Names a rendition among those of its original: what is shown of it, in which ratio, how wide, and in which form. */
export const RENDITION_KEY = /^(?:view|(?:c\d+(?:-\d+){3}-)?(?:r\d+-)?(?:a\d+-\d+-)?w\d+)\.(?:jpg|webp)$/;

/** A rendition to be made of an original; the same `media` and `key` are always the same pixels. */
export const renditionJobSchema = z.object({
  media: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string().regex(RENDITION_KEY).max(80),
  type: z.enum([TYPES.jpg, TYPES.webp]),
  crop: cropSchema.optional(),
  rotation: z.union([z.literal(90), z.literal(180), z.literal(270)]).optional(),
  /** For places that want this ratio; absent: as the photo is shown everywhere. */
  ratio: z.enum(CROP_RATIOS).optional(),
  /** Pixels, as displayed. */
  width: z.int().positive(),
  height: z.int().positive(),
});
export type RenditionJob = z.infer<typeof renditionJobSchema>;

function shapeKey({ crop, rotation }: Shape): string {
  const parts = crop && [crop.x, crop.y, crop.width, crop.height].map((side) => Math.round(side * 100_000));
  return `${parts ? `c${parts.join('-')}-` : ''}${rotation ? `r${rotation}-` : ''}`;
}

/** Whether something else than the whole upright picture is shown. */
export const isShaped = ({ crop, rotation }: Shape): boolean => crop !== undefined || rotation !== undefined;

/** What is the same of every rendition that shows the same. */
const shapeOf = ({ crop, rotation }: Shape): Shape => ({ ...(crop && { crop }), ...(rotation && { rotation }) });

/** A GIF keeps its movement: it leaves as it came, unless only a part of it is shown. */
const leavesWhole = (photo: Shape, file: MediaFile): boolean => file.type === 'image/gif' && !isShaped(photo);

function everywhere(media: string, photo: Photo, file: MediaFile): RenditionJob[] {
  if (leavesWhole(photo, file)) return [];
  const shown = shownSize(file, photo);
  const largest = Math.min(shown.width, Math.max(...WIDTHS));
  const widths = [...WIDTHS.filter((width) => width < largest), largest];
  return widths.flatMap((width) =>
    (['jpg', 'webp'] as const).map((ending) => ({
      media,
      key: `${shapeKey(photo)}w${width}.${ending}`,
      type: TYPES[ending],
      ...shapeOf(photo),
      width,
      height: Math.max(1, Math.round((width * shown.height) / shown.width)),
    })),
  );
}

/** One for each ratio that has a crop: those who ask for a ratio take the largest there is, and JPEG is what all can read. */
function byRatio(media: string, photo: Photo, file: MediaFile): RenditionJob[] {
  return ratioCrops(photo, file).map(({ ratio, crop }) => {
    const shape = shapeOf({ crop, rotation: photo.rotation });
    const width = Math.min(shownSize(file, shape).width, Math.max(...WIDTHS));
    const height = Math.max(1, Math.round(width / ratioNumber(ratio)));
    const key = `${shapeKey(shape)}a${ratio.replace(':', '-')}-w${width}.jpg`;
    return { media, key, type: TYPES.jpg, ...shape, ratio, width, height };
  });
}

/**
 * The renditions of a photo that exports and pushes want: each width as JPEG and as WebP, none larger than what there is,
 * and a JPEG for each ratio that has a crop of its own or follows from the focal point.
 */
export function renditionJobs(photo: Photo, file: MediaFile): RenditionJob[] {
  const { media } = photo;
  return media === null ? [] : [...everywhere(media, photo, file), ...byRatio(media, photo, file)];
}

/** The widest rendition that a preview on this computer's screen takes, in pixels. */
const PREVIEW_WIDTH = 1280;

/** The rendition that shows a cropped or turned photo in a preview; null where the photo shows all of its original, upright. */
export function previewJob(photo: Photo, file: MediaFile): RenditionJob | null {
  if (!isShaped(photo)) return null;
  const jobs = renditionJobs(photo, file).filter(({ type, ratio }) => type === TYPES.jpg && ratio === undefined);
  return jobs.findLast(({ width }) => width <= PREVIEW_WIDTH) ?? jobs[0] ?? null;
}

/** The copy that the editor shows in place of a large original, uncropped; null where the original itself is small enough. */
export function viewJob(media: string, file: MediaFile): RenditionJob | null {
  const scale = VIEW_SIDE / Math.max(file.width, file.height);
  if (scale >= 1 || file.type === 'image/gif') return null;
  const side = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
  return { media, key: 'view.webp', type: TYPES.webp, width: side(file.width), height: side(file.height) };
}
