import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { figure } from '../bench/figures.ts';
import { REPOSITORY } from '../desktop/launch.ts';

const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
interface Locked {
  resolved?: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
// The build's own list, which the window shows under "About Copydesk".
const { packagesOf } = (await import(`${REPOSITORY}.config/licences.ts`)) as {
  packagesOf: (from: typeof lock) => { name: string; version: string; licence: string }[];
};

/** Licences under which a package may go into an MIT program; of "or" one is enough, of "and" all must be. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Zlib',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
  'Python-2.0',
  'OFL-1.1',
]);
/** Under others: what lies beside the program as a file of its own, or is used unchanged as its licence asks (MPL 2.0, section 3.3). */
const APART: Record<string, string> = { 'dictionary-vi': 'GPL-2.0', exifreader: 'MPL-2.0' };

const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((part) => ALLOWED.has(part.trim())));

/** Names as the README's text writes them: in backticks, `@lexical/*` for all of a scope. */
const named = new Set([...read('README.md').matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name));
const isNamed = (name: string): boolean =>
  named.has(name) || named.has(`${name.split('/')[0] ?? ''}/*`) || named.has(`${name.split('-')[0] ?? ''}-*`);
/** What comes with a tool that is named: its plugins and the types of what is named. */
const goesWith = (name: string): boolean =>
  /^(?:@types\/|eslint-plugin-|@eslint\/|typescript-eslint$|@lexical\/eslint-plugin$)/.test(name);

const packages = packagesOf(lock);

describe('what Copydesk is made of', () => {
  it('stands in the README with its reason, each package that package.json names', () => {
    const all = Object.keys({ ...packageFile.dependencies, ...packageFile.devDependencies });
    expect(all.filter((name) => !isNamed(name) && !goesWith(name))).toEqual([]);
    figure('hard', 'packages named in package.json; without a reason in the README', `${all.length}; 0`);
  });

  it('may be given away with it', () => {
    const others = packages.filter(({ name, licence }) => !isAllowed(licence) && APART[name] !== licence);
    expect(others).toEqual([]);
    expect(packages.length).toBeGreaterThan(50);
    figure('hard', 'packages in the program; under a licence that does not go with MIT', `${packages.length}; 0`);
  });

  it('is exact: versions without ranges, packages with their hash, from the registry alone', () => {
    const ranges = Object.entries({ ...packageFile.dependencies, ...packageFile.devDependencies }).filter(
      ([, version]) => !/^\d+[.]\d+[.]\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
    const locked = Object.entries(lock.packages).filter(([place]) => place !== '');
    expect(locked.length).toBeGreaterThan(500);
    expect(
      locked
        .filter(([, { link, inBundle, integrity }]) => link || (!inBundle && !integrity?.startsWith('sha512-')))
        .map(([place]) => place),
    ).toEqual([]);
    expect(
      locked
        .filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))
        .map(([place]) => place),
    ).toEqual([]);
  });

  it('has no known hole, where the registry answers', async () => {
    const run = promisify(execFile);
    // Ends with 1 where it found something, and where it cannot ask.
    const { stdout } = await run('npm', ['audit', '--json', '--omit=dev'], { cwd: REPOSITORY, timeout: 60_000 }).catch(
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
    );
    const answer = JSON.parse(stdout || '{}') as {
      metadata?: { vulnerabilities: { total: number } };
      vulnerabilities?: object;
    };
    const found = answer.metadata?.vulnerabilities.total;
    figure(
      'hard',
      'npm audit of what goes into the program',
      found === undefined ? 'the registry did not answer' : `${found} known holes`,
    );
    expect(answer.vulnerabilities ?? {}).toEqual({});
  });
});
