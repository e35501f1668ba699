import { $getNodeByKey, $isElementNode, mergeRegister, type LexicalEditor } from 'lexical';
import { $blockId } from '../../ids.ts';
import { wordsOf } from '../../words.ts';
import { $bodyBlocks, $neighbourBlock, mayMoveBlocks } from '../../sections/blocks.ts';
import { $isFigureNode, FigureNode } from './figure-node.ts';
import { $isPhotoNode, PhotoNode } from './photo-node.ts';
import { photoRoomOf } from './photo-room.ts';
import { syncTools } from './photo-tools.ts';

const $photos = (): PhotoNode[] =>
  $bodyBlocks()
    .filter($isFigureNode)
    .flatMap((figure) => figure.getChildren().filter($isPhotoNode));

/** The photo that stands for the story, as `leadPhotoOf` says of a story. */
function $leadPhoto(photos: readonly PhotoNode[], chosen: string | null | undefined): PhotoNode | undefined {
  const shown = photos.filter((photo) => photo.getPhoto().media !== null);
  return shown.find((photo) => $blockId(photo) === chosen) ?? shown[0];
}

/** Shows which photo is the lead, and which tools each photo has where it stands. */
export function $showStandings(editor: LexicalEditor): void {
  const photos = $photos();
  const lead = $leadPhoto(photos, photoRoomOf(editor).lead());
  const { notes } = wordsOf(editor).photo;
  for (const photo of photos) {
    const element = editor.getElementByKey(photo.getKey());
    if (!element) continue;
    const isLead = photo.is(lead);
    const figure = photo.getParentOrThrow();
    element.querySelector(`[data-deed='lead']`)?.setAttribute('aria-pressed', String(isLead));
    const box = element.querySelector<HTMLElement>('.photo-image');
    if (box && isLead) box.dataset.lead = notes.lead;
    else delete box?.dataset.lead;
    const standing = {
      isFirst: photo.getPreviousSibling() === null,
      isLast: photo.getNextSibling() === null,
      hasOthers: $isElementNode(figure) && figure.getChildrenSize() > 1,
      isBelowFigure: photo.getPreviousSibling() === null && $isFigureNode($neighbourBlock(figure, true)),
    };
    syncTools(element, photo.getPhoto(), standing, editor);
  }
}

/** Keeps lead mark and tools right while photos come, go and move. The chosen lead itself is the window's to tell. */
export function registerStandings(editor: LexicalEditor): () => void {
  const heard = (): void => editor.read(() => $showStandings(editor));
  return mergeRegister(
    editor.registerMutationListener(PhotoNode, heard),
    editor.registerMutationListener(FigureNode, heard),
    // A block between two figures went or came.
    editor.registerUpdateListener((update) => {
      if (mayMoveBlocks(update)) heard();
    }),
  );
}

/** The photo with this key, or null. */
export function $photoAt(key: string): PhotoNode | null {
  const node = $getNodeByKey(key);
  return $isPhotoNode(node) ? node : null;
}
