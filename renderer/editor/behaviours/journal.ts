import {
  $getNodeByKey,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import type { StoryChange } from '../../../src/story/change.ts';
import type { Block } from '../../../src/story/schema.ts';
import { $blockOf } from '../blocks/index.ts';
import { $blockId } from '../ids.ts';
import { $bodyBlock, $bodyBlocks, mayMoveBlocks } from '../sections/blocks.ts';

/** The least time between two changes that are handed out. A throttle: typing on does not put it off. */
const GATHER_MS = 50;
/** The first change after a pause waits so long, in milliseconds: for the key to be shown, and what comes with it. */
const FIRST_MS = 8;

export interface JournalReader {
  onChange: (change: StoryChange) => void;
  /** True at the first change that is gathered, at once; false when what was gathered came to nothing. */
  onPending: (isPending: boolean) => void;
}

export interface Journal {
  /** Hands out now what has gathered. */
  flush: () => void;
  stop: () => void;
}

const $ids = (): string[] => $bodyBlocks().map($blockId);

/** Undo and redo replace the whole state and name no changed nodes; nodes are never changed in place, so identity tells. */
function differingKeys(before: EditorState, after: EditorState): NodeKey[] {
  const keys: NodeKey[] = [];
  for (const [key, node] of after._nodeMap) if (before._nodeMap.get(key) !== node) keys.push(key);
  for (const key of before._nodeMap.keys()) if (!after._nodeMap.has(key)) keys.push('root');
  return keys;
}

/** The body's blocks that hold these nodes, each once. */
function $tops(keys: Iterable<NodeKey>): Set<LexicalNode> {
  const tops = new Set<LexicalNode>();
  for (const key of keys) {
    const node = $getNodeByKey(key);
    const top = node?.isAttached() ? $bodyBlock(node) : null;
    if (top) tops.add(top.getLatest());
  }
  return tops;
}

/**
 * Watches the editor and hands out what changed: whole blocks by id, and the order when it changed. Nothing is handed
 * out for a story that was only opened. Start it after the story is in the editor, or an empty editor would be saved.
 */
export function startJournal(editor: LexicalEditor, { onChange, onPending }: JournalReader): Journal {
  let dirty = new Set<NodeKey>();
  let isOrderDirty = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let order = editor.read($ids);
  let lastFlush = -Infinity;
  /** What was handed out last, to leave out blocks that were touched but say the same. */
  const sent = new Map<string, string>();

  const $gather = (): StoryChange | null => {
    const blocks: Record<string, Block | null> = {};
    for (const top of $tops(dirty)) {
      const block = $blockOf(top);
      if (!block) continue;
      const json = JSON.stringify(block);
      if (sent.get(block.id) === json) continue;
      sent.set(block.id, json);
      blocks[block.id] = block;
    }
    const change: StoryChange = { blocks };
    const ids = isOrderDirty ? $ids() : order;
    if (ids !== order && (ids.length !== order.length || ids.some((id, index) => id !== order[index]))) {
      const present = new Set(ids);
      for (const id of order) {
        if (present.has(id)) continue;
        blocks[id] = null;
        sent.delete(id);
      }
      change.order = ids;
      order = ids;
    }
    return Object.keys(blocks).length > 0 || change.order ? change : null;
  };

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (dirty.size === 0 && !isOrderDirty) return;
    lastFlush = performance.now();
    const change = editor.read($gather);
    dirty = new Set();
    isOrderDirty = false;
    if (change) onChange(change);
    else onPending(false);
  };

  const heard = (update: UpdateListenerPayload): void => {
    const { dirtyElements, dirtyLeaves, editorState, prevEditorState, tags } = update;
    if (tags.has('historic')) {
      for (const key of differingKeys(prevEditorState, editorState)) dirty.add(key);
      isOrderDirty = true;
    } else {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      isOrderDirty ||= mayMoveBlocks(update);
      for (const key of dirtyElements.keys()) dirty.add(key);
      for (const key of dirtyLeaves) dirty.add(key);
    }
    if (timer !== undefined) return;
    timer = setTimeout(flush, Math.max(FIRST_MS, lastFlush + GATHER_MS - performance.now()));
    onPending(true);
  };

  const stopListening = editor.registerUpdateListener(heard);
  return {
    flush,
    stop: () => {
      flush();
      stopListening();
    },
  };
}
