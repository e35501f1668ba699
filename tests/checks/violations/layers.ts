import { one, type Violation } from './violation.ts';

/** Who may know whom: dependency-cruiser. */
export const layers: Violation[] = [
  one(
    'src imports the window',
    'src-runs-anywhere',
    'src/story/v01.ts',
    "export * from '../../renderer/ui/heading.tsx';\n",
  ),
  one(
    'src imports a type of the host',
    'src-runs-anywhere',
    'src/story/v02.ts',
    "import type { openWindow } from '../../electron/shell/window.ts';\n\nexport type Open = typeof openWindow;\n",
  ),
  one('src imports Node', 'src-without-node', 'src/story/v03.ts', "export { readFileSync } from 'node:fs';\n"),
  one('src imports SQLite', 'src-without-node', 'src/story/v04.ts', "export { DatabaseSync } from 'node:sqlite';\n"),
  one('src imports React', 'src-pure-packages', 'src/story/v05.ts', "export { useState } from 'react';\n"),
  one(
    'src imports a type of Lexical',
    'src-pure-packages',
    'src/story/v06.ts',
    "import type { LexicalNode } from 'lexical';\n\nexport type Node = LexicalNode;\n",
  ),
  one('src goes past base to zod', 'zod-through-base', 'src/story/v07.ts', "export { z } from 'zod';\n"),
  one(
    'src reads a picture file',
    'image-size-bytes-only',
    'src/story/v08.ts',
    "export * from 'image-size/fromFile';\n",
  ),
  one('base imports the story', 'base-knows-nothing', 'src/base/v09.ts', "export * from '../story/headline.ts';\n"),
  one(
    'the story imports a contract',
    'story-knows-base-only',
    'src/story/v10.ts',
    "export * from '../ipc/channel.ts';\n",
  ),
  one(
    'the window imports the host',
    'renderer-knows-src-only',
    'renderer/ui/v11.ts',
    "export * from '../../electron/services/drafts.ts';\n",
  ),
  one('the window imports Node', 'renderer-without-node', 'renderer/ui/v12.ts', "export { join } from 'node:path';\n"),
  one(
    'the host imports the window',
    'electron-knows-src-only',
    'electron/services/v13.ts',
    "export * from '../../renderer/ui/heading.tsx';\n",
  ),
  one(
    'the host imports Lexical',
    'electron-without-window-packages',
    'electron/services/v14.ts',
    "export * from 'lexical';\n",
  ),
  one(
    'a service imports Electron',
    'electron-in-its-shell',
    'electron/services/v15.ts',
    "export { app } from 'electron';\n",
  ),
  one(
    'a service imports Electron later',
    'electron-in-its-shell',
    'electron/services/v16.ts',
    "export const later = () => import('electron');\n",
  ),
  one(
    'a handler imports a type of Electron',
    'electron-in-its-shell',
    'electron/handlers/v17.ts',
    "import type { App } from 'electron';\n\nexport type Handled = App;\n",
  ),
  one(
    'the window imports Electron',
    'electron-in-its-shell',
    'renderer/ui/v18.ts',
    "export { ipcRenderer } from 'electron';\n",
  ),
  one(
    'a service asks Electron for a folder',
    'electron-in-its-shell',
    'electron/services/v19.ts',
    "export { app } from 'electron';\n",
  ),
  one(
    'a service imports the shell',
    'services-without-shell',
    'electron/services/v20.ts',
    "export * from '../shell/window.ts';\n",
  ),
  one(
    'the shell packages the app',
    'builder-in-runtime',
    'electron/shell/v21.ts',
    "export { build } from 'electron-builder';\n",
  ),
  one(
    'the preload imports code',
    'preload-holds-no-code',
    'electron/preload.ts',
    "import { contextBridge } from 'electron';\nimport type { z } from 'zod';\nimport { headlineSchema } from '../src/story/headline.ts';\n\nconst schema: z.ZodString = headlineSchema;\ncontextBridge.exposeInMainWorld('copydesk', { max: schema.maxLength });\n",
  ),
  {
    does: 'the preload imports a type of a package',
    rule: 'preload-types-from-src',
    file: 'electron/preload.ts',
    files: {},
  },
  {
    does: 'one export imports another',
    rule: 'siblings-apart',
    files: {
      'src/export/html/v22.ts': "export * from '../markdown/v22.ts';\n",
      'src/export/markdown/v22.ts': 'export const mark = 1;\n',
    },
  },
  {
    does: 'one adapter imports the type of another',
    rule: 'siblings-apart',
    files: {
      'src/cms/ghost/v23.ts': "import type { Post } from '../wordpress/v23.ts';\n\nexport type GhostPost = Post;\n",
      'src/cms/wordpress/v23.ts': 'export interface Post {\n  id: number;\n}\n',
    },
  },
  {
    does: 'one block kind imports another',
    rule: 'siblings-apart',
    files: {
      'renderer/editor/blocks/figure/v24.ts': "export * from '../quote/v24.ts';\n",
      'renderer/editor/blocks/quote/v24.ts': 'export const mark = 1;\n',
    },
  },
  {
    does: 'two files import each other',
    rule: 'no-cycles',
    file: 'src/story/v25-tail.ts',
    files: {
      'src/story/v25.ts': "import type { Tail } from './v25-tail.ts';\n\nexport interface Head {\n  tail: Tail;\n}\n",
      'src/story/v25-tail.ts': "import type { Head } from './v25.ts';\n\nexport interface Tail {\n  head: Head;\n}\n",
    },
  },
  {
    does: 'the code imports a test',
    rule: 'nothing-imports-tests',
    files: {
      'electron/services/v26.ts': "export * from '../../tests/unit/v26-story.ts';\n",
      'tests/unit/v26-story.ts': 'export const mark = 1;\n',
    },
  },
  one('nobody knows a file', 'no-orphans', 'src/story/v27.ts', 'export const mark = 1;\n'),
  one('an import leads nowhere', 'no-unresolvable', 'src/story/v28.ts', "export * from './nowhere.ts';\n"),
  one(
    'the app needs a tool',
    'no-dev-packages-in-the-app',
    'electron/services/v29.ts',
    "export { expect } from 'vitest';\n",
  ),
  one('a package is nobody’s', 'no-unlisted-packages', 'electron/services/v30.ts', "export * from 'semver';\n"),
];
