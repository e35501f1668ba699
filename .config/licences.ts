/** A package that goes into the program, and under what licence (SPDX). */
export interface PackageLicence {
  name: string;
  version: string;
  licence: string;
}

interface Locked {
  version?: string;
  license?: string;
  dependencies?: Record<string, string>;
}
/** `package-lock.json`, as far as it is read here. */
export interface Lock {
  packages: Record<string, Locked>;
}

/** Where npm put the package that one at `from` asks for. */
function placeOf({ packages }: Lock, from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (at === '') return null;
  }
}

/**
 * Every package that the program is made of, by name: what package.json names under `dependencies`, what these ask for,
 * and Electron. Packages of types alone go into no program.
 */
export function packagesOf(lock: Lock): PackageLicence[] {
  const found = new Set<string>();
  const asked = Object.keys(lock.packages['']?.dependencies ?? {}).map((name) => ({ from: '', name }));
  for (let next = asked.pop(); next; next = asked.pop()) {
    const place = placeOf(lock, next.from, next.name);
    if (place === null || found.has(place) || next.name.startsWith('@types/')) continue;
    found.add(place);
    for (const name of Object.keys(lock.packages[place]?.dependencies ?? {})) asked.push({ from: place, name });
  }
  return [...found, 'node_modules/electron']
    .map((place) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: lock.packages[place]?.version ?? '',
      licence: lock.packages[place]?.license ?? '',
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));
}
