import {
  BOLD_STAR,
  BOLD_UNDERSCORE,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
  type ElementTransformer,
} from '@lexical/markdown';
import { $createHeadingNode, HeadingNode } from '@lexical/rich-text';
import { defineExtension, type ElementNode, type LexicalNode } from 'lexical';
import { newBlockId } from '../../../src/base/ids.ts';
import { $nodeOf } from '../blocks/index.ts';
import { $insertBlock } from '../commands/insert.ts';
import { $blockId, $keepId } from '../ids.ts';
import { $isPartNode } from '../parts/part-node.ts';
import { $readRuns } from '../runs.ts';
import { QuoteBlockNode } from '../blocks/quote/quote-node.ts';

/** What is typed in a caption or another part stays text: a part is not turned into something else. */
function outsideParts(transformer: ElementTransformer): ElementTransformer {
  return {
    ...transformer,
    replace: (parent, children, match, isImport) => {
      if ($isPartNode(parent)) return false;
      return transformer.replace(parent, children, match, isImport);
    },
  };
}

/** "# " and "## " are subheads: the headline is not part of the body. */
const SUBHEAD: ElementTransformer = {
  type: 'element',
  dependencies: [HeadingNode],
  regExp: /^(#{1,4})\s/,
  export: () => null,
  replace: (parent: ElementNode, children: LexicalNode[], match) => {
    const level = Math.max(2, match[1]?.length ?? 2) as 2 | 3 | 4;
    const heading = $createHeadingNode(`h${level}`).append(...children);
    $keepId(parent, heading);
    parent.replace(heading);
    heading.selectStart();
  },
};

const QUOTE: ElementTransformer = {
  type: 'element',
  dependencies: [QuoteBlockNode],
  regExp: /^>\s/,
  export: () => null,
  replace: (parent: ElementNode, children: LexicalNode[]) => {
    parent.splice(0, parent.getChildrenSize(), children);
    const quote = $nodeOf({
      type: 'quote',
      id: $blockId(parent) || newBlockId(),
      text: $readRuns(parent),
      attribution: [],
    });
    parent.replace(quote);
    quote.selectStart();
  },
};

const DIVIDER: ElementTransformer = {
  type: 'element',
  dependencies: [],
  regExp: /^(?:---|\*\*\*|___)\s$/,
  export: () => null,
  replace: (parent: ElementNode) => {
    parent.clear();
    $insertBlock($nodeOf({ type: 'divider', id: newBlockId() }), parent);
  },
};

/** Markdown as one types it: "## ", "- ", "1. ", "> ", "---", **strong**, *emphasis*, `code`, ~~strike~~, [text](address). */
export const MarkdownExtension = defineExtension({
  name: 'copydesk/markdown',
  register: (editor) =>
    registerMarkdownShortcuts(editor, [
      ...[SUBHEAD, QUOTE, DIVIDER, UNORDERED_LIST, ORDERED_LIST].map(outsideParts),
      BOLD_STAR,
      BOLD_UNDERSCORE,
      ITALIC_STAR,
      ITALIC_UNDERSCORE,
      STRIKETHROUGH,
      INLINE_CODE,
      LINK,
    ]),
});
