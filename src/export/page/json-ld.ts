import { isDepartment } from '../../story/byline.ts';
import { storyWords } from '../../story/measure.ts';
import type { Person, Photo, Story } from '../../story/schema.ts';
import { plainText } from '../../story/runs.ts';
import { photosOf } from '../../story/walk.ts';
import { creditToPrint } from '../credit.ts';
import { instantText } from '../identity.ts';
import { languageTag } from './language.ts';
import { cleanLine, isBlank } from '../clean.ts';
import { Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

type Json = string | number | boolean | { [key: string]: Json | undefined } | readonly Json[];
type Thing = Record<string, Json | undefined>;

/** A line of text, or nothing, so that the member is left out. */
const line = (text: string): string | undefined => cleanLine(text) || undefined;
const list = <T extends Json>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined);

const person = (name: string): Thing[] => {
  const said = line(name);
  return said === undefined ? [] : [{ '@type': isDepartment(said) ? 'Organization' : 'Person', name: said }];
};

/** Those who did nothing else than this; everyone else is an author. */
const only = (people: readonly Person[], role: Person['roles'][number]): Person[] =>
  people.filter(({ roles }) => roles.length > 0 && roles.every((each) => each === role));

function people({ byline }: Story): Pick<Thing, 'author' | 'editor' | 'translator' | 'contributor'> {
  const named = byline.people.length > 0 ? byline.people : [{ name: byline.text, roles: [] }];
  const [editor, translator, contributor] = (['editor', 'translator', 'contributor'] as const).map((role) =>
    only(named, role),
  );
  const others = new Set([...(editor ?? []), ...(translator ?? []), ...(contributor ?? [])]);
  const persons = (of: readonly Person[] = []): Json | undefined => list(of.flatMap(({ name }) => person(name)));
  return {
    author: persons(named.filter((each) => !others.has(each))),
    editor: persons(editor),
    translator: persons(translator),
    contributor: persons(contributor),
  };
}

/** A photo as it is shown, then as it was cut for those who want a certain ratio. */
function images(photo: Photo, page: PageContext): Thing[] {
  const [widest] = page.images(photo);
  if (!widest) return [];
  return [widest, ...page.cuts(photo)].map((image) => {
    const address = page.webAddress(image.address);
    return {
      '@type': 'ImageObject',
      url: address,
      contentUrl: address,
      width: image.width,
      height: image.height,
      caption: line(plainText(photo.caption)),
      description: line(photo.alt),
      creditText: line(creditToPrint(photo)) ?? line(photo.credit),
      copyrightNotice: line(photo.rights),
    };
  });
}

/** The story as schema.org describes a NewsArticle, with the instants' offsets as they were written. */
function newsArticle(page: PageContext): Thing {
  const { story, address, publisher } = page;
  const language = languageTag(story.language);
  const organisation = line(publisher) ?? line(story.dateline.source);
  const published = story.dateline.date ?? story.schedule;
  const [site] = /^https?:\/\/[^/?#]+/i.exec(address) ?? [];
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: story.id,
    mainEntityOfPage: address || undefined,
    url: address || undefined,
    headline: line(story.headline) ?? page.words.untitled,
    description: line(story.standfirst),
    inLanguage: language === 'und' ? undefined : language,
    datePublished: published === null ? undefined : instantText(published),
    dateCreated: instantText(story.createdAt),
    dateModified: instantText(story.updatedAt),
    dateline: line(story.dateline.text),
    contentLocation: isBlank(story.dateline.place) ? undefined : { '@type': 'Place', name: line(story.dateline.place) },
    ...people(story),
    publisher: organisation === undefined ? undefined : { '@type': 'Organization', name: organisation, url: site },
    creditText: line(story.sourceCredit),
    isPartOf: site === undefined ? undefined : { '@type': 'WebSite', url: `${site}/`, name: organisation },
    articleSection: line(story.section),
    keywords: list(story.keywords.flatMap((keyword) => line(keyword) ?? [])),
    wordCount: storyWords(story),
    image: list(photosOf(story).flatMap((photo) => images(photo, page))),
  };
}

/** The same as a data block, which no browser runs. What could end the block is written as its number. */
export function newsArticleHtml(page: PageContext): Markup {
  const json = JSON.stringify(newsArticle(page), null, 1).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markup(`<script type="application/ld+json">\n${json}\n</script>\n`);
}
