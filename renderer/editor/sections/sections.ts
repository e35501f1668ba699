import {
  $isElementNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  RootNode,
} from 'lexical';
import { $createSectionNode, $isSectionNode, SectionNode } from './section-node.ts';

/** Blocks a section is made with. */
const IDEAL = 50;
/** Below this a section joins its neighbour; above MOST it is split. A story of up to MOST blocks has no sections. */
const LEAST = 20;
const MOST = 80;

/** The blocks in the form in which the root holds them: as they are where they are few, else in sections. */
export function $sectioned(blocks: LexicalNode[]): LexicalNode[] {
  if (blocks.length <= MOST) return blocks;
  const count = Math.round(blocks.length / IDEAL);
  return Array.from({ length: count }, (_, index) => {
    const section = $createSectionNode();
    return section.splice(0, 0, blocks.slice((index * blocks.length) / count, ((index + 1) * blocks.length) / count));
  });
}

/** Moves all blocks of the later section to the end of the earlier one. The caret stays with its text. */
export function $joinSections(earlier: SectionNode, later: SectionNode): void {
  earlier.splice(earlier.getChildrenSize(), 0, later.getChildren());
  later.remove();
}

function $split(section: SectionNode): void {
  const blocks = section.getChildren();
  const parts = Math.ceil(blocks.length / IDEAL);
  let last: SectionNode = section;
  for (let part = 1; part < parts; part++) {
    const next = $createSectionNode();
    last.insertAfter(next);
    next.splice(0, 0, blocks.slice((part * blocks.length) / parts, ((part + 1) * blocks.length) / parts));
    last = next;
  }
}

/** The last section of a story that has become short: its blocks stand in the root again. */
function $dissolve(section: SectionNode): void {
  for (const block of section.getChildren()) section.insertBefore(block, false);
  if (section.isAttached()) section.remove();
}

function $keepSize(section: SectionNode): void {
  const size = section.getChildrenSize();
  if (size > MOST) {
    $split(section);
    return;
  }
  if (size >= LEAST) return;
  const previous = section.getPreviousSibling();
  const next = section.getNextSibling();
  if ($isSectionNode(previous)) $joinSections(previous, section);
  else if ($isSectionNode(next)) $joinSections(section, next);
  else $dissolve(section);
}

/** The root holds blocks, or sections, never both: strays go into the section before them. */
function $keepRoot(root: ElementNode): void {
  const children = root.getChildren();
  if (!children.some($isSectionNode)) {
    // Taking the blocks into sections takes them from the root.
    if (children.length > MOST) root.append(...$sectioned(children));
    return;
  }
  const strays = children.filter((child) => !$isSectionNode(child));
  if (strays.length === 0) return;
  for (const stray of strays) {
    const previous = stray.getPreviousSibling();
    const next = stray.getNextSibling();
    if ($isSectionNode(previous)) previous.append(stray);
    else if ($isElementNode(next) && $isSectionNode(next)) next.splice(0, 0, [stray]);
  }
}

/** Keeps a long story in sections of 20 to 80 blocks while it is edited. */
export function registerSections(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(SectionNode, $keepSize),
    editor.registerNodeTransform(RootNode, $keepRoot),
  );
}
