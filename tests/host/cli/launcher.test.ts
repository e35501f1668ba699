import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writePackage } from '../../../src/package/index.ts';
import { vietnamese } from '../../unit/export/stories.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const launcher = join(root, 'electron/copydesk.mjs');

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, whatever its exit code. */
async function run(program: string, args: string[]): Promise<Ended> {
  try {
    return { code: 0, ...(await promisify(execFile)(program, args, { env: { ...process.env, COPYDESK_LANG: 'en' } })) };
  } catch (error) {
    return error as Ended;
  }
}
const copydesk = (...args: string[]): Promise<Ended> => run(process.execPath, [launcher, ...args]);

let folder = '';
let packed = '';
beforeAll(async () => {
  // Builds what may be out of date, so that no test below waits for it or is in its way.
  await copydesk('--version');
}, 60_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-launcher-'));
  packed = join(folder, 'cau.story');
  const made = await writePackage(vietnamese);
  if (!made.ok) throw new Error(made.failure.detail);
  await writeFile(packed, made.value);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the copydesk program', () => {
  it('exports in plain Node', async () => {
    const out = join(folder, 'out');
    expect(await copydesk('export', packed, '--to', 'html', '--out', out)).toEqual({
      code: 0,
      stdout: `${out}\n`,
      stderr: '',
    });
    expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('Khởi công cầu Đông Hải');
  });

  it('ends with 1 where it failed and with 2 where it was called wrongly', async () => {
    expect(await copydesk('show', join(folder, 'gone.story'))).toMatchObject({ code: 1, stdout: '' });
    expect(await copydesk('export', packed)).toMatchObject({ code: 2, stdout: '' });
  });

  it('needs no module that only Electron’s Node has', async () => {
    const host = join(root, 'out/host');
    const seen = new Set(['cli.js']);
    const modules = new Set<string>();
    for (const name of seen) {
      const source = await readFile(join(host, name), 'utf8');
      for (const [, from = ''] of source.matchAll(/^(?:import|export)[^'"]*['"]([^'"]+)['"]/gm)) {
        if (from.startsWith('./')) seen.add(from.slice(2));
        else modules.add(from);
      }
    }
    expect([...modules].sort()).toContain('node:fs/promises');
    expect([...modules].filter((name) => name === 'electron' || name.includes('sqlite'))).toEqual([]);
  });

  it('keeps the earlier export whole when the disk does not take the new one', async () => {
    const args = ['export', packed, '--to', 'html', '--out', join(folder, 'out')];
    expect((await copydesk(...args)).code).toBe(0);
    const before = await readFile(join(folder, 'out/index.html'));
    // A limit on the size of files, in blocks of 512 bytes, fails a write in its middle as a full disk does, for root too.
    const limited = 'trap "" XFSZ; ulimit -f 8; exec "$@"';
    const { code, stderr } = await run('sh', ['-c', limited, 'sh', process.execPath, launcher, ...args]);
    expect(stderr).toBe(
      `copydesk: ${join(folder, 'out')} cannot be written (EFBIG). Check the folder and the free space, or choose another --out.\n`,
    );
    expect(code).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['cau.story', 'out']);
    expect(await readFile(join(folder, 'out/index.html'))).toEqual(before);
  });
});
