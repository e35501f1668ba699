import {
  getLocation,
  parseTree,
  printParseErrorCode,
  findNodeAtLocation,
  type ParseError,
  type Node,
} from 'jsonc-parser';
import { matchStyle, readyRule, type ReadyRule } from './match.ts';
import { styleRuleSchema } from './rule.ts';

/** What is wrong in a file of rules, and where; the line counts from 1. */
export interface StyleProblem {
  line: number;
  /** The rule's id where it has one. */
  rule: string;
  detail: string;
}

export interface LoadedStyle {
  rules: ReadyRule[];
  /** Rules with problems are left out; the others are used. */
  problems: StyleProblem[];
}

/**
 * Reads a file of house style rules (JSON, comments allowed). Each rule is checked: its shape, its pattern, and its own
 * examples, every one of `matches` and `passes`. Nothing throws: what is wrong is told by its line.
 */
export function loadStyle(text: string): LoadedStyle {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const problems: StyleProblem[] = errors.map(({ error, offset }) => ({
    line: lineAt(offset),
    rule: getLocation(text, offset).path.join('.'),
    detail: printParseErrorCode(error),
  }));
  const list = tree && findNodeAtLocation(tree, ['rules']);
  if (list?.type !== 'array') {
    if (problems.length === 0) problems.push({ line: 1, rule: '', detail: 'The file must hold { "rules": [ … ] }' });
    return { rules: [], problems };
  }
  const rules: ReadyRule[] = [];
  const ids = new Set<string>();
  for (const node of list.children ?? []) {
    const line = lineAt(node.offset);
    const read = readRule(node, lineAt);
    if ('problem' in read) problems.push(read.problem);
    else if (ids.has(read.rule.id)) problems.push({ line, rule: read.rule.id, detail: 'Another rule has this id' });
    else {
      ids.add(read.rule.id);
      const wrong = prove(read.rule);
      if (wrong === null) rules.push(read.rule);
      else problems.push({ line, rule: read.rule.id, detail: wrong });
    }
  }
  return { rules, problems };
}

function readRule(node: Node, lineAt: (offset: number) => number): { rule: ReadyRule } | { problem: StyleProblem } {
  const value = valueOf(node);
  const parsed = styleRuleSchema.safeParse(value);
  const named = (value as { id?: unknown } | null)?.id;
  const id = typeof named === 'string' ? named : '';
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = (issue?.path ?? []).filter((step): step is string | number => typeof step !== 'symbol');
    const at = findNodeAtLocation(node, place) ?? node;
    return { problem: { line: lineAt(at.offset), rule: id, detail: `${place.join('.')}: ${issue?.message ?? ''}` } };
  }
  try {
    return { rule: readyRule(parsed.data) };
  } catch (error) {
    const at = findNodeAtLocation(node, ['pattern']) ?? node;
    return {
      problem: { line: lineAt(at.offset), rule: id, detail: error instanceof Error ? error.message : String(error) },
    };
  }
}

function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value as unknown;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) => {
      const [key, value] = children ?? [];
      return key && value ? [[String(key.value), valueOf(value)]] : [];
    }),
  );
}

/** What is wrong with the rule by its own examples; null where it does what it says. */
function prove(rule: ReadyRule): string | null {
  const language = rule.language ?? 'vi';
  for (const example of rule.matches) {
    const { text, becomes } = typeof example === 'string' ? { text: example, becomes: null } : example;
    const found = matchStyle(text, language, [rule]);
    if (found.length === 0) return `Does not find its example “${text}”`;
    const fixed = applyAll(text, found);
    if (becomes !== null && fixed !== becomes) return `Makes “${fixed}” of “${text}”, not “${becomes}”`;
  }
  const wrong = rule.passes.find((text) => matchStyle(text, language, [rule]).length > 0);
  return wrong === undefined ? null : `Finds “${wrong}”, which it must let pass`;
}

function applyAll(text: string, found: readonly { start: number; end: number; replacement: string | null }[]): string {
  return found.reduceRight(
    (whole, { start, end, replacement }) =>
      replacement === null ? whole : whole.slice(0, start) + replacement + whole.slice(end),
    text,
  );
}

/** Rules of several files: a later file's rule stands for an earlier one of the same id. */
export function mergeStyles(files: readonly LoadedStyle[]): ReadyRule[] {
  return [...new Map(files.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const))).values()];
}
