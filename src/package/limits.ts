const MiB = 1024 * 1024;

/** The media type in a package's first file, `mimetype`. */
export const PACKAGE_TYPE = 'application/vnd.copydesk.story+zip';

/** The number of the package format that this program writes. */
export const PACKAGE_FORMAT = 1;

/** What a package may hold, checked before anything is unpacked; a story beyond these is not written either. */
export const LIMITS = {
  files: 10_000,
  /** Bytes of one file, unpacked. */
  file: 256 * MiB,
  /** Bytes of all files, unpacked. */
  total: 1024 * MiB,
  /** Bytes of manifest.json, of story.json, of each version, and of all files that this program does not know. */
  text: 64 * MiB,
} as const;
