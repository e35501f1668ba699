import { one, type Violation } from './violation.ts';

/** What a folder can know, and what its types promise: tsc. */
export const types: Violation[] = [
  one('src touches the page', 'TS2584', 'src/story/t01.ts', 'export const title = document.title;\n'),
  one('src asks Node', 'TS2591', 'src/story/t02.ts', 'export const folder = process.cwd();\n'),
  one('src writes to the console', 'TS2584', 'src/story/t03.ts', "console.log('flood');\n\nexport const mark = 1;\n"),
  one('a service touches the page', 'TS2584', 'electron/services/t04.ts', 'export const title = document.title;\n'),
  one('the window asks Node', 'TS2591', 'renderer/ui/t05.ts', 'export const folder = process.cwd();\n'),
  one('an enum makes code of a type', 'TS1294', 'src/story/t06.ts', 'export enum State {\n  Draft,\n}\n'),
  one(
    'a list’s entry is taken on trust',
    'TS2532',
    'src/story/t07.ts',
    'export const first = (list: { id: string }[]): string => list[0].id;\n',
  ),
  one(
    'a type is imported as if it were code',
    'TS1484',
    'src/story/t08.ts',
    "import { Headline } from './headline.ts';\n\nexport const empty: Headline = '';\n",
  ),
];
