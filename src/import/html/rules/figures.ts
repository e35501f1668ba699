import { newBlockId } from '../../../base/ids.ts';
import { createParagraph, createPhoto } from '../../../story/create.ts';
import type { Photo } from '../../../story/schema.ts';
import { tally } from '../../receipt.ts';
import type { Gatherer } from '../gather.ts';
import { isClosed, PARAGRAPH, type FigureBuild, type Shot } from '../owners.ts';
import type { Rule } from './rule.ts';

const LABEL = /^(?:photo|ảnh)\s*:\s*/iu;

/** A figure; what becomes of it is known at its end, when its pictures and caption are. */
export const figure: Rule = ({ element, inside, gather }) => {
  if (isClosed(inside.owner)) return undefined;
  const isOurs = element.attrs.some(({ name, value }) => name === 'class' && value === 'photo');
  const build: FigureBuild = { shots: [], caption: [], credit: '', quote: null, isOurs };
  inside.figure = build;
  inside.quote = null;
  if (inside.owner.kind !== 'item') inside.owner = PARAGRAPH;
  return () => {
    gather.finish();
    endFigure(build, gather);
  };
};

export const caption: Rule = ({ inside }) => {
  if (inside.figure && !isClosed(inside.owner)) inside.owner = { kind: 'caption', figure: inside.figure };
  return undefined;
};

/** A name set off in a caption as the credit. */
export const credit: Rule = ({ inside }) => {
  if (inside.owner.kind === 'caption') inside.owner = { kind: 'credit', figure: inside.owner.figure };
  return undefined;
};

/** The place of a photo that our own pages say is still to come. */
export const photoToCome: Rule = ({ element, inside, gather }) => {
  if (!inside.figure || isClosed(inside.owner)) return undefined;
  let alt = '';
  for (let child = element.first; child; child = child.next) {
    const isAlt = child.attrs.some(({ name, value }) => name === 'class' && value === 'alt');
    if (isAlt && child.first?.kind === 'text') alt = gather.plain(child.first.value);
  }
  inside.figure.shots.push({ photoId: newBlockId(), alt, source: null, isToCome: true });
  gather.seen++;
  // Its words ("Photo to come") are no text of the story.
  inside.owner = { kind: 'card', card: { url: '', title: '', description: '' }, part: 'where' };
  return undefined;
};

function endFigure(build: FigureBuild, gather: Gatherer): void {
  const { shots, caption, credit, isOurs } = build;
  if (shots.length === 0) {
    if (caption.length > 0) endWithoutPicture(build, gather);
    return;
  }
  const isTold = caption.length > 0 || credit.trim() !== '' || isOurs;
  const isKept = (shot: Shot): boolean => isTold || shot.isToCome || shot.source?.kind === 'bytes';
  const kept = shots.filter(isKept);
  for (const shot of shots) {
    if (!isKept(shot))
      tally(gather.receipt.dropped, shot.source?.kind === 'address' ? 'remote-picture' : 'missing-picture');
  }
  if (kept.length === 0) return;
  gather.push({
    type: 'figure',
    id: newBlockId(),
    photos: kept.map((shot, index) => photoOf(shot, index === 0 ? build : null, gather)),
  });
}

/** A caption without a picture: of a quotation it is the speaker; of a table or a listing, a line below it. */
function endWithoutPicture({ quote, caption }: FigureBuild, gather: Gatherer): void {
  if (quote?.last?.attribution.length === 0) quote.last.attribution = caption;
  else gather.push(createParagraph(caption));
}

function photoOf({ photoId, alt, source, isToCome }: Shot, build: FigureBuild | null, gather: Gatherer): Photo {
  if (source) gather.keepPicture({ photoId, alt, source });
  // A picture beside the page is looked for later, and named if it is not there.
  const isHere = source?.kind === 'bytes' || source?.kind === 'beside';
  if (!isHere && !isToCome) tally(gather.receipt.changed, 'caption-without-photo');
  return createPhoto({
    id: photoId,
    alt,
    caption: build?.caption ?? [],
    credit: gather.plain(build?.credit ?? '').replace(LABEL, ''),
  });
}
