import { z } from '../base/schema.ts';

/** What a picture is, as readers must be able to tell; `photograph` where nothing is said. */
export const PHOTO_KINDS = ['photograph', 'illustration', 'composite', 'handout', 'ai-generated'] as const;

/** The named ratios, width to height, for which a photo may have a crop of its own. */
export const CROP_RATIOS = ['16:9', '4:3', '1:1'] as const;

const fraction = z.number().min(0).max(1);

/**
 * A part of a picture, in fractions (0 to 1) of the original's width and height, from its upper left corner. The original
 * is taken upright (its EXIF orientation applied) and before the photo's `rotation`.
 */
export const cropSchema = z
  .object({ x: fraction, y: fraction, width: fraction.positive(), height: fraction.positive() })
  .refine(({ x, y, width, height }) => x + width <= 1.000001 && y + height <= 1.000001, 'reaches over the edge');

/**
 * What may be said of a photo beyond its caption, alt text, credit, source and rights. Every member is optional: one that
 * is absent says nothing, and a photo without any reads and prints as it always did. Texts are plain, in NFC. IPTC names
 * are those of the IPTC Photo Metadata Standard 2025.1, with their XMP properties.
 */
export const photoDetails = {
  /** The picture adds nothing to the text: it needs no alt text, and readers of screens pass over it. */
  decorative: z.boolean().optional(),
  /** False: the credit is kept but not printed. Absent means printed. */
  showCredit: z.boolean().optional(),
  /** What kind of picture it is; see also `digitalSourceType`, which is IPTC's finer term. */
  kind: z.enum(PHOTO_KINDS).optional(),
  /** IPTC Creator (dc:creator, IIM 2:80): who took or made it; several with ", " between. */
  creator: z.string().optional(),
  /** IPTC Copyright Owner (plus:CopyrightOwner, xmpRights:Owner): who holds the rights. `rights` is the notice. */
  rightsHolder: z.string().optional(),
  /** IPTC Rights Usage Terms (xmpRights:UsageTerms). */
  usageTerms: z.string().optional(),
  /** PLUS License End Date (plus:LicenseEndDate): the last day, YYYY-MM-DD, on which it may be used. */
  usageExpires: z.iso.date().optional(),
  /** The house may not publish it, whatever else is said; `usageTerms` says why. */
  usageBlocked: z.boolean().optional(),
  /** IPTC Location, City, Province or State, Country (Iptc4xmpCore:Location, photoshop:City ...) as one line, smallest first, with commas between. */
  place: z.string().optional(),
  /** IPTC Date Created (photoshop:DateCreated, EXIF DateTimeOriginal): RFC 3339, to the day or the second, offset if known. */
  takenAt: z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]).optional(),
  /** IPTC Headline (photoshop:Headline, IIM 2:105): the picture's own, never the story's. */
  headline: z.string().optional(),
  /** IPTC Instructions (photoshop:Instructions, IIM 2:40), for editors: "no sales", "mandatory credit". */
  instructions: z.string().optional(),
  /** IPTC Keywords (dc:subject, IIM 2:25). */
  keywords: z.array(z.string()).optional(),
  /** IPTC Description Writer (photoshop:CaptionWriter, IIM 2:122). */
  captionWriter: z.string().optional(),
  /** IPTC Digital Source Type (Iptc4xmpExt:DigitalSourceType): a URI of cv.iptc.org/newscodes/digitalsourcetype/. */
  digitalSourceType: z.string().optional(),
  /** Names of fields whose present text came out of the picture file and was not edited since. */
  fromFile: z.array(z.string()).optional(),
  /** The part that is shown; absent means all of it. */
  crop: cropSchema.optional(),
  /** Crops for places that want a certain ratio, width to height after rotation. */
  crops: z.partialRecord(z.enum(CROP_RATIOS), cropSchema).optional(),
  /** The point that must stay in sight when a page crops by itself, in fractions as in `crop`. */
  focalPoint: z.object({ x: fraction, y: fraction }).optional(),
  /** Degrees clockwise by which the (cropped) picture is turned. */
  rotation: z.union([z.literal(90), z.literal(180), z.literal(270)]).optional(),
};

export type Crop = z.infer<typeof cropSchema>;
export type PhotoKind = (typeof PHOTO_KINDS)[number];
export type CropRatio = (typeof CROP_RATIOS)[number];
