import { createState } from 'lexical';
import { photoSchema, type Photo } from '../../../../src/story/schema.ts';

/** What the story says of a photo besides its caption, which is text in the editor, and its id, which every block has. */
export type PhotoFields = Omit<Photo, 'id' | 'caption'>;

const EMPTY: PhotoFields = { media: null, alt: '', credit: '', source: '', rights: '' };
const fieldsSchema = photoSchema.omit({ id: true, caption: true });

export const photoState = createState('photo', {
  parse: (value): PhotoFields => fieldsSchema.safeParse(value).data ?? EMPTY,
});

/** The photo with these fields; what is undefined is not said of it. */
export function withFields(photo: PhotoFields, fields: Partial<PhotoFields>): PhotoFields {
  const whole: PhotoFields = { ...photo, ...fields };
  for (const key of Object.keys(whole) as (keyof PhotoFields)[]) if (whole[key] === undefined) delete whole[key];
  return whole;
}
