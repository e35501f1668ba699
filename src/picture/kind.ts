import type { PhotoKind } from '../story/photo-details.ts';

const NEWSCODES = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** IPTC's digital source types (2025.1) that are more than a photograph. */
const KINDS: Record<string, PhotoKind> = {
  trainedAlgorithmicMedia: 'ai-generated',
  algorithmicMedia: 'ai-generated',
  compositeWithTrainedAlgorithmicMedia: 'ai-generated',
  compositeCapture: 'composite',
  compositeSynthetic: 'composite',
  composite: 'composite',
  digitalArt: 'illustration',
  digitalCreation: 'illustration',
  softwareImage: 'illustration',
};

/** The kind of picture that a digital source type means, or undefined where it means a photograph or nothing known. */
export function kindOf(digitalSourceType: string | undefined): PhotoKind | undefined {
  const code = digitalSourceType?.split('/').at(-1) ?? '';
  return Object.hasOwn(KINDS, code) ? KINDS[code] : undefined;
}

/** The digital source type to write for a photo: its own, or what its kind means where a reader must not miss it. */
export function sourceTypeOf(photo: { digitalSourceType?: string; kind?: PhotoKind }): string {
  const known = kindOf(photo.digitalSourceType);
  if (photo.kind === 'ai-generated' && known !== 'ai-generated') return `${NEWSCODES}trainedAlgorithmicMedia`;
  return photo.digitalSourceType ?? '';
}
