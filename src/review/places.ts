import type { Token } from '../merge/stream.ts';
import type { Story } from '../story/schema.ts';
import { TEXT_LINE } from './box.ts';
import type { Chunk, Edits, Step } from './difference.ts';
import { reviewed, type Suggestion } from './suggestion.ts';

/**
 * Where a suggestion stands in the story's text as it is now: from `from` to `to` (UTF-16 units, a line break being one) of the
 * paragraph, subhead, quote or list item `line`. Where nothing came, only something went, `from` and `to` are the same.
 */
export interface InsertedPlace {
  suggestion: Suggestion;
  line: string;
  from: number;
  to: number;
}

interface Place {
  edit: number;
  line: string;
  from: number;
  to: number;
}

/** Gathers where the edits of steps stand, line by line. */
class Places {
  readonly all: Place[] = [];
  #waiting: Omit<Place, 'line'>[] = [];
  #at = 0;

  #add(edit: number, from: number, to: number): void {
    const last = this.#waiting.at(-1);
    if (last?.edit === edit && last.to === from) last.to = to;
    else this.#waiting.push({ edit, from, to });
  }

  close(line: string | null): void {
    if (line !== null) for (const one of this.#waiting) this.all.push({ ...one, line });
    this.#waiting = [];
    this.#at = 0;
  }

  #pass(token: Token, edit: number): void {
    if (token.is === 'char') {
      if (edit >= 0) this.#add(edit, this.#at, this.#at + token.text.length);
      this.#at += token.text.length;
    } else if (token.is === 'end') {
      if (edit >= 0) this.#add(edit, this.#at, this.#at);
      this.close(token.line.id);
    } else this.close(null);
  }

  take(step: Step): void {
    if (step.is === 'parted') {
      if (step.now.length === 0) this.#add(step.edit, this.#at, this.#at);
      for (const token of step.now) this.#pass(token, step.edit);
      return;
    }
    this.#pass(step.now, step.edit);
    for (const { path, edits, first } of step.box?.inner ?? []) {
      // A caption is the line of its photo; titles and cells have no name.
      const [photo, member] = path.split(':');
      for (const place of placesIn(edits)) {
        const line = place.line !== TEXT_LINE ? place.line : member === 'caption' ? photo : undefined;
        if (line !== undefined) this.all.push({ ...place, line, edit: first + place.edit });
      }
    }
  }
}

const ofChunk = new WeakMap<Chunk, Place[]>();
function chunkPlaces(chunk: Chunk): Place[] {
  const known = ofChunk.get(chunk);
  if (known) return known;
  const places = new Places();
  for (const step of chunk.steps) places.take(step);
  ofChunk.set(chunk, places.all);
  return places.all;
}

function placesIn({ steps }: Edits): Place[] {
  const places = new Places();
  for (const step of steps) {
    if (step.is !== 'row') places.take(step);
    else {
      places.close(null);
      for (const place of chunkPlaces(step.chunk)) places.all.push({ ...place, edit: step.first + place.edit });
    }
  }
  return places.all;
}

/** Every suggestion of a story, and where those in flowing text stand now, for marking them there. */
export function placesOf(story: Story): { suggestions: Suggestion[]; places: InsertedPlace[] } {
  if (!story.underReview) return { suggestions: [], places: [] };
  const { edits, all } = reviewed(story, story.underReview);
  const byEdit = new Map(all.flatMap((made) => (made.edit === null ? [] : [[made.edit, made] as const])));
  const places = placesIn(edits).flatMap(({ edit, ...place }): InsertedPlace[] => {
    const suggestion = byEdit.get(edit);
    return suggestion ? [{ suggestion, ...place }] : [];
  });
  return { suggestions: all, places };
}
