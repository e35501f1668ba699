import type { PhrasingContent } from 'mdast';
import { tidyRuns } from '../../story/runs.ts';
import type { Mark, Run } from '../../story/schema.ts';
import { noteDropped } from '../receipt.ts';
import type { Reading } from './reading.ts';

interface Look {
  marks: Mark[];
  href?: string;
}

const marked = (look: Look, mark: Mark): Look => ({ ...look, marks: [...look.marks, mark] });

function runOf(text: string, { marks, href }: Look): Run {
  return { text, ...(marks.length > 0 && { marks }), ...(href !== undefined && { href }) };
}

/** Tags that say the same as a mark; Markdown has no sign for underlining and for small letters above and below. */
const TAG: Record<string, Mark> = {
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
};

function walk(nodes: readonly PhrasingContent[], outer: Look, reading: Reading): Run[] {
  const open: Mark[] = [];
  return nodes.flatMap((node): Run[] => {
    const look = { ...outer, marks: [...outer.marks, ...open] };
    switch (node.type) {
      case 'text':
        return [runOf(node.value.replace(/\s*\n\s*/g, ' '), look)];
      case 'strong':
        return walk(node.children, marked(look, 'strong'), reading);
      case 'emphasis':
        return walk(node.children, marked(look, 'emphasis'), reading);
      case 'delete':
        return walk(node.children, marked(look, 'strike'), reading);
      case 'inlineCode':
        return [runOf(node.value, marked(look, 'code'))];
      case 'break':
        return [runOf('\n', look)];
      case 'link': {
        const href = reading.link(node.url);
        return walk(node.children, href === null ? look : { ...look, href }, reading);
      }
      case 'linkReference': {
        const href = reading.link(reading.definitions.get(node.identifier) ?? '');
        return walk(node.children, href === null ? look : { ...look, href }, reading);
      }
      case 'image':
        return node.alt ? [runOf(node.alt, look)] : [];
      case 'imageReference':
        return node.alt ? [runOf(node.alt, look)] : [];
      case 'footnoteReference':
        return [runOf(node.label ?? node.identifier, marked(look, 'sup'))];
      case 'html': {
        const [, end = '', tag = ''] = /^<(\/?)(\w+)\s*\/?>$/.exec(node.value) ?? [];
        if (tag.toLowerCase() === 'br') return [runOf('\n', look)];
        const mark = TAG[tag.toLowerCase()];
        if (!mark) noteDropped(reading.receipt, 'html-in-markdown', node.value);
        else if (end === '') open.push(mark);
        else if (open.includes(mark)) open.splice(open.lastIndexOf(mark), 1);
        return [];
      }
      default:
        return [];
    }
  });
}

/** A line of Markdown as runs, clean and in NFC. */
export function inlineRuns(nodes: readonly PhrasingContent[], reading: Reading): Run[] {
  const runs = walk(nodes, { marks: [] }, reading).map((run) => ({ ...run, text: reading.clean(run.text) }));
  return tidyRuns(runs);
}
