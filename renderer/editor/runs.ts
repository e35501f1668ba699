import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTabNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextFormatType,
  type TextNode,
} from 'lexical';
import { normalise } from '../../src/base/text.ts';
import { safeLink } from '../../src/story/links.ts';
import { tidyRuns } from '../../src/story/runs.ts';
import type { Mark, Run } from '../../src/story/schema.ts';
import { $commentsOf, $setComments } from './comments/state.ts';

const FORMAT: Record<Mark, TextFormatType> = {
  strong: 'bold',
  emphasis: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
};
const MARK_FORMATS = Object.entries(FORMAT) as [Mark, TextFormatType][];

function $commented<T extends LexicalNode>(node: T, { comments }: Run): T {
  if (comments) $setComments(node, comments);
  return node;
}

function $textNodes(run: Run): LexicalNode[] {
  return run.text.split(/(\n|\t)/).flatMap((part): LexicalNode[] => {
    if (part === '') return [];
    if (part === '\n') return [$commented($createLineBreakNode(), run)];
    const node: TextNode = part === '\t' ? $createTabNode() : $createTextNode(part);
    for (const mark of run.marks ?? []) node.toggleFormat(FORMAT[mark]);
    return [$commented(node, run)];
  });
}

/** Puts the runs at the element's end as text, link and line-break nodes. */
export function $appendRuns<T extends ElementNode>(element: T, runs: readonly Run[]): T {
  for (const run of runs) {
    const href = run.href === undefined ? null : safeLink(run.href);
    const nodes = $textNodes(run);
    if (href === null) {
      element.append(...nodes);
      continue;
    }
    const last = element.getLastChild();
    const link = $isLinkNode(last) && last.getURL() === href ? last : $createLinkNode(href);
    if (!link.isAttached() && link !== last) element.append(link);
    link.append(...nodes);
  }
  return element;
}

function $runOf(text: string, node: LexicalNode, href: string | undefined): Run {
  const comments = $commentsOf(node);
  return { text, ...(href !== undefined && { href }), ...(comments.length > 0 && { comments }) };
}

function $collect(element: ElementNode, href: string | undefined, runs: Run[]): void {
  for (const child of element.getChildren()) {
    if ($isLineBreakNode(child)) {
      runs.push($runOf('\n', child, href));
    } else if ($isTextNode(child)) {
      const read = $runOf(normalise(child.getTextContent()), child, href);
      const marks = MARK_FORMATS.filter(([, format]) => child.hasFormat(format)).map(([mark]) => mark);
      if (marks.length > 0) read.marks = marks;
      runs.push(read);
    } else if ($isElementNode(child)) {
      // A paragraph inside (a table cell holds some) begins on a line of its own.
      if (!child.isInline() && runs.length > 0) runs.push({ text: '\n' });
      $collect(child, $isLinkNode(child) ? (safeLink(child.getURL()) ?? href) : href, runs);
    }
  }
}

/** The element's text as the story holds it: NFC, runs tidied, links checked. */
export function $readRuns(element: ElementNode): Run[] {
  const runs: Run[] = [];
  $collect(element, undefined, runs);
  return tidyRuns(runs);
}
