import { countGraphemes, countWords } from '../../base/text.ts';
import { ok } from '../../base/result.ts';
import { printByline } from '../../story/byline-print.ts';
import { storyWords } from '../../story/measure.ts';
import type { Person, Story } from '../../story/schema.ts';
import { slugify } from '../../story/slug.ts';
import { blockText, photosOf } from '../../story/walk.ts';
import { cleanData } from '../clean.ts';
import type { ExportFormat, ExportInput } from '../format.ts';
import { instantText, storyUri, versionNumber } from '../identity.ts';
import { ADDRESS, CAMERA, chosen, PUBLISHER } from '../options.ts';
import { languageTag } from '../page/language.ts';
import { bodyBlocksHtml } from '../page/body.ts';
import { imagesAt, isOwnFolder, pictureFiles, picturesOf, type Pictures } from '../pictures.ts';
import { list, part, text, type Json } from './json.ts';
import { pictureItem } from './picture.ts';
import { isStampedNinjs, STAMP_ROLE, UNSTAMPED, withStamp } from './stamp.ts';

const FILE = 'ninjs.json';

const instant = (value: string | null): string | undefined => (value === null ? undefined : instantText(value));

const personOf = ({ name, roles }: Person): Json =>
  text(name) && { name: text(name), rel: roles.length > 0 ? roles.join(' ') : 'author' };

function subjects({ section, keywords }: Story): Json[] | undefined {
  const named = (name: string, rel: string): Json => text(name) && { name, rel };
  return list([named(section, 'section'), ...keywords.map((keyword) => named(keyword, 'keyword'))]);
}

function bodies(input: ExportInput, pictures: Pictures, address: string): Json[] | undefined {
  const { story, words } = input;
  const images = imagesAt(pictures, address);
  const plain = story.body.map(blockText).filter(Boolean).join('\n\n');
  return list([
    part('main', bodyBlocksHtml({ story, images, words }).source, 'text/html', { wordCount: storyWords(story) }),
    part('plain-text', plain, 'text/plain', { charCount: countGraphemes(plain), wordCount: countWords(plain) }),
  ]);
}

/** The story as a ninjs 3.1 item, unstamped; `pictures` says under which names its files go with it. */
export function ninjsItem(input: ExportInput, pictures: Pictures): { [member: string]: Json } {
  const { story, options } = input;
  const address = chosen(ADDRESS, options);
  const lead = photosOf(story).find(({ id }) => id === story.leadPhoto) ?? photosOf(story).find(({ media }) => media);
  const language = languageTag(story.language);
  return {
    uri: storyUri(story),
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    representationType: 'full',
    version: String(versionNumber(story)),
    firstCreated: instantText(story.createdAt),
    versionCreated: instantText(story.updatedAt),
    contentCreated: instant(story.dateline.date),
    embargoedUntil: instant(story.embargo),
    pubStatus: 'usable',
    urgency: story.urgency ?? undefined,
    language: language === 'und' ? undefined : language,
    slugline: slugify(story.slug || story.headline) || undefined,
    headlines: list([part('main', story.headline), part('kicker', story.kicker)]),
    descriptions: list([part('summary', story.standfirst), part('dateline', story.dateline.text)]),
    bodies: bodies(input, pictures, address),
    by: text(story.byline.text) ?? text(printByline(story.byline.people, story.language)),
    located: text(story.dateline.place),
    people: list(story.byline.people.map(personOf)),
    infoSources: list(
      [
        { name: text(story.dateline.source), role: 'source' },
        { name: text(story.sourceCredit), role: 'credit' },
      ].filter(({ name }) => name !== undefined),
    ),
    copyrightHolder: text(chosen(PUBLISHER, options)),
    subjects: subjects(story),
    associations: list(
      photosOf(story).map((photo, index) =>
        pictureItem(
          story,
          photo,
          photo === lead ? 'featuremedia' : `photo-${index + 1}`,
          [...pictures.of(photo), ...pictures.cut(photo)],
          address,
        ),
      ),
    ),
    altIds: [
      { role: 'copydesk-story', value: story.id },
      { role: STAMP_ROLE, value: UNSTAMPED },
    ],
  };
}

/**
 * IPTC ninjs 3.1: `ninjs.json` and the pictures beside it, `media/…`. The body as HTML and as plain text; each photo an
 * association with its caption, alt text, credit, rights and renditions, whose `href` is there where `address` is known
 * and whose `title` is its path. The embargo is told; the editor's note and the review are not.
 * Fails with `export.media-missing`.
 */
export const ninjs: ExportFormat = {
  id: 'ninjs',
  writes: 'folder',
  mediaType: 'application/json',
  extension: 'json',
  pictures: 'beside',
  options: [ADDRESS, PUBLISHER, CAMERA],
  failures: ['export.media-missing'],
  async write(input) {
    const found = picturesOf(input);
    if (!found.ok) return found;
    const json = `${JSON.stringify(cleanData(ninjsItem(input, found.value)), null, 2)}\n`;
    return ok([{ path: FILE, bytes: await withStamp(json) }, ...pictureFiles(found.value.files, found.value.cutFiles)]);
  },
  wrote: (files, storyId) => isOwnFolder(files, FILE, (file) => isStampedNinjs(file, storyUri({ id: storyId }))),
};
