// `npm run check`: every engine of rules, two at a time, and at the end one line for each.
// `npm run check -- eslint knip` runs only those.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ENGINES } from './engines.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {import('./engines.js').Engine} engine
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
function run({ script, args, forPeople, env }) {
  return new Promise((done) => {
    let output = '';
    const child = spawn(process.execPath, [`${ROOT}node_modules/${script}`, ...args, ...forPeople], {
      cwd: ROOT,
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env },
    });
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => done({ passed: false, output: `It did not start: ${error.message}` }));
    child.on('close', (code) => done({ passed: code === 0, output: output.trim() }));
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ENGINES.some((engine) => engine.name === name));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${ENGINES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const waiting = ENGINES.filter(({ name }) => asked.length === 0 || asked.includes(name));
/** @type {string[]} */
const summary = [];
/** @type {string[]} */
const failed = [];

async function runWaiting() {
  for (let engine = waiting.shift(); engine; engine = waiting.shift()) {
    const start = performance.now();
    const { passed, output } = await run(engine);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (output) console.log(`\n${engine.name}: ${engine.sees}\n\n${output}`);
    summary.push(`${passed ? 'passed' : 'FAILED'}  ${engine.name.padEnd(9)} ${seconds.padStart(5)} s  ${engine.sees}`);
    if (!passed) failed.push(engine.name);
  }
}
await Promise.all(Array.from({ length: Math.max(2, Math.min(availableParallelism(), 4)) }, runWaiting));

console.log(`\n${summary.join('\n')}`);
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}. To run one again: npm run check -- ${failed[0]}`);
  process.exitCode = 1;
}
