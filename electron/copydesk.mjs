#!/usr/bin/env node
// `npx copydesk` in a fresh clone: builds the command line where it is missing or older than its sources, and runs it.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The command line, and the thread on which it reads foreign files. */
const programs = ['cli', 'import-worker'].map((name) => ({
  source: join(root, `electron/${name}.ts`),
  built: join(root, `out/host/${name}.js`),
}));

/** The time of the last change of any source that the command line may be made of. */
function lastChange() {
  const times = ['src', 'electron'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => statSync(join(root, folder, name)).mtimeMs),
  );
  return Math.max(statSync(join(root, 'package.json')).mtimeMs, ...times);
}

// A packaged Copydesk has no sources, and needs none.
const isCurrent = ({ source, built }) =>
  existsSync(built) && (!existsSync(source) || statSync(built).mtimeMs >= lastChange());

/** One file, so that it never waits for parts of another build; renamed into place, since two may build at once. */
async function build({ source, built }) {
  const { build: bundle } = await import('vite').catch(() => {
    console.error('copydesk: run "npm ci" in Copydesk\'s folder first.');
    process.exit(1);
  });
  const { output } = await bundle({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: source,
      write: false,
      target: 'node20',
      rolldownOptions: { external: [/^node:/], output: { format: 'es', codeSplitting: false } },
    },
  });
  mkdirSync(dirname(built), { recursive: true });
  const beside = `${built}.${process.pid}`;
  writeFileSync(beside, output[0].code);
  renameSync(beside, built);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`copydesk: Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}
for (const program of programs) if (!isCurrent(program)) await build(program);
await import(pathToFileURL(programs[0].built).href);
