import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { asDesktop, sandboxArguments } from '../../electron/runtime/run-electron.ts';
import { figure } from '../bench/figures.ts';
import { newFolder } from '../desktop/launch.ts';
import { copyOfProgram, packagedCopydesk, resourcesOf, withoutArchives } from '../packaged/packaged.ts';
import { seeCopydesk } from '../packaged/over-cdp.ts';

const { executable } = packagedCopydesk();

/** The switches within the program file as newsrooms are given it. */
const WANTED: [keyof typeof FuseV1Options, 'on' | 'off'][] = [
  ['RunAsNode', 'off'],
  ['EnableNodeOptionsEnvironmentVariable', 'off'],
  ['EnableNodeCliInspectArguments', 'off'],
  ['GrantFileProtocolExtraPrivileges', 'off'],
  ['EnableCookieEncryption', 'on'],
  ['EnableEmbeddedAsarIntegrityValidation', 'on'],
  ['OnlyLoadAppFromAsar', 'on'],
];

/** A script that shows that it ran by writing a file beside itself. */
function intruder(): { file: string; ran: () => boolean } {
  const folder = newFolder('intruder-');
  const file = join(folder, 'intruder.cjs');
  const mark = join(folder, 'ran');
  writeFileSync(file, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '');\n`);
  return { file, ran: () => existsSync(mark) };
}

/** Starts the program with a script's help and ends it; answers what it said. For attacks after which nothing opens. */
async function endOf(program: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const sandbox = sandboxArguments({ platform: process.platform, isRoot: process.getuid?.() === 0 });
  const child = spawn(program, [...args, ...sandbox], {
    env: { ...asDesktop(process.env), COPYDESK_HOME: newFolder('home-'), ...env },
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      resolve(`${said}\nended with ${String(code ?? signal)}`);
    });
  });
}

/** A copy of the packaged program to be tampered with. */
function tampered(): { program: string; archive: string; resources: string } {
  const copy = copyOfProgram(newFolder('tampered-'));
  const resources = resourcesOf(copy);
  return { program: copy.executable, resources, archive: join(resources, 'app.asar') };
}

/** A Copydesk that opened its own window, whatever else it was given. */
async function opens(options: Parameters<typeof seeCopydesk>[0]): Promise<void> {
  const seen = await seeCopydesk(options);
  await expect.poll(() => seen.page.title()).toMatch(/Copydesk$/);
  expect(seen.page.url()).toBe('app://window/index.html');
  await seen.close();
}

describe('the packaged program', () => {
  it.each(WANTED)('has the fuse %s as it is to be', async (name, state) => {
    const wire = await getCurrentFuseWire(executable);
    // The wire is read as the digits that stand in the file.
    expect(String.fromCharCode(wire[FuseV1Options[name]] ?? 0)).toBe(state === 'on' ? '1' : '0');
  });

  it('is told from an Electron as it comes, by whose fuses it would be open', async () => {
    const wire = await getCurrentFuseWire(process.env['COPYDESK_ELECTRON'] ?? '');
    const other = WANTED.filter(
      ([name, state]) => String.fromCharCode(wire[FuseV1Options[name]] ?? 0) !== (state === 'on' ? '1' : '0'),
    );
    expect(other.map(([name]) => name)).toEqual(
      expect.arrayContaining(['RunAsNode', 'EnableNodeOptionsEnvironmentVariable', 'EnableNodeCliInspectArguments']),
    );
  });

  it('does not become Node by ELECTRON_RUN_AS_NODE', async () => {
    const { file, ran } = intruder();
    await opens({ env: { ELECTRON_RUN_AS_NODE: '1' }, args: [file] });
    expect(ran()).toBe(false);
  });

  it('takes no script from NODE_OPTIONS', async () => {
    const { file, ran } = intruder();
    await opens({ env: { NODE_OPTIONS: `--require=${file}` } });
    expect(ran()).toBe(false);
  });

  it.each(['--inspect=0', '--inspect-brk=0', '--inspect-port=0'])(
    'opens no debugger of its main process by %s',
    async (flag) => {
      const seen = await seeCopydesk({ args: [flag] });
      await expect.poll(() => seen.page.title()).toMatch(/Copydesk$/);
      expect(seen.said()).not.toMatch(/Debugger listening/);
      // Nor by the signal that opens it in Node.
      if (process.platform !== 'win32') seen.program.kill('SIGUSR1');
      const ended = new Promise((resolve) => seen.program.once('exit', resolve));
      await Promise.race([ended, seen.page.evaluate(() => new Promise(requestAnimationFrame)).catch(() => null)]);
      expect(seen.said()).not.toMatch(/Debugger listening/);
      await seen.close();
    },
  );

  it('loads no folder in place of its archive, and nothing that an argument names', async () => {
    const { file, ran } = intruder();
    const { program, resources, archive } = tampered();
    mkdirSync(join(resources, 'app'));
    writeFileSync(join(resources, 'app', 'package.json'), JSON.stringify({ name: 'app', main: 'main.cjs' }));
    writeFileSync(join(resources, 'app', 'main.cjs'), readFileSync(file));
    await opens({ executable: program, args: [join(resources, 'app')] });
    expect(ran()).toBe(false);
    // Without its archive it is nothing, not whatever lies there.
    withoutArchives(() => {
      renameSync(archive, join(resources, 'gone.asar'));
    });
    expect(await endOf(program, [])).not.toMatch(/ended with 0$/);
    expect(ran()).toBe(false);
  });

  // Electron asks this fuse on macOS and Windows alone. On Linux it is set, and what keeps the archive whole is that it
  // lies where only an administrator writes; the day that Electron looks there too, this test says so.
  it('does not run an archive that somebody changed, on the systems where Electron looks', async () => {
    const { program, archive } = tampered();
    const bytes = withoutArchives(() => readFileSync(archive, 'latin1'));
    const changed = bytes.replaceAll('<meta charset="utf-8"', '<meta charset="UTF-8"');
    expect(changed).not.toBe(bytes);
    withoutArchives(() => {
      writeFileSync(archive, changed, 'latin1');
    });
    if (process.platform !== 'linux') {
      expect(await endOf(program, [])).not.toMatch(/ended with 0$/);
      return;
    }
    const seen = await seeCopydesk({ executable: program });
    expect(await seen.page.locator('meta[charset]').getAttribute('charset')).toBe('UTF-8');
    await seen.close();
  });

  it('starts and writes its cookies without any keyring', async () => {
    await opens({ env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:', XDG_CURRENT_DESKTOP: 'none' } });
  });

  it('holds only what it needs', () => {
    const root = dirname(executable);
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const sized = files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: path.slice(root.length + 1), size: statSync(path).size };
    });
    sized.sort((a, b) => b.size - a.size);
    const total = sized.reduce((sum, { size }) => sum + size, 0);
    figure('hard', 'files of the packaged program; their size', `${sized.length}; ${(total / 1e6).toFixed(0)} MB`);
    process.stdout.write(
      `${sized.map(({ path, size }) => `${(size / 1e6).toFixed(2).padStart(8)} MB  ${path}`).join('\n')}\n`,
    );
    const paths = sized.map(({ path }) => path);
    expect(paths).toContain('resources/app.asar/out/host/main.js');
    expect(
      paths.filter((path) => /default_app|app\.asar\.unpacked|node_modules|host\/cli|\.map$|\.ts$/.test(path)),
    ).toEqual([]);
    // Chromium's words in the two languages that Copydesk speaks.
    if (process.platform === 'linux')
      expect(paths.filter((path) => path.startsWith('locales/')).sort()).toEqual([
        'locales/en-US.pak',
        'locales/vi.pak',
      ]);
  });
});
