import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nativeImage, type BrowserWindow } from 'electron';

/** The side of the picture under the pointer, in pixels. */
const SIDE = 64;

/** Files that the person drags out of the window. */
export interface DragOut {
  /** A new folder for them. */
  folder: () => Promise<string>;
  /** Hands them to the drag that goes on under the pointer. */
  drag: (paths: string[]) => void;
  /** Removes what was dragged; whoever took it has a copy of their own by now. */
  clear: () => Promise<void>;
}

/** @param icon the program's picture, which hangs at the pointer */
export function createDragOut(window: () => BrowserWindow | null, icon: string): DragOut {
  const folders: string[] = [];
  return {
    async folder() {
      const folder = await mkdtemp(join(tmpdir(), 'copydesk-drag-'));
      folders.push(folder);
      return folder;
    },
    drag(paths) {
      const [file] = paths;
      const picture = nativeImage.createFromPath(icon).resize({ width: SIDE, height: SIDE });
      if (file !== undefined) window()?.webContents.startDrag({ file, files: paths, icon: picture });
    },
    async clear() {
      for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
    },
  };
}
