import { canonicalJson } from '../base/json.ts';
import { withOwnIds } from '../merge/own-ids.ts';
import { printedFieldsOf } from '../merge/under-review.ts';
import { blocksFrom, rowsFrom, type Token } from '../merge/stream.ts';
import { newBlockId } from '../base/ids.ts';
import type { RunMark, SuggestedMark } from '../story/review.ts';
import type { Block, Run, Story, StoryFields } from '../story/schema.ts';
import { bare } from './bare.ts';
import { withText } from './box.ts';
import type { Edits, Step } from './difference.ts';
import { reviewedFlat, type Made } from './suggestion.ts';

const hasComments = (body: readonly Block[]): boolean => JSON.stringify(body).includes('"comments":[');

/** A story without any trace of review but its state. */
function unreviewed(story: Story): Story {
  const { people: _, threads: __, record: ___, underReview: ____, ...rest } = story;
  return hasComments(rest.body) ? { ...rest, body: bare(rest.body) } : rest;
}

const printed = Object.keys as (fields: object) => (keyof StoryFields)[];

function original(story: Story): Story {
  const { underReview } = story;
  if (!underReview) return unreviewed(story);
  const left: Story = { ...story };
  for (const name of printed(printedFieldsOf(story)))
    if (!(name in underReview.fields)) delete (left as Partial<Story>)[name];
  return unreviewed({ ...left, ...underReview.fields, body: underReview.body });
}

const markOf = ({ id, by, at }: Made): RunMark => ({ id, by, at });

/** A suggestion by the number of its edit. */
type MadeBy = (edit: number) => Made | undefined;

const restyled = (token: Extract<Token, { is: 'char' }>, add: Partial<Run>): Token => {
  const of = { ...token.style.of, ...add };
  return { is: 'char', text: token.text, style: { key: canonicalJson(of), of } };
};
const note = (token: Token, suggested: SuggestedMark): Token => {
  if (token.is === 'end') return { is: 'end', line: { ...token.line, suggested } };
  if (token.is === 'box') return { ...token, block: { ...token.block, suggested } };
  return token;
};
const parted = (tokens: readonly Token[], is: 'inserted' | 'deleted', made: Made): Token[] =>
  tokens.map((token) => {
    if (token.is === 'char') return restyled(token, { [is]: markOf(made) });
    return note(token, { ...markOf(made), is, ...(made.is === 'moved' && { moved: true }) });
  });
const was = (old: object, now: object): Record<string, unknown> => {
  const [a, b] = [old as Record<string, unknown>, now as Record<string, unknown>];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  names.delete('id');
  const differing = [...names].filter(
    (name) => canonicalJson(bare(a[name] ?? null)) !== canonicalJson(bare(b[name] ?? null)),
  );
  return Object.fromEntries(differing.map((name) => [name, a[name] ?? null]));
};

/** The tokens of a step with marks for what is suggested there. */
function markedTokens(step: Step, madeBy: MadeBy): Token[] {
  if (step.is === 'parted') {
    const made = madeBy(step.edit);
    return made ? [...parted(step.old, 'deleted', made), ...parted(step.now, 'inserted', made)] : [...step.now];
  }
  const { old, now, edit, box } = step;
  const made = madeBy(edit);
  if (now.is === 'char' && old.is === 'char' && made) {
    const { marks, href } = old.style.of;
    const looked = { ...(marks && { marks }), ...(href !== undefined && { href }) };
    return [restyled(now, { changed: { ...markOf(made), was: looked } })];
  }
  if (now.is === 'end' && old.is === 'end' && made)
    return [note(now, { ...markOf(made), is: 'changed', was: was(old.line, now.line) })];
  if (now.is !== 'box' || old.is !== 'box' || !box) return [now];
  let { block } = now;
  for (const { path, edits, first } of box.inner)
    block = withText(
      block,
      path,
      markedBody(edits, (one) => madeBy(first + one)),
    );
  // Words say of themselves what becomes of them; the box says it of all else.
  const [part] = [...box.parts.values()].flatMap((one) => madeBy(one) ?? []);
  const token: Token = { ...now, block };
  return [part ? note(token, { ...markOf(part), is: 'changed', was: was(old.block, now.block) }) : token];
}

function markedBody({ steps, lists }: Edits, madeBy: MadeBy): Block[] {
  const tokens = steps.flatMap((step): Token[] => {
    if (step.is !== 'row') return markedTokens(step, madeBy);
    const { now, chunk, first } = step;
    if (chunk.count === 0) return 'block' in now ? [{ is: 'box', ...now }] : [{ is: 'still', ...now }];
    return chunk.steps.flatMap((one) => markedTokens(one, (edit) => (edit < 0 ? undefined : madeBy(first + edit))));
  });
  return withOwnIds(blocksFrom(rowsFrom(tokens, newBlockId), new Map([...lists.old, ...lists.now])));
}

function marked(story: Story): Story {
  const { underReview } = story;
  if (!underReview) return story;
  const { edits, all } = reviewedFlat(story, underReview);
  const byEdit = new Map(all.flatMap((made) => (made.edit === null ? [] : [[made.edit, made] as const])));
  return { ...story, body: markedBody(edits, (edit) => byEdit.get(edit)) };
}

/**
 * A story as one reads it in review.
 *
 * - `original`: what counts until somebody decides: no suggestion is in it, and no comment. All that leaves the house is made of it.
 * - `final`: with every suggestion made, without a comment.
 * - `marks`: one text with both: what would come, go and change is marked on its runs and blocks (src/story/review.ts), comments are
 *   on their words. Fields stand as suggested; `openSuggestions` tells what they were. Never stored.
 */
export function storyAs(story: Story, view: 'final' | 'original' | 'marks'): Story {
  switch (view) {
    case 'original':
      return original(story);
    case 'final':
      return unreviewed(story);
    case 'marks':
      return marked(story);
  }
}
