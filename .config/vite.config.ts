import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { packagesOf, type Lock } from './licences.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const read = (path: string): unknown => JSON.parse(readFileSync(at(path), 'utf8'));
const program = {
  version: (read('package.json') as { version: string }).version,
  packages: packagesOf(read('package-lock.json') as Lock),
};

/** Programs from one tree: the window, its preload, what runs in Node (main, command line), and what finds Electron for development. */
export default defineConfig({
  root: at('renderer'),
  publicDir: false,
  // Relative addresses: the window is served from app://window/.
  base: './',
  plugins: [react()],
  define: { __PROGRAM__: JSON.stringify(program) },
  worker: { format: 'es' },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: at('out/window'),
        emptyOutDir: true,
        target: 'chrome146',
        // No data: addresses, which the content security policy refuses.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: at('renderer/index.html') },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: at('out/preload'),
        emptyOutDir: true,
        target: 'node24',
        // A sandboxed preload must be one CommonJS file.
        rolldownOptions: {
          input: at('electron/preload.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs' },
        },
      },
    },
    host: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: at('out/host'),
        emptyOutDir: true,
        target: 'node20',
        ssr: true,
        rolldownOptions: {
          input: {
            main: at('electron/main.ts'),
            cli: at('electron/cli.ts'),
            'import-worker': at('electron/import-worker.ts'),
          },
          external: ['electron', /^node:/],
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    runtime: {
      consumer: 'server',
      build: {
        // Apart from out/host: the packaged program has no use for it.
        outDir: at('out/runtime'),
        emptyOutDir: true,
        target: 'node20',
        ssr: true,
        rolldownOptions: {
          input: at('electron/runtime/run.ts'),
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    },
  },
});
