import { canonicalJson } from '../base/json.ts';
import { isBlank } from '../export/clean.ts';
import { leavingStory, printedByline, printedDateline } from '../export/printed.ts';
import { exportWords } from '../export/words.ts';
import type { Block, Story } from '../story/schema.ts';
import { FURNITURE, type Furniture, type Unit } from './units.ts';

/** The fields that the CMS has no field for, as they are printed in the text; empty where there is nothing to print. */
function furniture(story: Story): Record<Furniture, string> {
  const words = exportWords(story.language);
  return {
    kicker: story.kicker,
    standfirst: story.standfirst,
    dateline: printedDateline(story, words),
    byline: printedByline(story),
    source: story.sourceCredit,
  };
}

/** What is on the site now, and what it says as a story: what neither changed goes back as it is. */
export interface There {
  units: readonly Unit[];
  story: Story;
}

/** How one CMS writes a piece of its content. */
export interface Writer<T> {
  /** A field as a line of the text. */
  field: (name: Furniture, text: string) => T;
  /** A block; null where it is empty, several pieces where it needs them. */
  block: (block: Block) => T | null;
  /** A piece of the post as it is there. */
  kept: (source: string) => T;
}

/**
 * The story as the pieces of a post's text: kicker, standfirst and dateline at its head, the body, byline and source at its
 * foot. A block that says what the one on the site says keeps that one, with all that somebody set there.
 */
export function arrange<T>(story: Story, there: There | null, { field, block, kept }: Writer<T>): T[] {
  const shown = furniture(story);
  const before = there && furniture(there.story);
  const sources = new Map(there?.units.map((unit) => [unit.id, unit.source]));
  const theirs = new Map(there && leavingStory(there.story).body.map((one) => [one.id, canonicalJson(one)]));
  const line = (name: Furniture): T | null => {
    const source = before?.[name] === shown[name] ? sources.get(name) : undefined;
    if (source) return kept(source);
    return isBlank(shown[name]) ? null : field(name, shown[name]);
  };
  const body = leavingStory(story).body.map((one) => {
    const source = theirs.get(one.id) === canonicalJson(one) ? sources.get(one.id) : undefined;
    return source ? kept(source) : block(one);
  });
  return [...FURNITURE.slice(0, 3).map(line), ...body, ...FURNITURE.slice(3).map(line)].filter(
    (piece) => piece !== null,
  );
}
