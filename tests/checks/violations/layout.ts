import { one, type Violation } from './violation.ts';

/** How the code looks: Prettier. */
export const layout: Violation[] = [
  one('double quotes', 'layout', 'src/story/p01.ts', 'export const quote = "flood";\n'),
  one('a line past 120 characters', 'layout', 'src/story/p02.ts', `export const list = [${"'flood', ".repeat(20)}];\n`),
];
