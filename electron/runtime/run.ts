import { join } from 'node:path';
import { ok, type Result } from '../../src/base/result.ts';
import { handOver } from './command.ts';
import { findElectron } from './find.ts';
import { thisMachine, type Machine } from './machine.ts';
import { builderArguments, mayPackage } from './package-app.ts';
import { prepare } from './prepare.ts';
import { asDesktop, asNode, sandboxArguments } from './run-electron.ts';
import { seesScreen } from './screen.ts';

/** What package.json's scripts ask for, each answering the exit code. Everything after the command's name goes to the program. */
const commands: Record<string, (machine: Machine, rest: string[]) => Promise<Result<number>>> = {
  start: async (machine, rest) => {
    const screen = seesScreen(machine);
    if (!screen.ok) return screen;
    const electron = await prepare(machine, { forTests: false });
    if (!electron.ok) return electron;
    return ok(
      await handOver(
        electron.value.executable,
        [...sandboxArguments(machine), machine.root, ...rest],
        asDesktop(machine.env),
      ),
    );
  },

  // All of vitest runs in Electron's own Node, so that services meet the Node and the SQLite that they will live with.
  test: async (machine, rest) => {
    const electron = await prepare(machine, { forTests: true });
    if (!electron.ok) return electron;
    const vitest = [
      join(machine.root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--config',
      '.config/vitest.config.ts',
      ...rest,
    ];
    return ok(
      await handOver(electron.value.executable, vitest, {
        ...asNode(machine.env),
        COPYDESK_ELECTRON: electron.value.executable,
      }),
    );
  },

  package: async (machine, rest) => {
    const electron = await findElectron(machine);
    if (!electron.ok) return electron;
    const allowed = mayPackage(electron.value, machine.env);
    if (!allowed.ok) return allowed;
    return ok(
      await handOver(process.execPath, [...builderArguments(machine.root, electron.value), ...rest], machine.env),
    );
  },
};

const [name = '', ...rest] = process.argv.slice(2);
const command = commands[name];
if (!command) throw new Error(`Not a command: "${name}". There are: ${Object.keys(commands).join(', ')}.`);
const done = await command(thisMachine(), rest);
if (!done.ok) process.stderr.write(`${done.failure.detail}\n`);
process.exitCode = done.ok ? done.value : 1;
