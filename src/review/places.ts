import type { Token } from '../merge/stream.ts';
import type { Story } from '../story/schema.ts';
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

interface Waiting {
  edit: number;
  from: number;
  to: number;
}

/** Every suggestion of a story, and where those in flowing text stand now, for marking them there. */
export function placesOf(story: Story): { suggestions: Suggestion[]; places: InsertedPlace[] } {
  if (!story.underReview) return { suggestions: [], places: [] };
  const { edits, all } = reviewed(story, story.underReview);
  const byEdit = new Map(all.flatMap((made) => (made.edit === null ? [] : [[made.edit, made] as const])));
  const places: InsertedPlace[] = [];
  let waiting: Waiting[] = [];
  let at = 0;
  const add = (edit: number, from: number, to: number): void => {
    const last = waiting.at(-1);
    if (last?.edit === edit && last.to === from) last.to = to;
    else waiting.push({ edit, from, to });
  };
  const close = (line: string | null): void => {
    for (const { edit, from, to } of waiting) {
      const suggestion = byEdit.get(edit);
      if (suggestion && line !== null) places.push({ suggestion, line, from, to });
    }
    waiting = [];
    at = 0;
  };
  const pass = (token: Token, edit: number): void => {
    if (token.is === 'char') {
      if (edit >= 0) add(edit, at, at + token.text.length);
      at += token.text.length;
      return;
    }
    if (token.is === 'end') {
      if (edit >= 0) add(edit, at, at);
      close(token.line.id);
    } else close(null);
  };
  for (const step of edits.steps) {
    if (step.is === 'both') pass(step.now, step.edit);
    else if (step.now.length === 0) add(step.edit, at, at);
    else for (const token of step.now) pass(token, step.edit);
  }
  return { suggestions: all, places };
}
