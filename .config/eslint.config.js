import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import lexical from '@lexical/eslint-plugin';
// @ts-expect-error: the plugin brings no types.
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { house } from './eslint/house-rules.js';
import { restrictedGlobals, restrictedProperties, restrictedSyntax } from './eslint/restrictions.js';

const TYPED = ['**/*.{ts,tsx}'];
const WINDOW = ['renderer/**/*.{ts,tsx}'];

/**
 * @param {object[]} selectors
 * @returns {{ 'no-restricted-syntax': ['error', ...object[]] }}
 */
const syntax = (selectors) => ({ 'no-restricted-syntax': ['error', ...selectors] });

/** What TypeScript and the layers' checker cannot see. Messages say what to do instead (./eslint/restrictions.js). */
export default defineConfig([
  globalIgnores(['out/', 'dist/', 'coverage/', 'tests/fixtures/']),
  {
    files: ['**/*.{ts,tsx,js,cjs,mjs}'],
    extends: [js.configs.recommended],
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      'house/kebab-case-file': 'error',
      'house/plain-comments': 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-eval': 'error',
      'no-misleading-character-class': ['error', { allowEscape: true }],
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      ...syntax(restrictedSyntax.everywhere),
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    // Plain scripts of the tools: TypeScript's own check of .config knows Node's globals.
    rules: { 'no-undef': 'off' },
  },
  {
    files: TYPED,
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // `save: () => void`, not `save(): void`: it can be handed on without its object, and its arguments are checked strictly.
      '@typescript-eslint/method-signature-style': ['error', 'property'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      // A closed vocabulary: each switch over block kinds names all of them.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `async` without `await` turns a throw into a rejection, which a handler's contract wants.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-console': 'error', ...syntax(restrictedSyntax.src) },
  },
  {
    files: ['electron/{handlers,services,shell}/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: WINDOW,
    extends: [a11y.flatConfigs.recommended, hooks.configs.flat['recommended-latest']],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...restrictedGlobals],
      'no-restricted-properties': ['error', ...restrictedProperties],
      ...syntax(restrictedSyntax.renderer),
    },
  },
  {
    files: [...WINDOW, 'tests/**/*.{ts,tsx}'],
    extends: [lexical.configs['flat/recommended']],
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      ...syntax(restrictedSyntax.tests),
      // Tests try what the window refuses.
      'no-eval': 'off',
      'no-new-func': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
    },
  },
  {
    files: ['.config/**/*', '*.config.*'],
    // Tools ask their configuration for a default export.
    rules: { 'no-restricted-syntax': 'off' },
  },
]);
