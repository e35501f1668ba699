/**
 * One engine of rules.
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} sees what it sees that the others do not
 * @property {string} script in node_modules
 * @property {string[]} args
 * @property {string[]} forPeople further arguments, for an answer that a person reads
 * @property {string[]} forPrograms further arguments, for an answer that tests/checks reads
 * @property {Record<string, string>} [env] further environment
 */

/**
 * The engines of `npm run check`, the slowest first.
 * @type {Engine[]}
 */
export const ENGINES = [
  {
    name: 'eslint',
    sees: 'what the code may not say',
    script: 'eslint/bin/eslint.js',
    args: ['--config', '.config/eslint.config.js', '.'],
    forPeople: [],
    forPrograms: ['--format', 'json'],
  },
  {
    name: 'tsc',
    sees: 'types, and what each folder can know',
    script: 'typescript/bin/tsc',
    args: ['--build'],
    forPeople: [],
    forPrograms: ['--pretty', 'false'],
  },
  {
    name: 'prettier',
    sees: 'layout (npm run format)',
    script: 'prettier/bin/prettier.cjs',
    args: ['.'],
    forPeople: ['--check', '--log-level', 'warn'],
    forPrograms: ['--list-different'],
  },
  {
    name: 'depcruise',
    sees: 'layers, siblings, cycles',
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.config/dependency-cruiser.cjs', 'src', 'electron', 'renderer', 'tests', '.config'],
    forPeople: ['--output-type', 'err-long'],
    forPrograms: ['--output-type', 'json'],
  },
  {
    name: 'knip',
    sees: 'files, exports and packages that nothing uses',
    script: 'knip/bin/knip.js',
    args: ['--config', '.config/knip.config.js', '--no-progress'],
    forPeople: ['--treat-config-hints-as-errors'],
    forPrograms: ['--reporter', 'json'],
    // Its parser would ask for six gigabytes of address space at once, which Electron's Node never grants.
    env: { KNIP_DISABLE_RAW_TRANSFER: '1' },
  },
];
