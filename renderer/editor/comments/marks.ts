import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  $nodesOfType,
  $setSelection,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  TextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $findMatchingParent } from '@lexical/utils';
import { fitting } from '../../../src/base/text.ts';
import type { Anchor } from '../../../src/story/review.ts';
import { $isPhotoNode } from '../blocks/figure/photo-node.ts';
import { $blockId } from '../ids.ts';
import { $bodyBlock, $bodyBlocks } from '../sections/blocks.ts';
import { $commentsOf, $setComments } from './state.ts';

/** What a new thread is about, and the words of it. */
export interface Anchored {
  anchor: Anchor;
  quote: string;
}

/** A place in a paragraph, subhead, quote or list item, by the block's or item's id; as `InsertedPlace` in src/review. */
export interface LinePlace {
  line: string;
  from: number;
  to: number;
}

/** What review asks of the editor. */
export interface EditorComments {
  /** Marks what is selected (or the text that the caret is in) with the thread's id; null where nothing is. */
  mark: (id: string) => Anchored | null;
  /** The photo whose fields, tools or picture this element is among; null where it is in no photo, or in its caption. */
  photoAround: (element: Element | null) => Anchored | null;
  unmark: (id: string) => void;
  /** Marks the quote anew, where undo or another version took its mark away but its words are there. */
  markAgain: (threads: readonly { id: string; block: string; quote: string }[]) => void;
  /** The words of each thread in the page. */
  ranges: () => Map<string, Range[]>;
  /** Those places in the page that have a layout. Of an empty one the letter beside it. */
  rangesAt: (places: readonly LinePlace[]) => (Range | null)[];
  /** The threads at the caret. */
  atCaret: () => string[];
  /** Puts the caret to the beginning of a thread's words. False where they are gone. */
  reveal: (id: string) => boolean;
  /** Puts the caret to a place. False where it is gone. */
  revealPlace: (place: LinePlace) => boolean;
}

const $isWords = (node: LexicalNode): boolean => $isTextNode(node) || $isLineBreakNode(node);

/** Puts the letters of a holder between two places into nodes of their own, and answers these. */
function $cut(holder: ElementNode, from: number, to: number): LexicalNode[] {
  let at = 0;
  return $leaves(holder).flatMap((leaf): LexicalNode[] => {
    const size = $isTextNode(leaf) ? leaf.getTextContentSize() : 1;
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, size)];
    at += size;
    if (start >= end) return [];
    if (!$isTextNode(leaf) || (start === 0 && end === size)) return [leaf];
    const cuts = [start, end].filter((place) => place > 0 && place < size);
    const parts = leaf.splitText(...cuts);
    return parts[start > 0 ? 1 : 0] ? [parts[start > 0 ? 1 : 0] as TextNode] : [];
  });
}

function $leaves(holder: ElementNode): LexicalNode[] {
  return holder.getChildren().flatMap((child): LexicalNode[] => {
    if ($isElementNode(child)) return child.isInline() ? $leaves(child) : [];
    return $isWords(child) ? [child] : [];
  });
}

/** Every element that holds text, below this node. */
function $holdersIn(node: LexicalNode): ElementNode[] {
  if (!$isElementNode(node)) return [];
  const inner = node.getChildren().flatMap((child) => (child.isInline() ? [] : $holdersIn(child)));
  return $leaves(node).length > 0 ? [node, ...inner] : inner;
}

const $textOf = (holder: ElementNode): string =>
  $leaves(holder)
    .map((leaf) => ($isTextNode(leaf) ? leaf.getTextContent() : '\n'))
    .join('');

function $holderAround(node: LexicalNode): ElementNode | null {
  for (let up: LexicalNode | null = node; up !== null; up = up.getParent())
    if ($isElementNode(up) && !up.isInline()) return up;
  return null;
}

const $add = (node: LexicalNode, id: string): void => $setComments(node, [...$commentsOf(node), id]);

/** The photo that the node is part of, as what a thread is about. */
function $photoAnchor(node: LexicalNode | null): Anchored | null {
  const photo = node && $findMatchingParent(node, $isPhotoNode);
  return photo && { anchor: { on: 'photo', photo: $blockId(photo) }, quote: fitting(photo.getTextContent(), 200) };
}

function $mark(id: string): Anchored | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    for (const node of selection.getNodes()) {
      const photo = $photoAnchor(node);
      if (photo) return photo;
    }
    return null;
  }
  if (!$isRangeSelection(selection)) return null;
  const block = $bodyBlock(selection.anchor.getNode());
  if (!block) return null;
  const holder = $holderAround(selection.anchor.getNode());
  const nodes = selection.isCollapsed() ? (holder ? $leaves(holder) : []) : selection.extract().filter($isWords);
  if (nodes.length === 0) return null;
  for (const node of nodes) $add(node, id);
  const quote = nodes.map((node) => node.getTextContent()).join('');
  return { anchor: { on: 'text', block: $blockId(block) }, quote: fitting(quote, 2000) };
}

function $commented(): { node: TextNode; ids: string[] }[] {
  return $nodesOfType(TextNode).flatMap((node) => {
    const ids = node.isAttached() ? $commentsOf(node) : [];
    return ids.length > 0 ? [{ node, ids }] : [];
  });
}

/** The holders of text by the id of their block, list item or photo. */
function $lines(): Map<string, ElementNode> {
  const lines = new Map<string, ElementNode>();
  const visit = (node: LexicalNode): void => {
    if (!$isElementNode(node)) return;
    const id = $blockId(node);
    const holders = $holdersIn(node);
    if (id !== '' && holders[0]) lines.set(id, holders[0]);
    for (const child of node.getChildren()) if ($isElementNode(child) && !child.isInline()) visit(child);
  };
  $bodyBlocks().forEach(visit);
  return lines;
}

function $pointIn(holder: ElementNode, offset: number, isEnd: boolean): { node: TextNode; offset: number } | null {
  let left = offset;
  let last: TextNode | null = null;
  for (const leaf of $leaves(holder)) {
    const size = $isTextNode(leaf) ? leaf.getTextContentSize() : 1;
    if ($isTextNode(leaf)) {
      if (left < size || (isEnd && left === size)) return { node: leaf, offset: Math.max(left, 0) };
      last = leaf;
    }
    left -= size;
  }
  return last && { node: last, offset: last.getTextContentSize() };
}

function textInside(element: HTMLElement | null): Text | null {
  const walker = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  return (walker?.nextNode() as Text | null | undefined) ?? null;
}

export function createEditorComments(editor: LexicalEditor): EditorComments {
  const $caretTo = (holder: ElementNode, from: number, to: number): void => {
    const [start, end] = [$pointIn(holder, from, from === to), $pointIn(holder, to, true)];
    if (!start || !end) return void holder.selectStart();
    const selection = start.node.select(start.offset, start.offset);
    selection.focus.set(end.node.getKey(), end.offset, 'text');
  };
  const show = (key: string | null): boolean => {
    if (key === null) return false;
    editor.getElementByKey(key)?.scrollIntoView({ block: 'center' });
    editor.getRootElement()?.focus({ preventScroll: true });
    return true;
  };
  return {
    photoAround(element) {
      const photo = element?.closest('.photo');
      // Words of the caption bear their comments themselves.
      if (!photo || (element instanceof HTMLElement && element.isContentEditable)) return null;
      return editor.read(() => $photoAnchor($getNearestNodeFromDOMNode(photo)));
    },
    mark(id) {
      let anchored: Anchored | null = null;
      editor.update(() => void (anchored = $mark(id)), {
        discrete: true,
        tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG],
      });
      return anchored;
    },
    unmark(id) {
      editor.update(
        () => {
          for (const { node, ids } of $commented())
            if (ids.includes(id))
              $setComments(
                node,
                ids.filter((one) => one !== id),
              );
        },
        { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
      );
    },
    markAgain(threads) {
      const there = new Set(editor.read(() => $commented().flatMap(({ ids }) => ids)));
      const lost = threads.filter(({ id, quote }) => !there.has(id) && quote.trim() !== '');
      if (lost.length === 0) return;
      editor.update(
        () => {
          for (const { id, block, quote } of lost) {
            const blocks = $bodyBlocks();
            const first = blocks.filter((node) => $blockId(node) === block);
            for (const holder of [...first, ...blocks].flatMap($holdersIn)) {
              const at = $textOf(holder).indexOf(quote);
              if (at < 0) continue;
              for (const node of $cut(holder, at, at + quote.length)) $add(node, id);
              break;
            }
          }
        },
        { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
      );
    },
    ranges() {
      const ranges = new Map<string, Range[]>();
      editor.read(() => {
        for (const { node, ids } of $commented()) {
          const text = textInside(editor.getElementByKey(node.getKey()));
          if (!text) continue;
          const range = document.createRange();
          range.selectNodeContents(text);
          for (const id of ids) ranges.set(id, [...(ranges.get(id) ?? []), range]);
        }
      });
      return ranges;
    },
    rangesAt(places) {
      return editor.read(() => {
        const lines = $lines();
        return places.map(({ line, from, to }) => {
          const holder = lines.get(line);
          if (!holder) return null;
          const isGap = from === to;
          const [start, end] = [
            $pointIn(holder, isGap ? Math.max(from - 1, 0) : from, false),
            $pointIn(holder, isGap && from === 0 ? 1 : to, true),
          ];
          const first = start && textInside(editor.getElementByKey(start.node.getKey()));
          const last = end && textInside(editor.getElementByKey(end.node.getKey()));
          if (!first || !last || start.offset > first.length || end.offset > last.length) return null;
          const range = document.createRange();
          range.setStart(first, start.offset);
          range.setEnd(last, end.offset);
          return range;
        });
      });
    },
    atCaret: () =>
      editor.read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return [];
        const node = selection.anchor.getNode();
        return $isTextNode(node) ? $commentsOf(node) : [];
      }),
    reveal(id) {
      let key: string | null = null;
      editor.update(
        () => {
          const found = $commented().find(({ ids }) => ids.includes(id));
          if (!found) return;
          found.node.select(0, 0);
          key = found.node.getKey();
        },
        { discrete: true },
      );
      return show(key);
    },
    revealPlace({ line, from, to }) {
      let key: string | null = null;
      editor.update(
        () => {
          const holder = $lines().get(line) ?? $bodyBlocks().find((node) => $blockId(node) === line);
          if (!holder || !$isElementNode(holder)) return;
          $setSelection(null);
          $caretTo($getNodeByKey(holder.getKey()) as ElementNode, from, to);
          key = holder.getKey();
        },
        { discrete: true },
      );
      return show(key);
    },
  };
}
