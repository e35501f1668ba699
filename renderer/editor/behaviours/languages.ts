import { ListNode } from '@lexical/list';
import { HeadingNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  ParagraphNode,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { QuoteBlockNode } from '../blocks/quote/quote-node.ts';
import { $language, $setLanguage } from '../language.ts';

const KINDS: Klass<LexicalNode>[] = [ParagraphNode, HeadingNode, ListNode, QuoteBlockNode];

/** The block around a node that may have a language of its own: the outermost paragraph, subhead, list or quote. */
function $languageBlock(node: LexicalNode): LexicalNode | null {
  let found: LexicalNode | null = null;
  for (let up: LexicalNode | null = node; up !== null; up = up.getParent()) {
    if (KINDS.some((kind) => up instanceof kind)) found = up;
    // Its texts are of the story's language: captions, cells.
    else if (up.getType() === 'figure' || up.getType() === 'tablecell') return null;
  }
  return found;
}

/** The language that the selection begins in: '' for the story's, null where there is none to choose. */
export function $selectedLanguage(): string | null {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $languageBlock(selection.anchor.getNode()) : null;
  return block && $language(block);
}

/** Says in which language all selected blocks are; '' for the story's. Runs in an update of the editor. */
export function $chooseLanguage(language: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const blocks = [selection.anchor.getNode(), ...selection.getNodes()].map($languageBlock);
  for (const block of new Set(blocks)) if (block) $setLanguage(block, language);
}

/** Shows each block's language as its element's `lang`, and keeps it when a block is split. */
export function registerLanguages(editor: LexicalEditor): () => void {
  const show = (keys: Iterable<string>): void => {
    editor.read(() => {
      for (const key of keys) {
        const node = $getNodeByKey(key);
        const element = node && editor.getElementByKey(key);
        if (!element) continue;
        const language = $language(node);
        if (language !== '') element.lang = language;
        else if (element.lang !== '') element.removeAttribute('lang');
      }
    });
  };
  return mergeRegister(
    ...KINDS.map((kind) =>
      editor.registerMutationListener(kind, (mutations) => {
        show([...mutations].filter(([, change]) => change !== 'destroyed').map(([key]) => key));
      }),
    ),
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return false;
        const block = $languageBlock(selection.anchor.getNode());
        // A list and a quote stay one block.
        const language = block instanceof ParagraphNode || block instanceof HeadingNode ? $language(block) : '';
        if (language === '') return false;
        const made = selection.insertParagraph();
        if (made) $setLanguage(made, language);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
