// The layers of the house. What a folder may not import is written here with the reason and what to do instead;
// tests/checks plants each violation and sees it caught.

/** npm packages that run anywhere: no Node, no DOM, no native code. `src/` may import these. */
const PURE = [
  'zod',
  'fflate',
  'parse5',
  'image-size',
  'diff',
  'jsonc-parser',
  'nspell',
  'mdast',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'micromark-extension-gfm',
  'yaml',
  'exifreader',
  '@xmldom/xmldom',
  'docx',
];

/** npm packages that only the window's code may import. */
const WINDOW = ['lexical', '@lexical', 'react', 'react-dom', 'scheduler', '@fontsource', '@fontsource-variable'];

/**
 * A path in node_modules that belongs to one of the packages (or one of the scopes).
 * @param {string[]} names
 */
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

/** Folders whose children must not know each other: $1 is the family, $2 the child. */
const SIBLINGS = '^(src/export|src/import|src/cms|renderer/editor/blocks)/([^/]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'src-runs-anywhere',
      comment: 'src/ is shared and pure: it knows no other room. Pass what it needs as an argument, or move the code.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(electron|renderer)/' },
    },
    {
      name: 'base-knows-nothing',
      comment: 'src/base is what all else stands on: it imports only itself.',
      severity: 'error',
      from: { path: '^src/base/' },
      to: { path: '^src/', pathNot: '^src/base/' },
    },
    {
      name: 'story-knows-base-only',
      comment: 'The story is the contract of every export, import and adapter. They know it; it knows src/base alone.',
      severity: 'error',
      from: { path: '^src/story/' },
      to: { path: '^src/', pathNot: '^src/(base|story)/' },
    },
    {
      name: 'src-without-node',
      comment:
        'src/ runs in the window too, where Node is not. Take and give bytes; let electron/services do the work.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-pure-packages',
      comment: `src/ may import ${PURE.join(', ')}, which run anywhere. For another pure package, add it to PURE in .config/dependency-cruiser.cjs.`,
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|/)node_modules/', pathNot: packages(...PURE) },
    },
    {
      name: 'zod-through-base',
      comment:
        'Import { z } from src/base/schema.ts: it turns off the code generation that the content security policy refuses.',
      severity: 'error',
      from: { pathNot: '^(src/base/schema[.]ts$|tests/)' },
      to: { path: packages('zod') },
    },
    {
      name: 'image-size-bytes-only',
      comment: "image-size/fromFile reads files with Node. Import 'image-size' and give it bytes.",
      severity: 'error',
      from: { path: '^(src|renderer)/' },
      to: { path: 'node_modules/image-size/.*fromFile' },
    },
    {
      name: 'renderer-knows-src-only',
      comment: 'The window asks the host through the client in src/ipc. It imports nothing of electron/.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/' },
    },
    {
      name: 'renderer-without-node',
      comment:
        'The window is sandboxed: it has no Node. Add a call to src/ipc/calls and do the work in electron/services.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-knows-src-only',
      comment: 'The host imports src/ only. What both sides need belongs to src/.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'electron-without-window-packages',
      comment: 'React, Lexical and fonts belong to the window.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: packages(...WINDOW) },
    },
    {
      name: 'electron-in-its-shell',
      comment:
        'Only electron/main.ts, electron/preload.ts and electron/shell/ know Electron; services stay plain Node so that tests and the command line run them. Pass in what you need from main.ts.',
      severity: 'error',
      // The tests' browser is a program of its own: Electron's Chromium with a bare window. Each is held until it is driven.
      from: { pathNot: '^(electron/(main[.]ts|preload[.]ts|shell/)|tests/(setup/browser/|desktop/hold[.]cjs))' },
      to: { path: packages('electron') },
    },
    {
      name: 'services-without-shell',
      comment:
        'Services, handlers and the command line run without Electron. Take what the shell offers as an argument; main.ts passes it in.',
      severity: 'error',
      from: { path: '^electron/(services/|handlers/|cli[.]ts$)' },
      to: { path: '^electron/(shell/|main[.]ts$)' },
    },
    {
      name: 'builder-in-runtime',
      comment: 'electron-builder packages the app. Only electron/runtime drives it.',
      severity: 'error',
      from: { pathNot: '^electron/runtime/' },
      to: { path: packages('electron-builder', 'app-builder-lib', 'builder-util') },
    },
    {
      name: 'preload-holds-no-code',
      comment:
        'The preload is one small file that the sandbox runs: `import type` from src/, and the package electron. Nothing else.',
      severity: 'error',
      from: { path: '^electron/preload[.]ts$' },
      to: { pathNot: packages('electron'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'preload-types-from-src',
      comment: 'The preload takes its types from src/.',
      severity: 'error',
      from: { path: '^electron/preload[.]ts$' },
      to: { pathNot: [packages('electron'), '^src/'], dependencyTypes: ['type-only'] },
    },
    {
      name: 'siblings-apart',
      comment:
        'Two formats, adapters or block kinds do not know each other, so that one can be removed or added alone. Lift what they share to the parent folder or to src/story.',
      severity: 'error',
      from: { path: SIBLINGS },
      // src/import/recognise holds the rules that every importer shares, src/export/page the story as HTML, src/cms/push what a push is.
      to: { path: '^$1/[^/]+/', pathNot: '^($1/$2|src/import/recognise|src/export/page|src/cms/push)/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Tests may import everything; nothing imports tests.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file in two places. Move what both need to a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing: remove it, or use it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '[.]d[.]ts$',
          '^electron/(main|preload|cli)[.]ts$',
          '^electron/runtime/',
          '^renderer/main[.]tsx$',
          '^tests/.*[.]test[.]tsx?$',
          '^tests/setup/',
          '^[.]config/',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'This import leads nowhere: check its spelling, or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-packages-in-the-app',
      comment: 'The packaged app has no devDependencies: move the package to dependencies, or the code to tests/.',
      severity: 'error',
      // The runtime and copydesk.mjs start from a clone, where the tools are.
      from: { path: '^(src|electron|renderer)/', pathNot: '^electron/(runtime/|copydesk[.]mjs$)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: packages('electron') },
    },
    {
      name: 'no-unlisted-packages',
      comment:
        'Name the package in package.json with its exact version: what another package brings along may go again.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|coverage)/' },
    moduleSystems: ['es6', 'cjs'],
    // Types count: a layer that knows another's types knows the other.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
    // Node 20, which runs the tools, does not know every module of Electron's Node 24.
    builtInModules: { add: ['node:sqlite', 'sqlite'] },
    skipAnalysisNotInRules: true,
  },
};
