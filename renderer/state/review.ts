import { fitting } from '../../src/base/text.ts';
import { now } from '../../src/base/dates.ts';
import { newId } from '../../src/base/ids.ts';
import { printedFieldsOf } from '../../src/merge/under-review.ts';
import {
  commentsOf,
  followed,
  inShort,
  linesCompared,
  placesOf,
  resolve,
  stateAfterEdit,
  suggested,
  suggestedDeeds,
  type Comment,
} from '../../src/review/index.ts';
import type { Deed, Review as Standing, ReviewState, Thread } from '../../src/story/review.ts';
import type { StoryChange } from '../../src/story/change.ts';
import type { Block, Story, StoryFields, UnderReview } from '../../src/story/schema.ts';
import { changeInto } from '../../src/versions/index.ts';
import { meOf } from '../review/me.ts';
import { asShown, type Shown } from '../review/shown.ts';
import type { Preferences } from './preferences.ts';
import type { Session } from './session.ts';
import { createStore, type Store } from './store.ts';
import { threadActs, type ThreadActs } from './threads.ts';

/** What must have rested so long before suggestions are computed anew, in milliseconds. */
const REST = 90;
/** So long after it who suggested what is written down; a suggestion grows with every word. */
const KEEP = 900;

/** So long one go of the first comparison takes, in milliseconds. */
const SLICE = 6;

/** The review of the open story: who says what of it, what is suggested, where it stands. */
export interface StoryReview extends ThreadActs {
  /** Whether what is written here is a suggestion. */
  readonly isSuggesting: Store<boolean>;
  /** What is suggested, fields first, then in reading order, with where it stands in the text. */
  readonly suggestions: Store<Shown>;
  readonly comments: Store<readonly Comment[]>;
  setSuggesting: (is: boolean) => void;
  decide: (ids: readonly string[], how: 'accept' | 'reject') => void;
  move: (state: ReviewState) => void;
  /** Whose turn it is, until when, and a word to the desk; absent members stay as they are, null takes one away. */
  assign: (to: { assignee?: string | null; deadline?: string | null; note?: string | null }) => void;
  /** Notes in the record that the story goes to review, or back, and who has it now. Answers what takes it back. */
  handOver: (as: 'sent' | 'returned') => () => void;
  /** Who sent the story for review first: its author, as far as the record tells. */
  sender: () => string | undefined;
  /** Who I am in stories. */
  me: () => string;
  /** Begins to follow what is written. Answers the function that ends it. */
  begin: () => () => void;
}

interface Parts {
  session: Session;
  preferences: Preferences;
  /** Puts the body of a decision into the editor, as one step that can be undone; hears of that. */
  replaceBody: (blocks: readonly Block[], undone: () => void, redone: () => void) => void;
}

const senderOf = ({ record = [] }: Pick<Story, 'record'>): string | undefined =>
  record.find(({ did }) => did === 'sent')?.by;

/** Whether what this person writes in the story is meant as a suggestion, when it is opened. */
function isReviewer(story: Story, me: string | undefined, name: string): boolean {
  const { state } = story.review;
  const by = senderOf(story);
  const isAuthor = by !== undefined ? by === me : name !== '' && story.byline.people.some((one) => one.name === name);
  const mine = Object.values(story.underReview?.makers ?? {}).some((maker) => maker.by === me);
  if (mine) return true;
  return (state === 'ready' || state === 'in-review') && !isAuthor && (by !== undefined || name !== '');
}

export function createReview({ session, preferences, replaceBody }: Parts): StoryReview {
  const { person } = preferences.settings.get();
  let story = session.current();
  const { isSuggesting } = session;
  isSuggesting.set(isReviewer(story, person.id, person.name));
  const suggestions = createStore<Shown>({ all: [], places: [] });
  const comments = createStore<readonly Comment[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOwn = false;
  /** The session's story as it was looked at last; `story` is the same with what is known of its suggestions. */
  let seen = story;
  let ahead: { of: Story['underReview']; is: UnderReview | null } | null = null;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  /** How long it took last, in milliseconds. */
  let took = 0;

  const me = (): string => meOf(preferences).id;
  /** Writes fields without taking them for something that the reporter wrote. */
  function write(fields: Partial<StoryFields>): void {
    if (timer !== undefined) catchUp(false);
    const kept = ahead ? { underReview: ahead.is, ...(isSuggesting.get() && withMe()) } : {};
    forget();
    isOwn = true;
    session.setFields({ ...kept, ...fields });
    isOwn = false;
    story = seen = session.current();
    show();
  }
  function forget(): void {
    clearTimeout(keeping);
    ahead = null;
  }
  /** The story as it is, with what is known of its suggestions and not written down yet. */
  function current(): Story {
    const now = session.current();
    if (ahead && now.underReview === ahead.of) return { ...now, underReview: ahead.is };
    if (ahead) forget();
    return now;
  }
  function withMe(): Pick<StoryFields, 'people'> {
    const { id, colleague } = meOf(preferences);
    return { people: { ...session.fields.get().people, [id]: colleague } };
  }
  function deed(did: Deed['did'], what: string, suggestions: readonly Deed[] = []): Pick<StoryFields, 'record'> {
    const line: Deed = { id: newId(12), at: now(), by: me(), did, what: fitting(what, 500) };
    return { record: [...(session.fields.get().record ?? []), ...suggestions, line] };
  }
  function show(): void {
    suggestions.set(asShown(suggestions.get(), placesOf(story)));
    const said = commentsOf(story);
    if (JSON.stringify(said) !== JSON.stringify(comments.get())) comments.set(said);
  }
  /** A long story is compared for the first time bit by bit, between the keys; then it is shown. */
  function showInBits(): () => void {
    const lines = story.underReview ? linesCompared(story.underReview.body, story.body) : [].values();
    let next: ReturnType<typeof setTimeout> | undefined;
    const go = (): void => {
      const until = performance.now() + SLICE;
      while (performance.now() < until) if (lines.next().done) return show();
      next = setTimeout(go);
    };
    go();
    return () => clearTimeout(next);
  }

  /** Brings the version under review, or the makers of suggestions, up to what was written. */
  function catchUp(isShown = true): void {
    clearTimeout(timer);
    timer = undefined;
    const begun = performance.now();
    if (session.current() === seen) return;
    const [before, after] = [story, current()];
    seen = session.current();
    story = after;
    if (after.underReview) {
      story = isSuggesting.get()
        ? suggested(before, after, { by: me(), at: now(), newId: () => newId(12) })
        : followed(before, after);
      if (story.underReview !== after.underReview) {
        ahead = { of: session.current().underReview, is: story.underReview ?? null };
        clearTimeout(keeping);
        keeping = setTimeout(keep, KEEP);
      }
    }
    if (isShown) show();
    took = performance.now() - begun;
  }
  function keep(): void {
    if (ahead) write({});
  }

  const heard = (change: StoryChange): void => {
    if (isOwn) return;
    const touched = Object.keys(change.blocks).length > 0 || change.order || hasPrinted(change.fields);
    const { reopensApproved } = preferences.settings.get();
    const state = touched ? stateAfterEdit(session.fields.get().review, reopensApproved) : null;
    if (state !== null) moveTo(state);
    clearTimeout(timer);
    // Where it takes long, it is done more seldom.
    timer = setTimeout(() => catchUp(), Math.max(REST, 4 * took));
  };

  function moveTo(state: ReviewState): void {
    const review: Standing = { ...session.fields.get().review, state, by: me(), at: now() };
    write({ review, ...withMe(), ...deed('state', state) });
  }

  /** A field's or a thread's change, with me among the people and a line in the record. */
  const say = (threads: Thread[], did: Deed['did'], what: string): void =>
    write({ threads, ...withMe(), ...deed(did, what) });

  /** Puts a decided story in the place of the open one. */
  function become(next: Story, how: 'accept' | 'reject', what: string): void {
    const before = session.current();
    const { fields = {} } = changeInto(before, next);
    const decided: Partial<StoryFields> = {
      ...fields,
      underReview: next.underReview ?? (isSuggesting.get() ? fresh(next) : null),
      ...withMe(),
      ...deed(how === 'accept' ? 'accepted' : 'rejected', what, suggestedDeeds(before)),
    };
    if (before.body !== next.body && JSON.stringify(before.body) !== JSON.stringify(next.body)) {
      const undone = Object.fromEntries(
        Object.keys(fields).map((name) => [name, before[name as keyof StoryFields]]),
      ) as Partial<StoryFields>;
      isOwn = true;
      replaceBody(
        next.body,
        () => takeBack({ ...undone, underReview: before.underReview ?? null }),
        () => takeBack({ ...fields, underReview: decided.underReview ?? null }),
      );
      session.flush();
      isOwn = false;
    }
    write(decided);
  }
  /** The decision's step was undone, or made again: the body is as it was already, and the rest goes with it. */
  function takeBack(fields: Partial<StoryFields>): void {
    queueMicrotask(() => {
      isOwn = true;
      session.flush();
      isOwn = false;
      write(fields);
    });
  }
  const fresh = (from: Story) => ({ fields: printedFieldsOf(from), body: from.body, makers: {} });

  return {
    isSuggesting,
    suggestions,
    comments,
    me,
    sender: () => senderOf(session.fields.get()),
    setSuggesting(is) {
      session.flush();
      catchUp();
      keep();
      isSuggesting.set(is);
      const { underReview } = session.fields.get();
      if (is && !underReview) write({ underReview: fresh(session.current()), ...withMe() });
      else if (!is && underReview && suggestions.get().all.length === 0) write({ underReview: null });
    },
    decide(ids, how) {
      session.flush();
      catchUp();
      keep();
      const wanted = new Set(ids);
      const what = suggestions
        .get()
        .all.filter(({ id }) => wanted.has(id))
        .map(inShort)
        .join('; ');
      const before = session.current();
      const next = resolve(before, wanted, how);
      if (next !== before) become(next, how, what);
    },
    ...threadActs({ session, me, write, say }),
    move: moveTo,
    handOver(as) {
      // Who suggested what is told with it.
      session.flush();
      const { review } = session.fields.get();
      const state =
        as === 'sent' && (review.state === 'draft' || review.state === 'changes-asked') ? 'ready' : review.state;
      const next = state === review.state ? review : { ...review, state, by: me(), at: now() };
      const { record = [] } = deed(as, state, suggestedDeeds(session.current()));
      write({ review: next, ...withMe(), record });
      const line = record.at(-1)?.id;
      return () => write({ review, record: (session.fields.get().record ?? []).filter(({ id }) => id !== line) });
    },
    assign(to) {
      const review: Record<string, unknown> = { ...session.fields.get().review };
      for (const [name, value] of Object.entries(to)) {
        if (value === null || value === '') delete review[name];
        else review[name] = value;
      }
      const assigned = to.assignee === undefined ? {} : deed('assigned', to.assignee ?? '');
      write({ review: review as unknown as Standing, ...withMe(), ...assigned });
    },
    begin() {
      const stopListening = session.onChange(heard);
      const stopFlushing = session.onFlush(() => {
        if (timer !== undefined) catchUp();
        keep();
      });
      story = seen = session.current();
      // A story that opens in suggest mode is under review from now on, before the first key.
      if (isSuggesting.get() && !story.underReview) write({ underReview: fresh(story) });
      const stopShowing = showInBits();
      return () => {
        stopShowing();
        if (timer !== undefined) catchUp();
        keep();
        stopListening();
        stopFlushing();
      };
    },
  };
}

/** Whether a change of fields changes what readers see. */
const hasPrinted = (fields: Partial<StoryFields> | undefined): boolean =>
  fields !== undefined && Object.keys(printedFieldsOf(fields as StoryFields)).length > 0;
