/** The line under the page: where the text is safe, how long it is, which language it is in. */
export const statusWords = {
  label: 'Save status',
  saved: 'Saved on this computer {time}',
  saving: 'Saving…',
  /** `why` is one of the failures' short reasons, or `reasons.other`. */
  notSaved: {
    one: 'Not saved: {why} ({count} change kept in memory, retrying)…',
    other: 'Not saved: {why} ({count} changes kept in memory, retrying)…',
  },
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
  savedAgain: 'Everything is saved again.',
  words: { one: '{count} word', other: '{count} words' },
  storyLanguage: 'Language of the story',
};
