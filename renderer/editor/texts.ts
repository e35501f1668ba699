import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  HISTORY_PUSH_TAG,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  type EditorState,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';

/** A run of text that a reader reads as one: a paragraph, a caption, a list item, a cell. */
export interface EditorText {
  /** The key of the node that holds it. */
  id: NodeKey;
  text: string;
  element: HTMLElement;
}

/** From `start` to `end` of a text, in UTF-16 units. */
export interface Span {
  id: string;
  start: number;
  end: number;
}

export interface Edit extends Span {
  /** The whole text in which this was found; where it is another by now, the edit is left out. */
  within: string;
  replacement: string;
}

/** The editor's texts, for those who look through them, mark something in them or put something else in its place. */
export interface EditorTexts {
  root: () => HTMLElement | null;
  /** All texts, or those of these ids that are still there. */
  list: (only?: ReadonlySet<string>) => EditorText[];
  /** The text of this id as it is now; null where it is gone. */
  textOf: (id: string) => string | null;
  /** What holds the text of this id on the page. */
  elementOf: (id: string) => HTMLElement | null;
  /** Where a span is in the page; null where the text is no longer so long. */
  rangeOf: (span: Span) => Range | null;
  select: (span: Span) => void;
  /** The text that a place of the page is in, and where; null where it is in none. */
  placeOf: (node: Node, offset: number) => { id: string; offset: number } | null;
  /** Puts replacements in place, all in one step of undo. The marks of what stood there stay on. */
  replace: (edits: readonly Edit[]) => void;
  undo: () => void;
  redo: () => void;
  /** Hears which texts changed (their ids), after each change; null where anything may have. */
  listen: (heard: (ids: ReadonlySet<string> | null) => void) => () => void;
}

function $holdsText(node: LexicalNode): node is ElementNode {
  if (!$isElementNode(node) || node.isInline()) return false;
  const first = node.getFirstChild();
  return (
    first !== null && ($isTextNode(first) || $isLineBreakNode(first) || ($isElementNode(first) && first.isInline()))
  );
}

/** The text and line-break nodes of a holder in order, those within links too. */
function $leaves(holder: ElementNode): LexicalNode[] {
  return holder
    .getChildren()
    .flatMap((child) => ($isElementNode(child) ? (child.isInline() ? $leaves(child) : []) : [child]));
}

const $lengthOf = (leaf: LexicalNode): number => ($isTextNode(leaf) ? leaf.getTextContentSize() : 1);
const $textOf = (holder: ElementNode): string =>
  $leaves(holder)
    .map((leaf) => ($isTextNode(leaf) ? leaf.getTextContent() : '\n'))
    .join('');

function $holders(): ElementNode[] {
  const found: ElementNode[] = [];
  const visit = (node: LexicalNode): void => {
    if ($holdsText(node)) found.push(node);
    else if ($isElementNode(node)) for (const child of node.getChildren()) visit(child);
    // A list item holds its text, and the list nested in it is a sibling item's.
  };
  visit($getRoot());
  return found;
}

/** The holders of these keys that are there. */
function $holdersOf(keys: ReadonlySet<string>): ElementNode[] {
  return [...keys].flatMap((key) => {
    const node = $getNodeByKey(key);
    return node?.isAttached() && $holdsText(node) ? [node] : [];
  });
}

/** The holder around a node, or the node itself. */
function $holderOf(node: LexicalNode): ElementNode | null {
  for (let up: LexicalNode | null = node; up !== null; up = up.getParent()) if ($holdsText(up)) return up;
  return null;
}

/** The text node at this place of the holder, and the place within it. An end belongs to the text before it. */
function $placeIn(holder: ElementNode, offset: number, isEnd: boolean): { node: TextNode; offset: number } | null {
  let left = offset;
  for (const leaf of $leaves(holder)) {
    const length = $lengthOf(leaf);
    if ($isTextNode(leaf) && (left < length || (isEnd && left === length && length > 0)))
      return { node: leaf, offset: left };
    left -= length;
    if (left < 0) return null;
  }
  return null;
}

function $selectionOf({ id, start, end }: Span) {
  const holder = $getNodeByKey(id);
  if (!holder || !$isElementNode(holder) || !holder.isAttached()) return null;
  const from = $placeIn(holder, start, start === end);
  const to = $placeIn(holder, end, true);
  if (!from || !to) return null;
  const selection = $createRangeSelection();
  selection.anchor.set(from.node.getKey(), from.offset, 'text');
  selection.focus.set(to.node.getKey(), to.offset, 'text');
  return selection;
}

function textInside(element: HTMLElement | null): Text | null {
  const walker = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  return (walker?.nextNode() as Text | null | undefined) ?? null;
}

/** Undo and redo replace the whole state and name no changed nodes. */
function $changedHolders(keys: Iterable<NodeKey>): Set<string> {
  const ids = new Set<string>();
  for (const key of keys) {
    const node = $getNodeByKey(key);
    const holder = node && $holderOf(node);
    ids.add(holder ? holder.getKey() : key);
  }
  return ids;
}

export function createEditorTexts(editor: LexicalEditor): EditorTexts {
  return {
    root: () => editor.getRootElement(),
    list: (only) =>
      editor.read(() =>
        (only ? $holdersOf(only) : $holders()).flatMap((holder) => {
          const element = editor.getElementByKey(holder.getKey());
          return element ? [{ id: holder.getKey(), text: $textOf(holder), element }] : [];
        }),
      ),
    textOf: (id) =>
      editor.read(() => {
        const [holder] = $holdersOf(new Set([id]));
        return holder ? $textOf(holder) : null;
      }),
    elementOf: (id) => editor.getElementByKey(id),
    rangeOf: ({ id, start, end }) =>
      editor.read(() => {
        const holder = $getNodeByKey(id);
        if (!holder || !$isElementNode(holder)) return null;
        const from = $placeIn(holder, start, false);
        const to = $placeIn(holder, end, true);
        const first = from && textInside(editor.getElementByKey(from.node.getKey()));
        const last = to && textInside(editor.getElementByKey(to.node.getKey()));
        if (!first || !last || from.offset > first.length || to.offset > last.length) return null;
        const range = document.createRange();
        range.setStart(first, from.offset);
        range.setEnd(last, to.offset);
        return range;
      }),
    select: (span) => {
      editor.update(
        () => {
          const selection = $selectionOf(span);
          if (selection) $setSelection(selection);
        },
        { discrete: true },
      );
      editor.getElementByKey(span.id)?.scrollIntoView({ block: 'nearest' });
    },
    placeOf: (node, offset) =>
      editor.read(() => {
        const near = $getNearestNodeFromDOMNode(node);
        const holder = near && $holderOf(near);
        if (!holder) return null;
        let before = 0;
        for (const leaf of $leaves(holder)) {
          const dom = editor.getElementByKey(leaf.getKey());
          if (dom?.contains(node)) return { id: holder.getKey(), offset: before + offset };
          before += $lengthOf(leaf);
        }
        return { id: holder.getKey(), offset: 0 };
      }),
    replace: (edits) => {
      // From the end on, so that the places of those before stay right.
      const ordered = edits.toSorted((a, b) => (a.id === b.id ? b.start - a.start : 0));
      editor.update(
        () => {
          const current = new Map(
            $holdersOf(new Set(edits.map(({ id }) => id))).map((one) => [one.getKey(), $textOf(one)]),
          );
          for (const edit of ordered) {
            const selection = current.get(edit.id) === edit.within ? $selectionOf(edit) : null;
            if (!selection) continue;
            $setSelection(selection);
            if (edit.replacement === '') selection.removeText();
            else selection.insertText(edit.replacement);
          }
        },
        { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
      );
    },
    undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
    redo: () => void editor.dispatchCommand(REDO_COMMAND, undefined),
    listen: (heard) =>
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags, editorState, prevEditorState }) => {
        if (tags.has('historic')) heard(null);
        else if (dirtyElements.size > 0 || dirtyLeaves.size > 0)
          heard(changedIn(editorState, prevEditorState, [...dirtyElements.keys(), ...dirtyLeaves]));
      }),
  };
}

function changedIn(state: EditorState, before: EditorState, keys: readonly NodeKey[]): Set<string> {
  const gone = keys.filter((key) => !state._nodeMap.has(key) && before._nodeMap.has(key));
  return new Set([...state.read(() => $changedHolders(keys.filter((key) => state._nodeMap.has(key)))), ...gone]);
}
