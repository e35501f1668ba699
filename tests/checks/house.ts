import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Text by file path. */
export type Files = Record<string, string>;

/** A tree as small as one can be in which every room of Copydesk has something, and nothing is wrong. */
export const SOUND: Files = {
  'src/base/schema.ts': "import { z } from 'zod';\n\nexport { z };\n",
  'src/story/headline.ts':
    "import { z } from '../base/schema.ts';\n\nexport const headlineSchema = z.string();\n\nexport type Headline = z.infer<typeof headlineSchema>;\n",
  'src/ipc/channel.ts':
    "import type { Headline } from '../story/headline.ts';\n\nexport interface Channel {\n  headline: Headline;\n}\n",
  'electron/services/drafts.ts':
    "import { readFileSync } from 'node:fs';\n\nexport const readDraft = (path: string): string => readFileSync(path, 'utf8');\n",
  'electron/shell/window.ts':
    "import { BrowserWindow } from 'electron';\n\nexport const openWindow = (title: string): BrowserWindow => new BrowserWindow({ title });\n",
  'electron/main.ts':
    "import { readDraft } from './services/drafts.ts';\nimport { openWindow } from './shell/window.ts';\n\nopenWindow(readDraft('draft.txt'));\n",
  'electron/preload.ts':
    "import { contextBridge } from 'electron';\nimport type { Channel } from '../src/ipc/channel.ts';\n\nconst channel: Channel = { headline: '' };\ncontextBridge.exposeInMainWorld('copydesk', channel);\n",
  'electron/cli.ts':
    "import { readDraft } from './services/drafts.ts';\n\nprocess.stdout.write(readDraft('draft.txt'));\n",
  'electron/runtime/run.ts': "import { join } from 'node:path';\n\nprocess.stdout.write(join('out', 'host'));\n",
  'renderer/index.html': '<!doctype html>\n<title>Copydesk</title>\n<script type="module" src="./main.tsx"></script>\n',
  'renderer/main.tsx':
    "import { createRoot } from 'react-dom/client';\nimport './style/fonts.css';\nimport { Heading } from './ui/heading.tsx';\n\ncreateRoot(document.body).render(<Heading text=\"Flood\" />);\n",
  'renderer/style/fonts.css': "@import './type.css';\n",
  'renderer/style/type.css': '.headline {\n  margin: 0;\n}\n',
  'renderer/ui/heading.tsx':
    "import type { ReactNode } from 'react';\nimport { headlineSchema } from '../../src/story/headline.ts';\n\nexport function Heading({ text }: { text: string }): ReactNode {\n  return <h1>{headlineSchema.parse(text)}</h1>;\n}\n",
  'tests/unit/headline.test.ts':
    "import { expect, it } from 'vitest';\nimport { headlineSchema } from '../../src/story/headline.ts';\n\nit('takes a headline', () => {\n  expect(headlineSchema.parse('Flood')).toBe('Flood');\n});\n",
};

/** What comes with the house and is not its code: the tools' own settings, as they are in the repository. */
const SETTINGS = [
  '.config',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  ...['src', 'electron', 'renderer', 'tests'].map((room) => `${room}/tsconfig.json`),
];

/** Builds the sound house, with `more` files in it, in a new folder of the system's; answers its path. */
export function buildHouse(more: Files = {}): string {
  const house = mkdtempSync(join(tmpdir(), 'copydesk-checks-'));
  for (const path of SETTINGS) cpSync(join(ROOT, path), join(house, path), { recursive: true });
  for (const [path, text] of Object.entries({ ...SOUND, ...more })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  // Package by package, not the folder: the tools keep their caches in it.
  mkdirSync(join(house, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.'))
      symlinkSync(join(ROOT, 'node_modules', name), join(house, 'node_modules', name), 'junction');
  }
  return house;
}

export function removeHouse(house: string): void {
  rmSync(house, { recursive: true, force: true });
}
