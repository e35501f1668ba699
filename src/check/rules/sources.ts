import { fold } from '../../base/text.ts';
import type { Story } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** News agencies as they are printed. */
const AGENCY =
  /(?<![\p{L}\p{N}])(?:TTXVN|VNA|Thông tấn xã Việt Nam|Reuters|AFP|AP|Associated Press|Tân Hoa Xã|Xinhua|Kyodo|Yonhap|Bloomberg|EPA|DPA|TASS|Getty(?: Images)?|UPI|ANSA|EFE|Sputnik)(?![\p{L}\p{N}])/u;

/** `(TTXVN) -` or `HÀ NỘI (TTXVN) -` at the head of the first paragraph. */
const HEAD = /^[^()]{0,40}\((?<source>[^()]{2,40})\)\s?[-–—]/u;

function agencyOf({ dateline, byline, body }: Story): string | null {
  const first = body.find(({ type }) => type === 'paragraph');
  const head = HEAD.exec(first ? blockText(first) : '')?.groups?.source ?? '';
  // In a byline an agency stands alone or after `Theo`; "AP" may be someone's initials elsewhere.
  const signed = /^(?:theo\s|by\s|from\s)?(?<name>[^,;–-]+)$/iu.exec(byline.text.trim())?.groups?.name ?? '';
  for (const text of [dateline.source, head, signed]) {
    const agency = AGENCY.exec(text);
    if (agency && text.trim().length - agency[0].length <= 12) return agency[0];
  }
  return null;
}

/** A credit that says that somebody gave the picture, and not who. Folded. */
const HANDOUT =
  /^(?:(?:anh|photo|nguon)\s?:?\s?)?(?:handout|hand-out|courtesy(?: photo)?|supplied|provided|pool|nvcc|nhan vat cung cap|don vi cung cap|dvcc|cung cap|anh tu lieu|tu lieu|file photo|archive)\.?$/;

const handouts = (story: Story): Found[] =>
  story.body.flatMap((block) =>
    block.type !== 'figure'
      ? []
      : block.photos.flatMap((photo): Found[] => {
          const isHandout = photo.kind === 'handout' && photo.credit.trim() === '';
          if (photo.source.trim() !== '' || !(isHandout || HANDOUT.test(fold(photo.credit).trim()))) return [];
          const place = { in: 'photo' as const, block: block.id, photo: photo.id, field: 'source' as const };
          return [{ code: 'source.handout', place, about: { text: photo.credit.trim() } }];
        }),
  );

/** Somebody else's work, without a line that says whose. */
const missing: Rule = {
  id: 'source.missing',
  level: 'warning',
  codes: ['source.agency', 'source.handout'],
  find: ({ story }) => {
    const agency = story.sourceCredit.trim() === '' ? agencyOf(story) : null;
    const line: Found[] =
      agency === null
        ? []
        : [{ code: 'source.agency', place: { in: 'field', field: 'sourceCredit' }, about: { text: agency } }];
    return [...line, ...handouts(story)];
  },
};

export const sourceRules: readonly Rule[] = [missing];
