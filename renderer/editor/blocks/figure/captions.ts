import { $getNodeByKey, mergeRegister, type LexicalEditor, type NodeKey } from 'lexical';
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
  const first = new Map<NodeKey, string>();
  const $heard = (part: PartNode): void => {
    const photo = part.getParent();
    if (part.getPart() !== 'caption' || !$isPhotoNode(photo)) return;
    const text = part.getTextContent();
    const before = first.get(part.getKey());
    if (before === undefined) first.set(part.getKey(), text);
    else if (before !== text && photo.getPhoto().fromFile?.includes('caption') === true) {
      const fromFile = photo.getPhoto().fromFile?.filter((name) => name !== 'caption');
      photo.setPhoto({ fromFile: fromFile?.length === 0 ? undefined : fromFile });
    }
  };
  const warn = (key: NodeKey): void =>
    editor.read(() => {
      const part = $getNodeByKey(key);
      const photo = $isPartNode(part) ? part.getParent() : null;
      const element = photo && editor.getElementByKey(photo.getKey());
      if (!$isPartNode(part) || !$isPhotoNode(photo) || !element) return;
      const count = countGraphemes(part.getTextContent());
      const { notes } = wordsOf(editor).photo;
      showNote(element, 'caption', count > LONG_CAPTION ? fill(notes.longCaption, { count, limit: LONG_CAPTION }) : '');
    });
  return mergeRegister(
    editor.registerNodeTransform(PartNode, $heard),
    editor.registerMutationListener(PartNode, (changed) => {
      for (const [key, how] of changed) if (how !== 'destroyed') warn(key);
    }),
  );
}
