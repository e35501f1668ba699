import { barWords } from './bar.ts';
import { brokenWords } from './broken.ts';
import { checksWords } from './checks.ts';
import { editorWords } from './editor.ts';
import { exportWords } from './export.ts';
import { failureWords } from './failures.ts';
import { fieldWords } from './fields.ts';
import { intakeWords } from './intake.ts';
import { findWords } from './find.ts';
import { libraryWords } from './library.ts';
import { mergeWords } from './merge.ts';
import { noticeWords } from './notices.ts';
import { proofWords } from './proof.ts';
import { reviewWords } from './review.ts';
import { pushWords } from './push.ts';
import { settingsWords } from './settings.ts';
import { previewWords } from './preview.ts';
import { statusWords } from './status.ts';
import { versionWords } from './versions.ts';

/** Everything the window says, in English; the shape that every other language follows. */
export const en = {
  bar: barWords,
  broken: brokenWords,
  checks: checksWords,
  editor: editorWords,
  export: exportWords,
  failures: failureWords,
  fields: fieldWords,
  intake: intakeWords,
  find: findWords,
  library: libraryWords,
  merge: mergeWords,
  notices: noticeWords,
  proof: proofWords,
  review: reviewWords,
  push: pushWords,
  settings: settingsWords,
  preview: previewWords,
  status: statusWords,
  versions: versionWords,
};

export type Words = typeof en;
