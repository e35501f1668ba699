import { HorizontalRuleNode, $createHorizontalRuleNode } from '@lexical/extension';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  createEditor,
  ParagraphNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { expect, it } from 'vitest';
import { $bodyBlocks, mayMoveBlocks } from '../../../renderer/editor/sections/blocks.ts';
import { $createSectionNode, SectionNode } from '../../../renderer/editor/sections/section-node.ts';
import { dice } from '../../host/drafts/typist.ts';

/** What may happen to a body, each done to blocks that chance takes. */
type Deed = (one: LexicalNode, other: LexicalNode) => void;
const $paragraph = (): LexicalNode => $createParagraphNode().append($createTextNode('Nước lên.'));
const DEEDS: Deed[] = [
  (one) => {
    const text = $isElementNode(one) ? one.getFirstChild() : null;
    if ($isTextNode(text)) text.setTextContent(`${text.getTextContent()}ắ`);
  },
  (one) => void ($isElementNode(one) && one.getFirstChild()?.remove()),
  (one) => void one.insertAfter($paragraph()),
  (one) => void one.insertBefore($createHorizontalRuleNode()),
  (one) => void one.replace($paragraph()),
  (one) => {
    one.remove();
  },
  (one, other) => {
    if (!one.is(other)) one.insertAfter(other);
  },
];

const order = (editor: LexicalEditor): string =>
  editor.read(() => $bodyBlocks().map((block) => block.getKey())).join(' ');

function bodyOf(isSectioned: boolean): LexicalEditor {
  const editor = createEditor({
    nodes: [ParagraphNode, SectionNode, HorizontalRuleNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.update(
    () => {
      for (let n = 0; n < 6; n++) {
        if (isSectioned)
          $getRoot().append($createSectionNode().append($paragraph(), $createHorizontalRuleNode(), $paragraph()));
        else $getRoot().append(n % 2 === 0 ? $paragraph() : $createHorizontalRuleNode());
      }
    },
    { discrete: true },
  );
  return editor;
}

it.each([false, true])(
  'no block comes, goes or moves unsaid, and a key in one says nothing (sections: %s)',
  (isSectioned) => {
    const random = dice(7);
    let quiet = 0;
    for (let story = 0; story < 40; story++) {
      const editor = bodyOf(isSectioned);
      const said: boolean[] = [];
      editor.registerUpdateListener((update) => {
        said.push(mayMoveBlocks(update));
      });
      for (let step = 0; step < 30; step++) {
        const before = order(editor);
        editor.update(
          () => {
            const blocks = $bodyBlocks();
            const any = (): LexicalNode | undefined => blocks[Math.floor(random() * blocks.length)];
            const [one, other] = [any(), any()];
            if (one && other) DEEDS[Math.floor(random() * DEEDS.length)]?.(one, other);
            else $getRoot().append($paragraph());
          },
          { discrete: true },
        );
        if (order(editor) !== before) expect(said.at(-1)).toBe(true);
        else if (said.at(-1) === false) quiet++;
      }
    }
    // Else a function that always says yes would pass.
    expect(quiet).toBeGreaterThan(30);
  },
);
