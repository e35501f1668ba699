import { shortened } from '../base/text.ts';
import { isBlank } from '../export/clean.ts';
import { plainText } from '../story/runs.ts';
import type { Story } from '../story/schema.ts';
import { photosOf } from '../story/walk.ts';
import type { Loss } from './adapter.ts';

/** Where what no blog has a field for goes, WordPress and Ghost alike. */
export const BLOG_PLACES = {
  kicker: 'body',
  standfirst: 'body',
  dateline: 'body',
  byline: 'body',
  sourceCredit: 'body',
  credit: 'caption',
  rights: 'nowhere',
  'photo-source': 'nowhere',
  'photo-to-come': 'plain-text',
  urgency: 'nowhere',
  embargo: 'nowhere',
} as const;

const begin = (text: string): string => shortened(text, 120).toWellFormed();

/** What of the story has a value, by the name of the field or the kind of block, for an adapter to say where it goes. */
export function lossesOf(story: Story, places: Readonly<Record<string, Loss['instead']>>): Loss[] {
  const values: [string, string][] = [
    ['kicker', story.kicker],
    ['standfirst', story.standfirst],
    ['dateline', story.dateline.text || story.dateline.place],
    ['byline', story.byline.text || story.byline.people.map(({ name }) => name).join(', ')],
    ['sourceCredit', story.sourceCredit],
    ['section', story.section],
    ['keywords', story.keywords.join(', ')],
    ['urgency', story.urgency === null ? '' : String(story.urgency)],
    ['embargo', story.embargo ?? ''],
    ...photosOf(story).flatMap((photo): [string, string][] => [
      ['credit', photo.credit],
      ['rights', photo.rights],
      ['photo-source', photo.source],
      ['photo-to-come', photo.media === null ? photo.alt || plainText(photo.caption) : ''],
    ]),
    ...story.body.flatMap((block): [string, string][] => {
      if (block.type === 'fact-box' || block.type === 'pull-quote' || block.type === 'embed') {
        const text =
          block.type === 'fact-box'
            ? plainText(block.title)
            : block.type === 'embed'
              ? block.url
              : plainText(block.text);
        return [[block.type, text]];
      }
      return block.type === 'unknown' ? [['unknown', block.fallback]] : [];
    }),
  ];
  return values.flatMap(([what, value]): Loss[] => {
    const instead = places[what];
    return instead === undefined || isBlank(value) ? [] : [{ what, instead, value: begin(value) }];
  });
}
