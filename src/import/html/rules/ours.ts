import { newBlockId } from '../../../base/ids.ts';
import type { Photo } from '../../../story/schema.ts';
import { embedOf, factBox } from '../body.ts';
import { cleanLink } from '../../links.ts';
import { isClosed, PARAGRAPH, type CardBuild, type QuoteBuild } from '../owners.ts';
import type { PageNode } from '../tree.ts';
import { attribute } from '../tree.ts';
import type { Rule } from './rule.ts';

// What the HTML export writes for blocks that HTML has no element for, read back.

/** `aside.fact-box`: its heading is the title. */
export const box: Rule = ({ inside, gather }) => {
  if (inside.isBoxed || isClosed(inside.owner)) return undefined;
  inside.isBoxed = true;
  inside.owner = PARAGRAPH;
  inside.list = null;
  gather.finish();
  gather.body.open();
  return () => {
    gather.finish();
    const blocks = gather.body.close();
    const [first] = blocks;
    const title = first?.type === 'heading' ? first.text : [];
    gather.body.pushAll(factBox(title, first?.type === 'heading' ? blocks.slice(1) : blocks));
  };
};

/** `aside.pull-quote`. */
export const pullQuote: Rule = ({ inside }) => {
  if (isClosed(inside.owner)) return undefined;
  const quote: QuoteBuild = { kind: 'pull-quote', last: null };
  inside.quote = quote;
  inside.owner = { kind: 'quote', quote };
  return undefined;
};

/** `div.gallery`: its figures are the photos of one. */
export const gallery: Rule = ({ inside, gather }) => {
  if (inside.isBoxed || isClosed(inside.owner)) return undefined;
  inside.isBoxed = true;
  gather.finish();
  gather.body.open();
  return () => {
    gather.finish();
    const blocks = gather.body.close();
    const photos = blocks.flatMap((block): Photo[] => (block.type === 'figure' ? block.photos : []));
    if (photos.length > 1 && blocks.every((block) => block.type === 'figure'))
      gather.body.push({ type: 'figure', id: newBlockId(), photos });
    else gather.body.pushAll(blocks);
  };
};

function linkIn(element: PageNode): string {
  for (let child = element.first; child; child = child.next) {
    if (child.tag === 'a') return cleanLink(attribute(child, 'href') ?? '').href ?? '';
  }
  return '';
}

/** `p.card`: a link card of name, description and site. */
export const card: Rule = ({ element, inside, gather }) => {
  if (isClosed(inside.owner)) return undefined;
  const build: CardBuild = { url: linkIn(element), title: '', description: '' };
  gather.finish();
  inside.owner = { kind: 'card', card: build, part: 'title' };
  return () => {
    gather.finish();
    if (build.title !== '' || build.description !== '') gather.body.push(embedOf(build));
  };
};

const partOfCard =
  (part: 'description' | 'where'): Rule =>
  ({ inside }) => {
    if (inside.owner.kind === 'card') inside.owner = { ...inside.owner, part };
    return undefined;
  };
export const cardAbout = partOfCard('description');
export const cardWhere = partOfCard('where');
