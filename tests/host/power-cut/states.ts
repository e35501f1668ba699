import { cutTo, written, type Step, type Tree } from './model-disk.ts';

/** What a disk may have of writes that it was never told to hold: all, nothing, part of the last, or room without bytes. */
const UNSYNCED = ['all', 'none', 'half', 'all but a byte', 'zeros'] as const;
type Unsynced = (typeof UNSYNCED)[number];

/** The disk as a power cut may have left it. */
export interface State {
  tree: Tree;
  /** The last promise that the store had given; -1 before the first. */
  promised: number;
}

type Naming = Extract<Step, { is: 'link' | 'unlink' | 'rename' }>;
const isNaming = (step: Step): step is Naming => step.is === 'link' || step.is === 'unlink' || step.is === 'rename';

/** The folders of a disk that holds these namings. */
function foldersOf(namings: readonly Naming[]): Tree['folders'] {
  const folders: Tree['folders'] = new Map([[1, new Map<string, number>()]]);
  for (const naming of namings) {
    const names = folders.get(naming.folder) ?? new Map<string, number>();
    folders.set(naming.folder, names);
    if (naming.is === 'link') {
      names.set(naming.name, naming.ino);
      if (naming.isFolder && !folders.has(naming.ino)) folders.set(naming.ino, new Map());
    } else if (naming.is === 'unlink') {
      names.delete(naming.name);
    } else {
      names.delete(naming.from);
      names.set(naming.to, naming.ino);
    }
  }
  return folders;
}

function bytesOf(steps: readonly Step[], ino: number, unsynced: Unsynced): Buffer {
  const own = steps.filter((step) => 'ino' in step && step.ino === ino);
  const held = own.findLastIndex((step) => step.is === 'sync');
  const lastWrite = own.findLastIndex((step) => step.is === 'write');
  let bytes: Buffer = Buffer.alloc(0);
  own.forEach((step, index) => {
    if (step.is === 'truncate') bytes = cutTo(bytes, step.length);
    if (step.is !== 'write') return;
    const { bytes: added, at } = step;
    const isWhole = index <= held || unsynced === 'all' || (index !== lastWrite && /half|byte/.test(unsynced));
    if (isWhole) bytes = written(bytes, added, at);
    else if (unsynced === 'half') bytes = written(bytes, added.subarray(0, added.length >> 1), at);
    else if (unsynced === 'all but a byte') bytes = written(bytes, added.subarray(0, -1), at);
    else if (unsynced === 'zeros') bytes = written(bytes, new Uint8Array(added.length), at);
  });
  return bytes;
}

/** The namings that may be held: of each folder those before its last sync, and of the others any beginning. */
function* heldNamings(steps: readonly Step[]): Generator<Naming[]> {
  const synced = new Map<number, number>();
  steps.forEach((step, index) => step.is === 'syncFolder' && synced.set(step.folder, index));
  const all = steps.flatMap((step, index) => (isNaming(step) ? [{ step, index }] : []));
  const open = all.filter(({ step, index }) => index > (synced.get(step.folder) ?? -1));
  const holding = (more: typeof open): Naming[] => {
    const lost = new Set(open.filter((one) => !more.includes(one)));
    return all.filter((one) => !lost.has(one)).map(({ step }) => step);
  };
  // A journal holds them in their order; without one, a folder may be ahead of another.
  for (let count = 0; count <= open.length; count++) yield holding(open.slice(0, count));
  const folders = new Set(open.map(({ step }) => step.folder));
  if (folders.size > 1) for (const folder of folders) yield holding(open.filter(({ step }) => step.folder === folder));
}

/** Every state in which a power cut after any of the steps may leave the disk. */
export function* states(steps: readonly Step[]): Generator<State> {
  let promised = -1;
  for (let cut = 0; cut <= steps.length; cut++) {
    const last = steps[cut - 1];
    if (last?.is === 'promise') promised = last.what;
    const before = steps.slice(0, cut);
    const inodes = before.flatMap((step) => (step.is === 'link' && !step.isFolder ? [step.ino] : []));
    const contents = UNSYNCED.map((unsynced) => new Map(inodes.map((ino) => [ino, bytesOf(before, ino, unsynced)])));
    for (const held of heldNamings(before)) {
      for (const files of contents) yield { tree: { files: new Map(files), folders: foldersOf(held) }, promised };
    }
  }
}
