import type { Story } from '../../story/schema.ts';
import { attribute, markup, type Markup } from '../page/markup.ts';
import { element, named } from './elements.ts';
import { instantText, versionNumber } from '../identity.ts';

/** The IPTC's catalogue, which resolves the codes `ninat:`, `stat:` and `rnd:`. */
const CATALOGUE = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml';

/** One item of news: text or picture. */
export interface Item {
  story: Story;
  guid: string;
  itemClass: 'text' | 'picture';
  language: string;
  provider: string;
  rights: Markup | null;
  /** Links to other items of the message. */
  links: readonly Markup[];
  contentMeta: Markup;
  contentSet: Markup | null;
}

/** An item as NewsML-G2 orders its parts: rights, what is said of the item, what is said of the content, the content. */
export function newsItem(item: Item): Markup {
  const { story, guid, language, provider } = item;
  const attributes = [
    attribute('guid', guid),
    attribute('version', String(versionNumber(story))),
    attribute('standard', 'NewsML-G2'),
    attribute('standardversion', '2.35'),
    attribute('conformance', 'power'),
    attribute('xml:lang', language === 'und' ? null : language),
  ];
  const meta = [
    markup`<itemClass qcode="ninat:${item.itemClass}"/>\n`,
    named('provider', provider),
    element('versionCreated', instantText(story.updatedAt)),
    element('firstCreated', instantText(story.createdAt)),
    story.embargo === null ? null : element('embargoed', instantText(story.embargo)),
    markup`<pubStatus qcode="stat:usable"/>\n`,
    item.links,
  ];
  return markup`<newsItem${attributes}>
<catalogRef href="${CATALOGUE}"/>
${item.rights}<itemMeta>
${meta}</itemMeta>
<contentMeta>
${item.contentMeta}</contentMeta>
${item.contentSet}</newsItem>
`;
}
