import { isBlank } from '../../export/clean.ts';
import { printedByline, printedDateline, leavingStory } from '../../export/printed.ts';
import { exportWords } from '../../export/words.ts';
import { canonicalJson } from '../../base/json.ts';
import type { Story } from '../../story/schema.ts';
import { FURNITURE, type Furniture, type Unit } from '../units.ts';
import { blockMarkup, line, type Page } from './blocks.ts';
import type { Attributes } from './delimiters.ts';

const markFor = (story: Story, block: string): Attributes => ({ metadata: { copydesk: `${story.id}.${block}` } });

/** The fields that WordPress has no field for, as they are printed in the text; empty where there is nothing to print. */
export function furniture(story: Story): Record<Furniture, string> {
  const words = exportWords(story.language);
  return {
    kicker: story.kicker,
    standfirst: story.standfirst,
    dateline: printedDateline(story, words),
    byline: printedByline(story),
    source: story.sourceCredit,
  };
}

/** What is on the site now, and what it says as a story: what neither changed goes back byte for byte. */
export interface There {
  units: readonly Unit[];
  story: Story;
}

/**
 * The story as a post's content: kicker, standfirst and dateline at its head, the body, byline and source at its foot.
 * A block that says what the one on the site says keeps that one's markup, with all that somebody set there.
 */
export function contentOf(story: Story, page: Page, there: There | null): string {
  const shown = furniture(story);
  const before = there && furniture(there.story);
  const sources = new Map(there?.units.map((unit) => [unit.id, unit.source]));
  const theirs = new Map(there && leavingStory(there.story).body.map((block) => [block.id, canonicalJson(block)]));
  const field = (name: Furniture): string => {
    const kept = before?.[name] === shown[name] ? sources.get(name) : undefined;
    if (kept) return kept;
    return isBlank(shown[name]) ? '' : line(shown[name], `copydesk-${name}`, markFor(story, name));
  };
  const body = leavingStory(story).body.map((block) => {
    const kept = theirs.get(block.id) === canonicalJson(block) ? sources.get(block.id) : undefined;
    return kept || (blockMarkup(block, page, markFor(story, block.id)) ?? '');
  });
  const head = FURNITURE.slice(0, 3).map(field);
  const foot = FURNITURE.slice(3).map(field);
  return [...head, ...body, ...foot].filter(Boolean).join('\n\n');
}
