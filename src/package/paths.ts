import { extensionOf } from '../export/pictures.ts';
import type { MediaFile } from '../story/schema.ts';

/** Where things lie in a package. */
export const STORY_PATH = 'story.json';
export const PAGE_PATH = 'index.html';
export const mediaPath = (id: string, file: MediaFile): string => `media/${id}.${extensionOf(file)}`;
export const versionPath = (hash: string): string => `versions/${hash}.json`;

/** Whether a file is one that each package makes anew; all others are kept as they are. */
export const isOwnPath = (path: string): boolean =>
  ['mimetype', 'manifest.json', STORY_PATH, PAGE_PATH].includes(path) || /^(?:media|versions)[/]/.test(path);
