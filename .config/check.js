// `npm run check`: every rule engine, two at a time, and at the end one line for each.
// `npm run check -- eslint knip` runs only those.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CODE = ['src', 'electron', 'renderer', 'tests', '.config'];

/**
 * What each engine sees that the others do not. The slowest come first.
 * @type {{ name: string, sees: string, script: string, args: string[] }[]}
 */
const ENGINES = [
  {
    name: 'eslint',
    sees: 'what the code may not say',
    script: 'eslint/bin/eslint.js',
    args: ['--config', '.config/eslint.config.js', '--no-warn-ignored', '.'],
  },
  { name: 'tsc', sees: 'types, and what each folder can know', script: 'typescript/bin/tsc', args: ['-b', '--pretty'] },
  {
    name: 'prettier',
    sees: 'layout (npm run format)',
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
  },
  {
    name: 'depcruise',
    sees: 'layers, siblings, cycles',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.config/dependency-cruiser.cjs', '--output-type', 'err-long', ...CODE],
  },
  {
    name: 'knip',
    sees: 'files, exports and packages that nothing uses',
    script: 'knip/bin/knip.js',
    args: ['--config', '.config/knip.json', '--no-progress', '--treat-config-hints-as-errors'],
  },
];

/**
 * @param {(typeof ENGINES)[number]} engine
 * @returns {Promise<{ name: string, sees: string, passed: boolean, output: string, seconds: string }>}
 */
function run({ name, sees, script, args }) {
  const start = performance.now();
  return new Promise((done) => {
    let output = '';
    const child = spawn(process.execPath, [`${ROOT}node_modules/${script}`, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
    });
    const end = (/** @type {boolean} */ passed) =>
      done({ name, sees, passed, output: output.trim(), seconds: ((performance.now() - start) / 1000).toFixed(1) });
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => {
      output += `${name} did not start (npm ci?): ${error.message}`;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ENGINES.some((engine) => engine.name === name));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${ENGINES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const waiting = ENGINES.filter(({ name }) => asked.length === 0 || asked.includes(name));
/** @type {Awaited<ReturnType<typeof run>>[]} */
const results = [];
const lane = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const result = await run(next);
    results.push(result);
    if (result.output) console.log(`\n${result.name}: ${result.sees}\n\n${result.output}`);
  }
};
await Promise.all(Array.from({ length: Math.max(2, Math.min(availableParallelism(), 4)) }, lane));

console.log();
for (const { name, passed, seconds, sees } of results) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds.padStart(5)} s  ${sees}`);
}
const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}. To run one again: npm run check -- ${failed[0]}`);
  process.exitCode = 1;
}
