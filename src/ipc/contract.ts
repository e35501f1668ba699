import { z } from '../base/schema.ts';
import type { Result } from '../base/result.ts';
import { appCalls, noticeSchema } from './calls/app.ts';
import { exportCalls } from './calls/export.ts';
import { importCalls } from './calls/import.ts';
import { languageCalls } from './calls/language.ts';
import { mediaCalls } from './calls/media.ts';
import { mergeCalls, offerSchema } from './calls/merge.ts';
import { sharedDeskSchema } from './calls/desk.ts';
import { pushesSchema, sitesCalls } from './calls/sites.ts';
import { storyCalls, storySummarySchema } from './calls/stories.ts';
import { versionCalls } from './calls/versions.ts';

/** Everything that the window may ask of the host. Router, client and handlers' types derive from this one object. */
export const contract = {
  ...appCalls,
  ...storyCalls,
  ...mediaCalls,
  ...exportCalls,
  ...versionCalls,
  ...importCalls,
  ...mergeCalls,
  ...languageCalls,
  ...sitesCalls,
};

/** Everything that the host may tell the window unasked. */
export const events = {
  /** The list of stories is not what it was: these are new or changed (those in the bin too); null where it must be asked for. */
  'stories.changed': z.array(storySummarySchema).nullable(),
  /** The window is about to close: send what is unsaved, then call `app.ready-to-leave`. */
  'app.leaving': z.null(),
  /** Something to tell the person that no call of theirs asked for, as about a file that was double-clicked. */
  'app.notice': noticeSchema,
  /** Copies of stories that are here came by a double click or among other files; each waits for `merge.act`. */
  'merge.offered': z.array(offerSchema),
  /** The shared desk is not what it was. */
  'desk.changed': sharedDeskSchema,
  /** How the pushes stand that are under way, wait, or were done since the program started. */
  'push.changed': pushesSchema,
  /** How far the export is that this window asked for, in percent. */
  'export.progress': z.int().min(0).max(100),
  /** A menu item was chosen. */
  'menu.chosen': z.enum([
    'new-story',
    'open-package',
    'save-version',
    'save-copy',
    'insert-photo',
    'export',
    'push',
    'outbox',
    'pull',
    'import',
    'undo',
    'redo',
    'find',
    'replace',
    'proof',
    'toggle-library',
    'search-library',
    'checks',
    'preview',
    'versions',
    'comment',
    'suggest',
    'next-mark',
    'previous-mark',
    'accept-selected',
    'reject-selected',
    'review',
    'settings',
    'about',
    'theme',
  ]),
};

export type CallName = keyof typeof contract;
export type EventName = keyof typeof events;
export type CallInput<N extends CallName> = z.infer<(typeof contract)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof contract)[N]['output']>;
export type EventData<N extends EventName> = z.infer<(typeof events)[N]>;

/** One function for every call: the compiler asks for the missing ones. */
export type Handlers = { [N in CallName]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>> };

/** What the preload puts into the window, and all of it. */
export interface Bridge {
  call: (name: string, input: unknown) => Promise<unknown>;
  /** Answers the function that stops the listening. */
  listen: (name: string, heard: (data: unknown) => void) => () => void;
}
