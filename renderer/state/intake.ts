import { countWords } from '../../src/base/text.ts';
import type { Imported } from '../../src/import/imported.ts';
import { emptyReceipt, type Receipt } from '../../src/import/receipt.ts';
import type { Arrangement } from '../../src/import/recognise/index.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { Block, MediaFile, StoryFields } from '../../src/story/schema.ts';
import { blockText } from '../../src/story/walk.ts';
import type { Arrival } from './desk.ts';
import { isEmptyStory, isFilled } from './fields.ts';
import type { Notices } from './notices.ts';
import type { Session } from './session.ts';
import { createStore, type Store } from './store.ts';

/** What came into the story from outside, for as long as the reporter may think twice about it. */
export interface Came {
  how: 'pasted' | 'imported' | 'arranged';
  /** The file's name; empty for what was pasted. */
  name: string;
  receipt: Receipt;
  /** The title that the document gives itself. */
  title: string;
  /** Whether it looks like a finished article that waits to be arranged. */
  isOffered: boolean;
  /** As it came, without an arrangement; null where there is nothing to go back to but an undo. */
  raw: { blocks: readonly Block[] } | { text: string } | null;
  /** The story's fields when it had come: with others, undoing would take along what was written since. */
  fields: StoryFields;
  /** The body was changed since. */
  isBodyTouched: boolean;
  /** The story's language before it became that of what came. */
  languageBefore?: string;
}

export interface IntakeState {
  came: Came | null;
  /** The lines of the body, while they are being arranged. */
  arranging: Arrangement | null;
}

/** What the intake needs of the editor. */
export interface BodyEditor {
  focus: () => void;
  flush: () => void;
  undo: () => void;
  pasteText: (text: string) => void;
  replaceBody: (
    blocks: readonly Block[],
    media: Readonly<Record<string, MediaFile>>,
    replaced: { onUndone: () => void; onRedone: () => void },
  ) => void;
}

/** Follows what is pasted and imported into an open story, and arranges it into fields where the reporter asks for it. */
export interface Intake {
  readonly state: Store<IntakeState>;
  /** Something is about to be pasted; what comes back hears what it was, once it is there. */
  arriving: () => (arrived: { imported: Imported; text: string }) => Promise<void>;
  /** A file was read for this story. */
  take: (article: Arrival['read']) => Promise<void>;
  /** The body was changed by someone. */
  touched: () => void;
  openArranging: () => Promise<void>;
  arrange: (arrangement: Arrangement | null) => void;
  accept: () => Promise<void>;
  undo: () => void;
  keepRaw: () => void;
  dismiss: () => void;
}

interface IntakeParts {
  session: Session;
  editor: () => BodyEditor | null;
  host: Client;
  notices: Notices;
}

/** What recognises an article's parts, read when something comes in. */
const recognising = () => import('../../src/import/article.ts');

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const namesOf = (fields: Partial<StoryFields>): (keyof StoryFields)[] => Object.keys(fields) as (keyof StoryFields)[];

function pick(from: StoryFields, names: readonly (keyof StoryFields)[]): Partial<StoryFields> {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}

/** More lines are too many for anybody to go through one by one. */
const MOST_LINES = 1000;

const isMoreThanASentence = (blocks: readonly Block[]): boolean =>
  blocks.length > 1 || countWords(blocks.map(blockText).join('\n').slice(0, 1000)) > 30;

export function createIntake({ session, editor, host, notices }: IntakeParts): Intake {
  const state = createStore<IntakeState>({ came: null, arranging: null });
  /** What the intake itself does to the body is no change of mind. */
  let isOwnChange = false;

  const show = (came: Came | null): void => state.set({ ...state.get(), came });
  const own = (work: () => void): void => {
    isOwnChange = true;
    work();
    editor()?.flush();
    isOwnChange = false;
  };
  const current = (): ReturnType<Session['current']> => {
    editor()?.flush();
    return session.current();
  };

  async function keepVersion(kind: 'before-import' | 'after-import'): Promise<void> {
    if (!(await session.settled())) return;
    const made = await host.call('versions.act', { act: 'make', id: session.opened.id, kind });
    if (!made.ok) notices.tell('failure', made.failure);
  }

  /** Fields and body as one step. Undoing it gives back the fields that nobody has written in since. */
  function put(next: Partial<StoryFields>, body: readonly Block[], media: Readonly<Record<string, MediaFile>>): void {
    const was = pick(current(), namesOf(next));
    const change = (from: Partial<StoryFields>, to: Partial<StoryFields>): void => {
      const now = session.fields.get();
      session.setFields(
        pick(
          { ...now, ...to },
          namesOf(to).filter((name) => same(now[name], from[name])),
        ),
      );
    };
    own(() => {
      session.setFields(next);
      editor()?.replaceBody(body, media, { onUndone: () => change(next, was), onRedone: () => change(was, next) });
    });
  }

  const came = (what: Omit<Came, 'fields' | 'isBodyTouched'>): Came => ({
    ...what,
    fields: session.fields.get(),
    isBodyTouched: false,
  });

  return {
    state,
    arriving() {
      const isEmpty = isEmptyStory(current());
      return async ({ imported, text }) => {
        own(() => undefined);
        if (!isMoreThanASentence(imported.blocks)) return;
        const { receipt, title } = imported;
        const { language: languageBefore } = session.fields.get();
        let isOffered = false;
        // Only a story in which nothing is written yet is in the language of what comes into it, and may be arranged from it.
        if (isEmpty) {
          const { looksFinished, propose } = await recognising();
          const proposed = propose(imported, languageBefore);
          isOffered = imported.blocks.length <= MOST_LINES && looksFinished(proposed);
          if (proposed.language !== languageBefore) session.setFields({ language: proposed.language });
        }
        const raw = text === '' ? null : { text };
        show(came({ how: 'pasted', name: '', receipt, title, isOffered, raw, languageBefore }));
      };
    },
    async take({ name, media, ...read }) {
      const { compose, propose } = await recognising();
      const story = current();
      const article = compose(read, propose(read, story.language));
      const isNew = isEmptyStory(story);
      if (!isNew) await keepVersion('before-import');
      put(article.fields, article.body, media);
      const { receipt } = article;
      const raw = { blocks: read.blocks };
      show(came({ how: 'imported', name, receipt, title: read.title, isOffered: false, raw }));
      await keepVersion('after-import');
    },
    touched() {
      const { came: shown } = state.get();
      if (!isOwnChange && shown && !shown.isBodyTouched) show({ ...shown, isBodyTouched: true });
    },
    async openArranging() {
      const { propose } = await recognising();
      const story = current();
      const { body, headline, language } = story;
      if (body.length > MOST_LINES) {
        notices.tell('warning', { code: 'window.too-long-to-arrange', about: { limit: MOST_LINES } });
        return;
      }
      const title = state.get().came?.title ?? '';
      const arrangement = propose({ blocks: body, title, fields: headline === '' ? {} : { headline } }, language);
      // What the reporter has filled in stays theirs: a line that could go there is only proposed.
      const lines = arrangement.lines.map((line) =>
        isFilled(story, line.part) ? { ...line, part: 'body' as const } : line,
      );
      state.set({ ...state.get(), arranging: { ...arrangement, lines } });
    },
    arrange: (arranging) => state.set({ ...state.get(), arranging }),
    async accept() {
      const { compose } = await recognising();
      const { arranging, came: before } = state.get();
      if (!arranging) return;
      const { fields, body, receipt } = compose({ receipt: before?.receipt ?? emptyReceipt() }, arranging);
      state.set({ ...state.get(), arranging: null });
      await keepVersion('before-import');
      put(fields, body, {});
      show(came({ how: 'arranged', name: '', receipt, title: '', isOffered: false, raw: null }));
      editor()?.focus();
      await keepVersion('after-import');
    },
    undo() {
      const before = state.get().came?.languageBefore;
      own(() => editor()?.undo());
      if (before !== undefined) session.setFields({ language: before });
      show(null);
      editor()?.focus();
    },
    keepRaw() {
      const raw = state.get().came?.raw;
      if (!raw) return;
      own(() => editor()?.undo());
      if ('blocks' in raw) put({}, raw.blocks, {});
      else own(() => editor()?.pasteText(raw.text));
      show(null);
      editor()?.focus();
    },
    dismiss: () => show(null),
  };
}
