import { one, type Violation } from './violation.ts';

/** What nothing uses: knip. */
export const leftovers: Violation[] = [
  one('a file that nothing uses', 'files', 'src/story/k01.ts', 'export const mark = 1;\n'),
  one('a style sheet that nothing uses', 'files', 'renderer/style/k03.css', '.byline {\n  margin: 0;\n}\n'),
  {
    does: 'an export that nothing uses',
    rule: 'exports',
    files: {
      'src/base/k02.ts': 'export const used = 1;\nexport const unused = 2;\n',
      'electron/cli.ts': "import { used } from '../src/base/k02.ts';\n\nprocess.exitCode = used;\n",
    },
  },
  // The small house uses few of the packages that package.json names.
  { does: 'a package that nothing uses', rule: 'dependencies', file: 'package.json', files: {} },
];
