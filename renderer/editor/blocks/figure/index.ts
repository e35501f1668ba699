import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import { configExtension, defineExtension, mergeRegister } from 'lexical';
import { newBlockId } from '../../../../src/base/ids.ts';
import { $blockId, $setBlockId } from '../../ids.ts';
import { $createPartNode, $isPartNode, PartNode } from '../../parts/part-node.ts';
import { $appendRuns, $readRuns } from '../../runs.ts';
import type { Photo } from '../../../../src/story/schema.ts';
import type { BlockKind } from '../kind.ts';
import { registerCaptions } from './captions.ts';
import { registerDeeds } from './deeds.ts';
import { registerFigureKeys } from './figure-keys.ts';
import { $createFigureNode, $isFigureNode, $repairFigure, $repairPhoto, FigureNode } from './figure-node.ts';
import { $createImageNode, ImageNode } from './image-node.ts';
import { $createPhotoNode, $isPhotoNode, PhotoNode } from './photo-node.ts';
import { PhotoRoomExtension } from './photo-room.ts';
import { registerStandings } from './standing.ts';
import './figure.css';

const FigureExtension = defineExtension({
  name: 'copydesk/figure',
  nodes: [FigureNode, PhotoNode, ImageNode, PartNode],
  dependencies: [PhotoRoomExtension, configExtension(NodeSelectionDataSelectedExtension, { nodes: [ImageNode] })],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(FigureNode, $repairFigure),
      editor.registerNodeTransform(PhotoNode, $repairPhoto),
      registerFigureKeys(editor),
      registerCaptions(editor),
      registerStandings(editor),
      registerDeeds(editor),
    ),
});

/** The node for a photo, with its picture and caption. */
export function $createPhoto({ id, caption, ...fields }: Photo): PhotoNode {
  return $setBlockId($createPhotoNode(fields), id).append(
    $createImageNode(),
    $appendRuns($createPartNode('caption'), caption),
  );
}

export const figure: BlockKind<'figure'> = {
  extension: FigureExtension,
  node: FigureNode,
  $toNode: (block) => $createFigureNode().append(...block.photos.map($createPhoto)),
  $toBlock: (node, id) => {
    if (!$isFigureNode(node)) return null;
    const photos = node
      .getChildren()
      .filter($isPhotoNode)
      .map((photo) => {
        const caption = photo.getChildren().find($isPartNode);
        const { media, alt, ...others } = photo.getPhoto();
        return {
          id: $blockId(photo) || newBlockId(),
          media,
          alt,
          caption: caption ? $readRuns(caption) : [],
          ...others,
        };
      });
    return photos.length > 0 ? { type: 'figure', id, photos } : null;
  },
};
