import { countGraphemes, fold } from '../../base/text.ts';
import { CAPTION_LIMIT } from '../../story/limits.ts';
import { plainText } from '../../story/runs.ts';
import { usageState } from '../../story/photo-rights.ts';
import type { Photo, Story } from '../../story/schema.ts';
import type { Found, Place } from '../finding.ts';
import type { CheckInput } from '../input.ts';
import type { Rule } from '../rule.ts';

interface Spot {
  photo: Photo;
  /** Counted from 1 through the story. */
  number: number;
  place: (field: 'picture' | 'alt' | 'credit' | 'source' | 'rights') => Place;
  caption: Place;
}

function spots(story: Story): Spot[] {
  let number = 0;
  return story.body.flatMap((block) =>
    block.type !== 'figure'
      ? []
      : block.photos.map((photo, index) => ({
          photo,
          number: ++number,
          place: (field): Place => ({ in: 'photo', block: block.id, photo: photo.id, field }),
          caption: { in: 'text', block: block.id, text: index, from: 0, to: plainText(photo.caption).length },
        })),
  );
}

const isBlank = (text: string): boolean => text.trim() === '';

/** A rule that looks at each photo by itself. */
const ofPhotos = (
  id: string,
  level: Rule['level'],
  codes: readonly string[],
  find: (spot: Spot, input: CheckInput) => Found | null,
): Rule => ({
  id,
  level,
  codes,
  find: (input) => spots(input.story).flatMap((spot) => find(spot, input) ?? []),
});

/** Nobody who cannot see the photo learns what it shows. */
const alt = ofPhotos('photo.alt', 'error', ['photo.alt'], ({ photo, number, place }) =>
  isBlank(photo.alt) && photo.decorative !== true
    ? { code: 'photo.alt', place: place('alt'), about: { number } }
    : null,
);

const credit = ofPhotos('photo.credit', 'error', ['photo.credit'], ({ photo, number, place }) =>
  isBlank(photo.credit) ? { code: 'photo.credit', place: place('credit'), about: { number } } : null,
);

/** Somebody says that it may not be printed. Folded text: without accents, lower case. */
const FORBIDDEN =
  /\b(?:not for publication|no (?:publication|use|resale)|do not (?:use|publish)|internal use only|khong (?:duoc )?(?:dang|su dung|phat hanh)|cam (?:dang|su dung)|chi (?:dung|luu hanh) noi bo)\b/;
/** No one's name: a place where pictures are found. */
const FOUND_SOMEWHERE =
  /^(?:(?:anh|photo|nguon|source|theo|from|via)\s*:?\s*)?(?:(?:the )?internet|google(?: images)?|facebook|fb|zalo|tiktok|pinterest|mang xa hoi|mxh|social media|suu tam|st)\.?$/;

function rightsProblem({ photo }: Spot, { story, now }: CheckInput): string | null {
  const usage = usageState(photo, now.slice(0, 10));
  if (usage !== 'clear') return `photo.rights.${usage}`;
  const { rights: notice, source, usageTerms = '', rightsHolder = '', instructions = '' } = photo;
  if ([notice, source, usageTerms, instructions].some((text) => FORBIDDEN.test(fold(text))))
    return 'photo.rights.forbidden';
  if ([photo.credit, source].some((text) => FOUND_SOMEWHERE.test(fold(text).trim()))) {
    return 'photo.rights.found';
  }
  if ([notice, source, usageTerms, rightsHolder].some((said) => !isBlank(said))) return null;
  // One's own reporter's picture is the house's. Without a credit there is another error to mend first.
  const own = fold(photo.credit);
  if (isBlank(photo.credit) || story.byline.people.some(({ name }) => own.includes(fold(name)))) return null;
  return 'photo.rights.unknown';
}

/** Whether the picture may be printed is not known, or it may not. */
const rights = ofPhotos(
  'photo.rights',
  'error',
  [
    'photo.rights.blocked',
    'photo.rights.expired',
    'photo.rights.forbidden',
    'photo.rights.found',
    'photo.rights.unknown',
  ],
  (spot, input) => {
    const code = rightsProblem(spot, input);
    return code === null
      ? null
      : { code, place: spot.place('rights'), about: { number: spot.number, credit: spot.photo.credit } };
  },
);

const toCome = ofPhotos(
  'photo.to-come',
  'error',
  ['photo.to-come', 'photo.missing'],
  ({ photo, number, place }, { story, missing }) => {
    const found = (code: string): Found => ({ code, place: place('picture'), about: { number } });
    if (photo.media === null || !Object.hasOwn(story.media, photo.media)) return found('photo.to-come');
    return missing.has(photo.media) ? found('photo.missing') : null;
  },
);

const longCaption = ofPhotos('photo.caption-long', 'warning', ['photo.caption-long'], ({ photo, number, caption }) => {
  const text = plainText(photo.caption).trim();
  if (text.length <= CAPTION_LIMIT) return null;
  const count = countGraphemes(text);
  return count > CAPTION_LIMIT
    ? { code: 'photo.caption-long', place: caption, about: { number, count, limit: CAPTION_LIMIT } }
    : null;
});

/** A front page and every preview of a link show the lead photo. */
const none: Rule = {
  id: 'photo.none',
  level: 'warning',
  codes: ['photo.none'],
  // An empty story lacks more than a photo.
  find: ({ story }) =>
    story.headline.trim() !== '' && spots(story).length === 0 ? [{ code: 'photo.none', place: { in: 'story' } }] : [],
};

const twice: Rule = {
  id: 'photo.twice',
  level: 'warning',
  codes: ['photo.twice'],
  find: ({ story }) => {
    const first = new Map<string, number>();
    return spots(story).flatMap(({ photo, number, place }) => {
      if (photo.media === null) return [];
      const earlier = first.get(photo.media);
      if (earlier === undefined) {
        first.set(photo.media, number);
        return [];
      }
      return [{ code: 'photo.twice', place: place('picture'), about: { number, first: earlier } }];
    });
  },
};

export const photoRules: readonly Rule[] = [alt, credit, rights, toCome, none, twice, longCaption];
