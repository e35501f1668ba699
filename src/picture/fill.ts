import { plainRuns } from '../story/runs.ts';
import type { Photo } from '../story/schema.ts';
import { kindOf } from './kind.ts';
import type { FileDetails } from './read/index.ts';

const isEmpty = (value: unknown): boolean =>
  value === undefined || ((typeof value === 'string' || Array.isArray(value)) && value.length === 0);

/**
 * The photo with what its file says, in fields that nobody has filled in; `fromFile` names those. A file without a Credit
 * Line is credited to its creator.
 */
export function fillPhoto(photo: Photo, file: FileDetails): Photo {
  const { caption, ...fields } = file;
  const kind = kindOf(file.digitalSourceType);
  const offered: Partial<Photo> = {
    ...(caption !== undefined && { caption: plainRuns(caption) }),
    ...(file.creator !== undefined && { credit: file.creator }),
    ...(kind && { kind }),
    ...fields,
  };
  const names = (Object.keys(offered) as (keyof Photo)[]).filter((name) => isEmpty(photo[name]));
  if (names.length === 0) return photo;
  const filled = Object.fromEntries(names.map((name) => [name, offered[name]]));
  return { ...photo, ...filled, fromFile: [...new Set([...(photo.fromFile ?? []), ...names])] };
}
