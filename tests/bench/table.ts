import type { Figure } from './figures.ts';

const BEGIN = '<!-- figures: npm run bench writes what stands between here -->';
const END = '<!-- and here -->';
const HEAD = '| topic | what | Copydesk | compared with |\n| --- | --- | --- | --- |';

const line = ({ topic, what, value, beside }: Figure): string => `| ${topic} | ${what} | ${value} | ${beside} |`;

/** The figures as a table of Markdown, topics in the alphabet's order, each in the order of its run. */
export function figuresTable(figures: readonly Figure[]): string {
  const topics = [...new Set(figures.map(({ topic }) => topic))].sort();
  return [HEAD, ...topics.flatMap((topic) => figures.filter((figure) => figure.topic === topic).map(line))].join('\n');
}

/** The README with these figures between its markers; the rows of topics that did not run stay. */
export function withFigures(readme: string, figures: readonly Figure[]): string {
  const [before, rest] = readme.split(BEGIN);
  const [old, after] = rest?.split(END) ?? [];
  if (before === undefined || old === undefined || after === undefined)
    throw new Error(`README.md has no "${BEGIN}" and "${END}" to write the figures between`);
  const ran = new Set(figures.map(({ topic }) => topic));
  const rows = old
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .filter(([, topic = '', , value]) => value !== undefined && !/^(topic|-*)$/.test(topic) && !ran.has(topic))
    .map(([, topic = '', what = '', value = '', beside = '']) => ({ topic, what, value, beside }));
  return `${before}${BEGIN}\n\n${figuresTable([...rows, ...figures])}\n\n${END}${after}`;
}
