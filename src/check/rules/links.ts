import { slugify } from '../../story/slug.ts';
import { safeLink } from '../../story/links.ts';
import { fold } from '../../base/text.ts';
import type { Story } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import type { Found } from '../finding.ts';
import { bodyPieces, type Piece } from '../read/pieces.ts';
import type { Rule } from '../rule.ts';

interface Link {
  piece: Piece;
  href: string;
  text: string;
  from: number;
  to: number;
}

/** The links of a text; neighbouring runs of one address are one link. */
function linksOf(piece: Piece): Link[] {
  const links: Link[] = [];
  let at = 0;
  for (const { text, href } of piece.runs) {
    const last = links.at(-1);
    const to = at + text.length;
    if (href !== undefined) {
      if (last?.to === at && last.href === href) Object.assign(last, { text: last.text + text, to });
      else links.push({ piece, href, text, from: at, to });
    }
    at = to;
  }
  return links;
}

const linksIn = (story: Story): Link[] => bodyPieces(story).flatMap(linksOf);
const found = (code: string, { piece, href, text, from, to }: Link): Found => ({
  code,
  place: piece.at(from, to),
  about: { text: text.trim(), href },
});

const isAnchor = (href: string): boolean => href.trim().startsWith('#');

function anchors(story: Story): Set<string> {
  const names = new Set<string>(['top']);
  for (const block of story.body) {
    names.add(block.id);
    if (block.type === 'heading') names.add(slugify(blockText(block)));
  }
  return names;
}

/** A link into the story whose place is not there. */
const anchor: Rule = {
  id: 'link.anchor',
  level: 'error',
  codes: ['link.anchor'],
  find: ({ story }) => {
    const links = linksIn(story).filter(({ href }) => isAnchor(href));
    if (links.length === 0) return [];
    const known = anchors(story);
    return links
      .filter(({ href }) => !known.has(href.trim().slice(1).toLowerCase()))
      .map((link) => found('link.anchor', link));
  },
};

/** A link that leads nowhere, or that nobody sees. */
const empty: Rule = {
  id: 'link.empty',
  level: 'error',
  codes: ['link.empty', 'link.invisible'],
  find: ({ story }) => [
    ...linksIn(story).flatMap((link) => {
      if (isAnchor(link.href)) return [];
      if (safeLink(link.href) === null) return [found('link.empty', link)];
      return link.text.trim() === '' ? [found('link.invisible', link)] : [];
    }),
    ...story.body.flatMap((block): Found[] =>
      block.type === 'embed' && safeLink(block.url) === null
        ? [
            {
              code: 'link.empty',
              place: { in: 'block', block: block.id },
              about: { text: block.title, href: block.url },
            },
          ]
        : [],
    ),
  ],
};

/** Folded: what tells somebody who hears only the links nothing. */
const VAGUE = new Set(
  [
    'here|click here|click|this|this link|link|read more|more|see more|see here|this page|this article|details',
    'tai day|o day|day|bam vao day|nhan vao day|nhap vao day|xem tai day|xem them|xem them tai day|doc them|duong link|link nay|bai nay|chi tiet',
  ]
    .join('|')
    .split('|'),
);

const vague: Rule = {
  id: 'link.vague',
  level: 'warning',
  codes: ['link.vague'],
  find: ({ story }) =>
    linksIn(story)
      .filter(({ text }) =>
        VAGUE.has(
          fold(text)
            .replace(/[\s.,;:!?…“”"'()[\]>»→-]+/gu, ' ')
            .trim(),
        ),
      )
      .map((link) => found('link.vague', link)),
};

export const linkRules: readonly Rule[] = [anchor, empty, vague];
