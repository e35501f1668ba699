import fsp, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';

type Any = (...args: unknown[]) => unknown;

/** The calls by which Node writes, in a module and on a file that is open. */
const WRITES = [
  'appendFile',
  'chmod',
  'copyFile',
  'cp',
  'link',
  'mkdir',
  'mkdtemp',
  'open',
  'rename',
  'rm',
  'rmdir',
  'truncate',
  'unlink',
  'utimes',
  'writeFile',
];
const ON_HANDLE = new Set(['write', 'writev', 'writeFile', 'appendFile', 'sync', 'datasync', 'truncate', 'chmod']);

/** A file system of which one call, or each from one on, fails. */
export interface FailingFs {
  /** The write calls so far. */
  calls: number;
  /** The names of those that failed. */
  failed: string[];
  /** Counts anew, and fails call number `at` (from 1) with this code; with `stays` all later ones too. Null: none. */
  plan: (fault: { at: number; code: string; stays: boolean } | null) => void;
  stop: () => void;
}

/** Every write call under `folder` that this process makes goes by here. */
export function failingFs(folder: string): FailingFs {
  let fault: { at: number; code: string; stays: boolean } | null = null;
  const state: FailingFs = {
    calls: 0,
    failed: [],
    plan: (next) => {
      fault = next;
      state.calls = 0;
      state.failed = [];
    },
    stop: () => {
      for (const [name, real] of Object.entries(reals)) Reflect.set(fsp, name, real);
      syncBuiltinESMExports();
    },
  };
  const may = (name: string): void => {
    state.calls++;
    if (!fault || !(state.calls === fault.at || (fault.stays && state.calls > fault.at))) return;
    state.failed.push(name);
    throw Object.assign(new Error(`${fault.code}: made by the test, ${name}`), { code: fault.code });
  };
  const wrap = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          if (ON_HANDLE.has(String(name))) may(`handle.${String(name)}`);
          return Reflect.apply(member as Any, target, args);
        };
      },
    });
  const isOurs = (path: unknown): boolean =>
    typeof path === 'string' && `${resolve(path)}${sep}`.startsWith(folder + sep);
  const reals: Record<string, Any> = {};
  for (const name of WRITES) {
    const real = Reflect.get(fsp, name) as Any;
    reals[name] = real;
    Reflect.set(fsp, name, async (...args: unknown[]) => {
      const writes =
        name !== 'open' || (typeof args[1] === 'string' && /[wax+]/.test(args[1])) || typeof args[1] === 'number';
      if (!isOurs(args[0]) && !isOurs(args[1])) return Reflect.apply(real, fsp, args);
      if (writes) may(name);
      const made = await Reflect.apply(real, fsp, args);
      return name === 'open' ? wrap(made as FileHandle) : made;
    });
  }
  syncBuiltinESMExports();
  return state;
}
