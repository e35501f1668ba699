/** The line under the page: where the text is safe, how long it is, which language it is in. */
export const statusWords = {
  label: 'Save status',
  saved: 'Saved on this computer {time}',
  saving: 'Saving…',
  /** `why` is one of the failures' short reasons, or `reasons.other`. */
  notSaved: {
    one: 'Not saved: {why} ({count} change kept in memory, retrying; {copy})',
    other: 'Not saved: {why} ({count} changes kept in memory, retrying; {copy})',
  },
  /** Stands in `notSaved` as `copy`, and is a button. */
  saveCopy: 'Save a copy elsewhere…',
  reasons: {
    'drafts.disk-full': 'the disk is full',
    'drafts.read-only': 'the drafts folder cannot be written to',
    'drafts.write-failed': 'the disk refused the change',
    'drafts.missing': 'the story is no longer in the drafts folder',
    'drafts.out-of-step': 'the story was changed elsewhere',
    'ipc.no-answer': 'this computer is slow to answer',
    'ipc.unreachable': 'Copydesk’s storage does not answer',
    other: 'the change could not be written',
  } as Record<string, string>,
  retryNow: 'Try now',
  kept: 'Version kept {time}',
  keptNamed: 'Version “{label}” kept {time}',
  keptAlready: 'Nothing has changed since the version of {time}',
  restored: 'The older version is back. What stood here before is a version too.',
  savedAgain: 'Everything is saved again.',
  words: { one: '{count} word', other: '{count} words' },
  storyLanguage: 'Language of the story',
};
