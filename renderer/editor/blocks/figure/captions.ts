import { $getNodeByKey, HISTORY_MERGE_TAG, mergeRegister, type LexicalEditor, type NodeKey } from 'lexical';
import { countGraphemes } from '../../../../src/base/text.ts';
import { fill } from '../../../words/fill.ts';
import { $isPartNode, PartNode } from '../../parts/part-node.ts';
import { wordsOf } from '../../words.ts';
import { showNote } from './photo-desk.ts';
import { $isPhotoNode } from './photo-node.ts';

/** Longer captions are warned of, in characters (the Guardian's rule). */
const LONG_CAPTION = 600;

/** Watches captions: warns of a long one, and forgets that one came from the file once a person has changed it. */
export function registerCaptions(editor: LexicalEditor): () => void {
  /** Captions as they came. */
  const first = new Map<NodeKey, string>();

  /** Answers the photo whose caption was changed, if it is said to come from the file. */
  const $look = (key: NodeKey): NodeKey | null => {
    const part = $getNodeByKey(key);
    const photo = $isPartNode(part) ? part.getParent() : null;
    const element = photo && editor.getElementByKey(photo.getKey());
    if (!$isPartNode(part) || !$isPhotoNode(photo) || !element) return null;
    const text = part.getTextContent();
    const count = countGraphemes(text);
    const { notes } = wordsOf(editor).photo;
    showNote(element, 'caption', count > LONG_CAPTION ? fill(notes.longCaption, { count, limit: LONG_CAPTION }) : '');
    const before = first.get(key);
    if (before === undefined) first.set(key, text);
    const isChanged = before !== undefined && before !== text;
    return isChanged && photo.getPhoto().fromFile?.includes('caption') === true ? photo.getKey() : null;
  };

  const look = (keys: Iterable<NodeKey>): void => {
    const changed = editor.read(() => [...keys].flatMap((key) => $look(key) ?? []));
    if (changed.length === 0) return;
    const $forget = (): void => {
      for (const key of changed) {
        const photo = $getNodeByKey(key);
        if (!$isPhotoNode(photo)) continue;
        const fromFile = photo.getPhoto().fromFile?.filter((name) => name !== 'caption');
        photo.setPhoto({ fromFile: fromFile?.length === 0 ? undefined : fromFile });
      }
    };
    // One step with the change itself.
    editor.update($forget, { tag: HISTORY_MERGE_TAG });
  };

  return mergeRegister(
    editor.registerMutationListener(PartNode, (changed) => {
      look([...changed].filter(([, how]) => how === 'created').map(([key]) => key));
    }),
    editor.registerUpdateListener(({ dirtyElements, tags }) => {
      if (dirtyElements.size > 0 && !tags.has('historic')) look(dirtyElements.keys());
    }),
  );
}
