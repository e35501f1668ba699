import type { Machine } from './machine.ts';

/** Chromium refuses to run its sandbox as root, so root alone goes without; everyone else keeps it. */
export function sandboxArguments(machine: Pick<Machine, 'platform' | 'isRoot'>): string[] {
  return machine.platform === 'linux' && machine.isRoot ? ['--no-sandbox'] : [];
}

/** The environment for Electron as plain Node. */
export function asNode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, ELECTRON_RUN_AS_NODE: '1' };
}

/** The environment for Electron as a desktop program, also when the asking process is Electron as plain Node. */
export function asDesktop(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return rest;
}
