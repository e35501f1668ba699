import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const setup = (name: string): string => `${root}tests/setup/${name}`;

/**
 * Tests in the order of what they need: `unit` any Node, and so `checks` (of `npm run check` itself); `host` Electron's
 * Node; `desktop` the built program in a real window; `packaged` what `npm run package` made. A later group starts when
 * the one before has ended, so that windows never compete with other work for the processor.
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], sequence: { groupOrder: 0 } },
      },
      {
        root,
        test: {
          name: 'checks',
          include: ['tests/checks/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'host',
          include: ['tests/host/**/*.test.ts'],
          globalSetup: [setup('electron-node.ts'), setup('folder.ts')],
          testTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        root,
        test: {
          name: 'desktop',
          include: ['tests/desktop/**/*.test.ts'],
          globalSetup: [setup('electron-node.ts'), setup('folder.ts')],
          setupFiles: [setup('display.ts'), setup('close-windows.ts')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          // A person's own screen has one keyboard focus, for which windows would compete.
          maxWorkers: process.env['DISPLAY'] ? 1 : 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        root,
        test: {
          name: 'ime',
          include: ['tests/ime/**/*.test.ts'],
          globalSetup: [setup('electron-node.ts'), setup('input-method.ts'), setup('folder.ts')],
          setupFiles: [setup('display.ts'), setup('close-windows.ts')],
          testTimeout: 900_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 6 },
        },
      },
      {
        root,
        test: {
          name: 'packaged',
          include: ['tests/packaged/**/*.test.ts'],
          globalSetup: [setup('electron-node.ts'), setup('folder.ts')],
          setupFiles: [setup('display.ts'), setup('close-windows.ts')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
        },
      },
      {
        root,
        test: {
          name: 'hard',
          include: ['tests/hard/**/*.test.ts'],
          globalSetup: [
            setup('electron-node.ts'),
            setup('folder.ts'),
            ...[setup('figures.ts'), setup('ways.ts'), setup('rounds.ts')],
          ],
          setupFiles: [setup('display.ts'), setup('close-windows.ts')],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 1,
          sequence: { groupOrder: 8 },
        },
      },
      {
        root,
        test: {
          name: 'bench',
          include: ['tests/bench/**/*.bench.ts'],
          globalSetup: [
            setup('electron-node.ts'),
            setup('folder.ts'),
            // After the folder that its figures lie in: what is set up last ends first.
            setup('figures.ts'),
          ],
          setupFiles: [setup('display.ts'), setup('close-windows.ts')],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 1,
          sequence: { groupOrder: 5 },
        },
      },
      {
        root,
        test: {
          name: 'live',
          include: ['tests/live/**/*.test.ts'],
          globalSetup: [setup('electron-node.ts'), setup('folder.ts')],
          setupFiles: [setup('display.ts'), setup('close-windows.ts')],
          testTimeout: 120_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 30_000 } },
          maxWorkers: 1,
          sequence: { groupOrder: 7 },
        },
      },
      {
        root,
        test: {
          name: 'crash',
          include: ['tests/crash/**/*.test.ts'],
          globalSetup: [setup('electron-node.ts'), setup('folder.ts'), setup('rounds.ts')],
          setupFiles: [setup('display.ts'), setup('close-windows.ts')],
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 2,
          sequence: { groupOrder: 6 },
        },
      },
    ],
  },
});
