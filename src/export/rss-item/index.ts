import { utf8 } from '../../base/bytes.ts';
import { ok } from '../../base/result.ts';
import { leadPhotoOf } from '../../story/walk.ts';
import { beside } from '../address.ts';
import { cleanLine, isBlank } from '../clean.ts';
import type { ExportFormat, ExportInput } from '../format.ts';
import { storyUri } from '../identity.ts';
import { ADDRESS, CAMERA, chosen, PUBLISHER } from '../options.ts';
import { attribute, markup, Markup } from '../page/markup.ts';
import { bodyBlocksHtml } from '../page/body.ts';
import { imagesAt, isOwnFolder, pictureFiles, picturesOf, safeType, type Pictures } from '../pictures.ts';
import { printedByline, printedDateline } from '../printed.ts';
import { isStampedFor, stamped } from '../stamp.ts';
import { exportWords } from '../words.ts';

const FILE = 'item.xml';
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** An instant as RSS wants it (RFC 822 with a year of four digits): `Thu, 12 Jun 2025 10:30:00 +0700`. */
function rssDate(instant: string): string {
  const [, year = '', month = '', day = '', time = '', second = '00', offset = 'Z'] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(?::(\d\d))?(?:[.]\d+)?(Z|[+-]\d\d:\d\d)$/.exec(instant) ?? [];
  const weekday = DAYS[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()];
  const zone = offset === 'Z' ? '+0000' : offset.replace(':', '');
  return `${weekday}, ${day} ${MONTHS[Number(month) - 1]} ${year} ${time}:${second} ${zone}`;
}

function element(name: string, text: string): Markup | null {
  const tag = new Markup(name);
  return isBlank(text) ? null : markup`<${tag}>${cleanLine(text)}</${tag}>\n`;
}

/** The lead photo's picture, for which RSS asks an absolute address: nothing where none is known. */
function enclosure({ story }: ExportInput, pictures: Pictures, address: string): Markup | null {
  const lead = leadPhotoOf(story);
  const [file] = lead ? pictures.of(lead) : [];
  const url = file && beside(address, file.path);
  if (!file || !url) return null;
  const attributes = [
    attribute('url', url),
    attribute('length', String(file.bytes.length)),
    attribute('type', safeType(file)),
  ];
  return markup`<enclosure${attributes}/>\n`;
}

/** What stands before the body, since an item has no place of its own for it. */
function introduction({ story, words = exportWords(story.language) }: ExportInput): Markup {
  const line = (text: string): Markup | null => (isBlank(text) ? null : markup`<p>${cleanLine(text)}</p>\n`);
  return markup`${[line(story.kicker), line(story.standfirst), line(printedByline(story)), line(printedDateline(story, words))]}`;
}

function item(input: ExportInput, pictures: Pictures): Markup {
  const { story, words = exportWords(story.language), options } = input;
  const address = chosen(ADDRESS, options);
  const images = imagesAt(pictures, address);
  const source = isBlank(story.sourceCredit) ? null : markup`<p>${cleanLine(story.sourceCredit)}</p>\n`;
  const content = markup`${introduction(input)}${bodyBlocksHtml({ story, words, images })}${source}`;
  return markup`<item xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
${[
  element('title', isBlank(story.headline) ? words.untitled : story.headline),
  element('link', address),
  markup`<guid isPermaLink="false">${storyUri(story)}</guid>\n`,
  element('pubDate', rssDate(story.dateline.date ?? story.schedule ?? story.updatedAt)),
  story.byline.people.map(({ name }) => element('dc:creator', name)),
  element('dc:publisher', chosen(PUBLISHER, options)),
  [story.section, ...story.keywords].map((category) => element('category', category)),
  element('description', story.standfirst),
  enclosure(input, pictures, address),
]}<content:encoded>${content.source}</content:encoded>
</item>
`;
}

/**
 * One `<item>` of an RSS 2.0 feed: `item.xml` and the pictures beside it, `media/…`. The whole story in
 * `content:encoded` as escaped HTML; the lead photo as enclosure and absolute addresses where `address` is known.
 * Fails with `export.media-missing`.
 */
export const rssItem: ExportFormat = {
  id: 'rss-item',
  writes: 'folder',
  mediaType: 'application/rss+xml',
  extension: 'xml',
  pictures: 'beside',
  options: [ADDRESS, PUBLISHER, CAMERA],
  failures: ['export.media-missing'],
  async write(input) {
    const found = picturesOf(input);
    if (!found.ok) return found;
    const file = await stamped(utf8(item(input, found.value).source), input.story.id);
    return ok([{ path: FILE, bytes: file }, ...pictureFiles(found.value.files)]);
  },
  wrote: (files, storyId) => isOwnFolder(files, FILE, (file) => isStampedFor(file, storyId)),
};
