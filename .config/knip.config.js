/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'electron/{main,preload,cli,import-worker}.ts',
    'electron/runtime/run.ts',
    '.ci/*.js',
    '.config/after-pack.js',
    'tests/bench/peers/pages/*.ts',
  ],
  project: ['{src,electron,renderer,tests,.config,.ci}/**/*.{ts,tsx,js,cjs,mjs,css}'],
  compilers: {
    // A style sheet uses what it names: other sheets, and the fonts of a package.
    css: (text) =>
      [...text.matchAll(/(?:@import\s+|url\()['"]([^'"]+)['"]/g)].map(([, path]) => `import '${path}';`).join('\n'),
  },
  // Run by its path in node_modules (electron/runtime/package-app.ts), not imported.
  ignoreDependencies: ['electron-builder'],
  // Of the system, not of npm: the tests' own display, a small disk, WordPress's language, a keyring and its bus.
  ignoreBinaries: ['Xvfb', 'mount', 'umount', 'php', 'dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  vite: { config: ['.config/vite.config.ts'] },
  vitest: { config: ['.config/vitest.config.ts'] },
  eslint: { config: ['.config/eslint.config.js'] },
  prettier: { config: ['.config/prettier.config.js'] },
  'dependency-cruiser': { config: ['.config/dependency-cruiser.cjs'] },
};
