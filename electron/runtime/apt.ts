import { fail, ok, type Result } from '../../src/base/result.ts';
import { lastWords } from './command.ts';
import type { Machine } from './machine.ts';

/** Whether packages may be installed without asking: by root, on Debian or Ubuntu. */
export async function canInstall(machine: Machine): Promise<boolean> {
  return machine.platform === 'linux' && machine.isRoot && (await hasApt(machine));
}

export async function hasApt(machine: Machine): Promise<boolean> {
  return (await machine.run('apt-get', ['--version'])).code === 0;
}

/** Brings the package lists up to date: a fresh machine has none. Failure code: `system.install-failed`. */
export async function updateLists(machine: Machine): Promise<Result<null>> {
  return apt(machine, ['update']);
}

/** Every package name that the machine's lists have; empty where there are no lists. */
export async function knownPackages(machine: Machine): Promise<ReadonlySet<string>> {
  const listed = await machine.run('apt-cache', ['pkgnames']);
  return new Set(listed.code === 0 ? listed.output.split('\n').filter(Boolean) : []);
}

/** Installs packages without a question. Failure code: `system.install-failed`. */
export async function installPackages(machine: Machine, packages: readonly string[]): Promise<Result<null>> {
  return apt(machine, ['install', '--yes', '--no-install-recommends', ...packages]);
}

async function apt(machine: Machine, args: readonly string[]): Promise<Result<null>> {
  // Another program may hold the package database for a while, as a new machine's own first update does.
  const done = await machine.run('apt-get', ['--quiet=2', '--option=DPkg::Lock::Timeout=120', ...args], {
    env: { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.code === 0
    ? ok(null)
    : fail('system.install-failed', `apt-get ${args.join(' ')} failed:\n${lastWords(done.output)}`);
}
