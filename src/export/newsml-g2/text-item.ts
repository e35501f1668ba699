import { storyWords } from '../../story/measure.ts';
import type { Person, Story } from '../../story/schema.ts';
import { slugify } from '../../story/slug.ts';
import { photosOf } from '../../story/walk.ts';
import { instantText, photoUri, storyUri } from '../identity.ts';
import type { Markup } from '../page/markup.ts';
import { attribute, markup } from '../page/markup.ts';
import type { PageInput } from '../page/body.ts';
import { htmlArticle } from '../page/page.ts';
import { printedByline, printedDateline } from '../printed.ts';
import { exportWords } from '../words.ts';
import { xhtml } from '../xhtml.ts';
import { element, named, roleUri } from './elements.ts';
import { newsItem } from './item.ts';
import { rightsInfo } from './picture-item.ts';

/** Who wrote and photographed is a creator, who edited, translated or helped a contributor. */
function person({ name, roles }: Person): { as: 'creator' | 'contributor'; markup: Markup | null } {
  const isCreator = roles.length === 0 || roles.includes('reporter') || roles.includes('photographer');
  const as = isCreator ? 'creator' : 'contributor';
  return { as, markup: named(as, name, roles.slice(0, 1).map(roleUri)) };
}

function contentMeta(story: Story, language: string): Markup {
  const people = story.byline.people.map(person);
  const only = (as: 'creator' | 'contributor'): (Markup | null)[] =>
    people.filter((each) => each.as === as).map((each) => each.markup);
  return markup`${[
    story.urgency === null ? null : element('urgency', String(story.urgency)),
    story.dateline.date === null ? null : element('contentCreated', instantText(story.dateline.date)),
    named('located', story.dateline.place),
    named('infoSource', story.dateline.source),
    only('creator'),
    only('contributor'),
    language === 'und' ? null : markup`<language${attribute('tag', language)}/>\n`,
    story.keywords.map((keyword) => element('keyword', keyword)),
    named('subject', story.section),
    element('slugline', slugify(story.slug || story.headline)),
    element('headline', story.headline),
    element('headline', story.kicker, [roleUri('kicker')]),
    element('dateline', printedDateline(story, exportWords(story.language))),
    element('by', printedByline(story)),
    element('creditline', story.sourceCredit),
    element('description', story.standfirst, [roleUri('summary')]),
  ]}`;
}

/** The story's text as an item, its article inline as XHTML, with a link to each photo's item. */
export function textItem(input: PageInput & { language: string; provider: string }): Markup {
  const { story, language, provider } = input;
  const title = markup`<title>${story.headline}</title>`;
  const lang = language === 'und' ? null : attribute('xml:lang', language);
  const article = xhtml(htmlArticle(input, true));
  const page = markup`<html xmlns="http://www.w3.org/1999/xhtml"${lang}>\n<head>\n${title}\n</head>\n<body>\n${article}</body>\n</html>\n`;
  const content = markup`<inlineXML contenttype="application/xhtml+xml" wordcount="${storyWords(story)}">\n${page}</inlineXML>\n`;
  return newsItem({
    story,
    guid: storyUri(story),
    itemClass: 'text',
    language,
    provider,
    rights: rightsInfo(input.publisher ?? '', '', ''),
    links: photosOf(story).map(
      (photo) => markup`<link rel="irel:seeAlso"${attribute('residref', photoUri(story, photo))}/>\n`,
    ),
    contentMeta: contentMeta(story, language),
    contentSet: markup`<contentSet>\n${content}</contentSet>\n`,
  });
}
