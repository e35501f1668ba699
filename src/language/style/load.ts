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

/**
 * What is wrong in a file of rules. `json`: no JSON here (`reason`); `list`: no list of rules; `member`: a member of a rule
 * is missing or not what it may be (`member`, `reason`); `pattern`: no regular expression (`reason`); `twice`: another rule
 * has the id; `blind`: an example is not found (`text`); `other`: something else is made of an example (`text`, `becomes`);
 * `alarm`: an example that must pass is found (`text`); `slow`: the rule takes too long, and is left out from then on.
 */
export const STYLE_FAULTS = ['json', 'list', 'member', 'pattern', 'twice', 'blind', 'other', 'alarm', 'slow'] as const;

/** What is wrong in a file of rules, and where; the line counts from 1. */
export interface StyleProblem {
  line: number;
  /** The rule's id where it has one. */
  rule: string;
  fault: (typeof STYLE_FAULTS)[number];
  about?: Record<string, string>;
}

export interface LoadedStyle {
  rules: ReadyRule[];
  /** Rules with problems are left out; the others are used. */
  problems: StyleProblem[];
}

/**
 * Reads a file of house style rules (JSON, comments allowed). Each rule is checked: its shape, its pattern, and its own
 * examples, every one of `matches` and `passes`. Nothing throws: what is wrong is told by its line.
 *
 * @param onRule hears of each rule before its examples are tried, and leaves it out by answering false
 */
export function loadStyle(text: string, onRule: (rule: ReadyRule) => boolean = () => true): LoadedStyle {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const problems: StyleProblem[] = errors.map(({ error, offset }) => ({
    line: lineAt(offset),
    rule: getLocation(text, offset).path.join('.'),
    fault: 'json',
    about: { reason: printParseErrorCode(error) },
  }));
  const list = tree && findNodeAtLocation(tree, ['rules']);
  if (list?.type !== 'array') {
    if (problems.length === 0) problems.push({ line: 1, rule: '', fault: 'list' });
    return { rules: [], problems };
  }
  const rules: ReadyRule[] = [];
  const ids = new Set<string>();
  for (const node of list.children ?? []) {
    const line = lineAt(node.offset);
    const read = readRule(node, lineAt);
    if ('problem' in read) problems.push(read.problem);
    else if (ids.has(read.rule.id)) problems.push({ line, rule: read.rule.id, fault: 'twice' });
    else {
      ids.add(read.rule.id);
      if (!onRule(read.rule)) continue;
      const wrong = prove(read.rule);
      if (wrong === null) rules.push(read.rule);
      else problems.push({ line, rule: read.rule.id, ...wrong });
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
    const about = { member: place.join('.'), reason: issue?.message ?? '' };
    return { problem: { line: lineAt(at.offset), rule: id, fault: 'member', about } };
  }
  try {
    return { rule: readyRule(parsed.data, lineAt(node.offset)) };
  } catch (error) {
    const at = findNodeAtLocation(node, ['pattern']) ?? node;
    const about = { reason: error instanceof Error ? error.message : String(error) };
    return { problem: { line: lineAt(at.offset), rule: id, fault: 'pattern', about } };
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
function prove(rule: ReadyRule): Pick<StyleProblem, 'fault' | 'about'> | null {
  const language = rule.language ?? 'vi';
  for (const example of rule.matches) {
    const { text, becomes } = typeof example === 'string' ? { text: example, becomes: null } : example;
    const found = matchStyle(text, language, [rule]);
    if (found.length === 0) return { fault: 'blind', about: { text } };
    const fixed = applyAll(text, found);
    if (becomes !== null && fixed !== becomes) return { fault: 'other', about: { text, becomes: fixed } };
  }
  const wrong = rule.passes.find((text) => matchStyle(text, language, [rule]).length > 0);
  return wrong === undefined ? null : { fault: 'alarm', about: { text: wrong } };
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
