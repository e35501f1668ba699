/**
 * Which Debian or Ubuntu package holds each library that Electron asks the loader for. Where the move to 64-bit time
 * renamed a package (Debian 13, Ubuntu 24.04), the newer name stands first.
 */
const PACKAGE_OF_LIBRARY: Readonly<Record<string, readonly string[]>> = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgcc_s.so.1': ['libgcc-s1'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
};

/** The X server without a screen that tests use. */
export const XVFB_PACKAGE = 'xvfb';

/** Letters for every European language and Vietnamese: a machine without any font draws empty boxes. */
export const FONT_PACKAGE = 'fonts-dejavu-core';

/** What must be installed: packages by their names here, and libraries that no package is known for. */
export interface Wanted {
  packages: string[];
  unknown: string[];
}

/** Turns what is lacking into packages. `isKnown` says whether the machine's package lists have a name. */
export function packagesFor(libraries: readonly string[], isKnown: (name: string) => boolean): Wanted {
  const packages = new Set<string>();
  const unknown: string[] = [];
  for (const library of libraries) {
    const names = PACKAGE_OF_LIBRARY[library];
    if (names) packages.add(names.find(isKnown) ?? (names.at(-1) as string));
    else unknown.push(library);
  }
  return { packages: [...packages].sort(), unknown };
}
