import fs from 'node:fs';
import fsp from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isAbsolute, resolve } from 'node:path';

/** The functions of Node by which a path reaches the file system; those of both modules. */
const PATHS =
  /^(?:access|appendFile|chmod|chown|copyFile|cp|lchown|link|lstat|lutimes|mkdir|mkdtemp|open|opendir|readFile|readdir|readlink|realpath|rename|rm|rmdir|stat|statfs|symlink|truncate|unlink|utimes|watch|writeFile|exists|createReadStream|createWriteStream)(?:Sync)?$/;

type Any = (...args: unknown[]) => unknown;

/** Hears every path that this process hands to the file system from now on, as the system would take it. */
export function hearPaths(heard: (path: string) => void): { stop: () => void } {
  const undo: (() => void)[] = [];
  for (const module of [fs, fsp] as unknown as Record<string, Any>[])
    for (const name of Object.keys(module).filter((one) => PATHS.test(one))) {
      const real = module[name] as Any;
      const spy = (...args: unknown[]): unknown => {
        for (const one of args.slice(0, 2)) {
          const path = one instanceof URL && one.protocol === 'file:' ? fileURLToPath(one) : one;
          if (typeof path === 'string' && (one === args[0] || isAbsolute(path))) heard(resolve(path));
        }
        return Reflect.apply(real, module, args);
      };
      module[name] = Object.assign(spy, real);
      undo.push(() => (module[name] = real));
    }
  syncBuiltinESMExports();
  return {
    stop: () => {
      for (const back of undo) back();
      syncBuiltinESMExports();
    },
  };
}
