import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fail, ok, type Result } from '../../src/base/result.ts';
import { canInstall, hasApt, installPackages, knownPackages, updateLists } from './apt.ts';
import type { FoundElectron } from './found.ts';
import { missingLibraries } from './libraries.ts';
import type { Machine } from './machine.ts';
import { FONT_PACKAGE, packagesFor, XVFB_PACKAGE, type Wanted } from './packages.ts';

/** What Electron needs of Linux and does not find. */
export interface Lacking {
  libraries: string[];
  /** An X server of our own is wanted, and Xvfb is not installed. */
  xvfb: boolean;
  fonts: boolean;
}

/**
 * Sees to it that Electron can run on this Linux: installs what is lacking where it may (root, Debian or Ubuntu), else
 * says exactly which packages to install. `forTests` adds Xvfb, where there is no
 * display to show windows on, and a font.
 *
 * Failure codes: `system.packages-missing`, `system.install-failed`.
 */
export async function readySystem(machine: Machine, electron: FoundElectron, forTests: boolean): Promise<Result<null>> {
  const lacking = await whatIsLacking(machine, electron, forTests);
  if (isNothing(lacking)) return ok(null);
  if (!(await canInstall(machine))) {
    return fail(
      'system.packages-missing',
      howToInstall(wantedFor(lacking, await knownPackages(machine)), await hasApt(machine)),
    );
  }
  const updated = await updateLists(machine);
  if (!updated.ok) return updated;
  const { packages } = wantedFor(lacking, await knownPackages(machine));
  if (packages.length > 0) {
    machine.say(`Installing what Electron lacks here: ${packages.join(' ')}`);
    const installed = await installPackages(machine, packages);
    if (!installed.ok) return installed;
  }
  const still = await whatIsLacking(machine, electron, forTests);
  return isNothing(still) ? ok(null) : fail('system.packages-missing', howToInstall(wantedFor(still, new Set()), true));
}

async function whatIsLacking(machine: Machine, electron: FoundElectron, forTests: boolean): Promise<Lacking> {
  if (machine.platform !== 'linux') return { libraries: [], xvfb: false, fonts: false };
  return {
    libraries: await missingLibraries(machine, electron),
    xvfb: forTests && !machine.env['DISPLAY'] && !isOnPath('Xvfb', machine.env),
    fonts: forTests && !hasFonts(machine.env),
  };
}

const isNothing = (lacking: Lacking): boolean => lacking.libraries.length === 0 && !lacking.xvfb && !lacking.fonts;

function wantedFor(lacking: Lacking, known: ReadonlySet<string>): Wanted {
  const { packages, unknown } = packagesFor(lacking.libraries, (name) => known.has(name));
  return {
    packages: [...packages, ...(lacking.xvfb ? [XVFB_PACKAGE] : []), ...(lacking.fonts ? [FONT_PACKAGE] : [])],
    unknown,
  };
}

function howToInstall({ packages, unknown }: Wanted, hasApt: boolean): string {
  const lines = ['This Linux lacks what Electron needs to run.'];
  if (packages.length > 0) {
    lines.push(
      hasApt
        ? `Install it with: sudo apt-get update && sudo apt-get install --no-install-recommends ${packages.join(' ')}`
        : `Debian calls the packages: ${packages.join(' ')}. Install what holds the same on your system.`,
    );
  }
  if (unknown.length > 0)
    lines.push(`No package is known here for: ${unknown.join(', ')}. Search your system's packages for these files.`);
  return lines.join('\n');
}

function isOnPath(program: string, env: NodeJS.ProcessEnv): boolean {
  return (env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/** Whether any font at all lies where fontconfig looks. */
function hasFonts(env: NodeJS.ProcessEnv): boolean {
  const home = env['HOME'] ?? homedir();
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.local/share/fonts'),
    join(home, '.fonts'),
  ];
  return folders.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc|pfb)$/i.test(String(name))),
  );
}
