import { basename, dirname } from 'node:path';
import type { Disk, DiskFile } from '../../../electron/services/disk/disk.ts';

/** What a store asked of the disk, in order. `ino` numbers files and folders, whatever their names. */
export type Step =
  | { is: 'write'; ino: number; at: number; bytes: Uint8Array }
  | { is: 'truncate'; ino: number; length: number }
  | { is: 'sync'; ino: number }
  | { is: 'link'; folder: number; name: string; ino: number; isFolder: boolean }
  | { is: 'unlink'; folder: number; name: string }
  | { is: 'rename'; folder: number; from: string; to: string; ino: number }
  | { is: 'syncFolder'; folder: number }
  /** The store has answered that something is safe. */
  | { is: 'promise'; what: number };

/** A folder tree in memory: every file's bytes, every folder's names. */
export interface Tree {
  files: Map<number, Buffer>;
  folders: Map<number, Map<string, number>>;
}

const ROOT = 1;
const missing = (path: string): Error => Object.assign(new Error(`ENOENT: '${path}'`), { code: 'ENOENT' });

/** A disk in memory that writes down each step; made from a tree, it is the disk that a power cut left. */
export class ModelDisk implements Disk {
  readonly steps: Step[] = [];
  readonly tree: Tree;
  #last = ROOT;

  constructor(tree: Tree = { files: new Map(), folders: new Map([[ROOT, new Map<string, number>()]]) }) {
    this.tree = tree;
    for (const ino of [...tree.files.keys(), ...tree.folders.keys()]) this.#last = Math.max(this.#last, ino);
  }

  /** Notes that the store has promised something. */
  promise(what: number): void {
    this.steps.push({ is: 'promise', what });
  }

  #find(path: string): number | undefined {
    let ino: number | undefined = ROOT;
    for (const part of path.split('/').filter(Boolean)) ino = ino && this.tree.folders.get(ino)?.get(part);
    return ino;
  }

  #folder(path: string): { ino: number; names: Map<string, number> } {
    const ino = this.#find(path);
    const names = ino && this.tree.folders.get(ino);
    if (!ino || !names) throw missing(path);
    return { ino, names };
  }

  #link(path: string, ino: number, isFolder: boolean): void {
    const folder = this.#folder(dirname(path));
    folder.names.set(basename(path), ino);
    this.steps.push({ is: 'link', folder: folder.ino, name: basename(path), ino, isFolder });
  }

  open(path: string, as: 'new' | 'old'): Promise<DiskFile> {
    return later(() => {
      let ino = this.#find(path);
      if (ino === undefined) {
        if (as === 'old') throw missing(path);
        ino = ++this.#last;
        this.tree.files.set(ino, Buffer.alloc(0));
        this.#link(path, ino, false);
      } else if (as === 'new') {
        this.tree.files.set(ino, Buffer.alloc(0));
        this.steps.push({ is: 'truncate', ino, length: 0 });
      }
      return this.#file(ino);
    });
  }

  #file(ino: number): DiskFile {
    const change = (next: Buffer, step: Step): Promise<void> => {
      this.tree.files.set(ino, next);
      this.steps.push(step);
      return Promise.resolve();
    };
    const bytes = (): Buffer => this.tree.files.get(ino) ?? Buffer.alloc(0);
    return {
      write: (added, at) => {
        const copy = Buffer.from(added);
        return change(written(bytes(), copy, at), { is: 'write', ino, at, bytes: copy });
      },
      truncate: (length) => change(cutTo(bytes(), length), { is: 'truncate', ino, length }),
      sync: () => change(bytes(), { is: 'sync', ino }),
      close: () => Promise.resolve(),
    };
  }

  read(path: string): Promise<Uint8Array | null> {
    const ino = this.#find(path);
    return Promise.resolve((ino && this.tree.files.get(ino)) || null);
  }

  list(path: string): Promise<string[]> {
    const ino = this.#find(path);
    return Promise.resolve([...((ino && this.tree.folders.get(ino)?.keys()) || [])]);
  }

  makeFolder(path: string): Promise<void> {
    if (this.#find(path) !== undefined) return Promise.resolve();
    return (dirname(path) === '/' ? Promise.resolve() : this.makeFolder(dirname(path))).then(() => {
      const ino = ++this.#last;
      this.tree.folders.set(ino, new Map());
      this.#link(path, ino, true);
    });
  }

  rename(from: string, to: string): Promise<void> {
    if (dirname(from) !== dirname(to)) throw new Error('a rename into another folder is not modelled');
    const { ino: folder, names } = this.#folder(dirname(from));
    const ino = names.get(basename(from));
    if (ino === undefined) return Promise.reject(missing(from));
    names.delete(basename(from));
    names.set(basename(to), ino);
    this.steps.push({ is: 'rename', folder, from: basename(from), to: basename(to), ino });
    return Promise.resolve();
  }

  async remove(path: string): Promise<void> {
    const ino = this.#find(path);
    if (ino === undefined) return;
    for (const name of this.tree.folders.get(ino)?.keys() ?? []) await this.remove(`${path}/${name}`);
    const { ino: folder, names } = this.#folder(dirname(path));
    names.delete(basename(path));
    this.steps.push({ is: 'unlink', folder, name: basename(path) });
  }

  syncFolder(path: string): Promise<void> {
    return later(() => void this.steps.push({ is: 'syncFolder', folder: this.#folder(path).ino }));
  }
}

/** An error of the work is the promise's. */
const later = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);

export function written(before: Buffer, bytes: Uint8Array, at: number): Buffer {
  const after = Buffer.alloc(Math.max(before.length, at + bytes.length));
  before.copy(after);
  after.set(bytes, at);
  return after;
}

export function cutTo(before: Buffer, length: number): Buffer {
  const after = Buffer.alloc(length);
  before.copy(after);
  return after;
}
