/** The panel of checks, its button in the status line, and its section in Settings. What a finding says is in src/check/words. */
export const checksWords = {
  title: 'Checks',
  close: 'Close the checks',
  /** What the status line's button does; the counts stand on it. */
  open: 'Show the checks (F7)',
  looking: 'Checking…',
  clean: 'Nothing to mend. The story can go.',
  ignore: 'Ignore in this story',
  ignored: { one: '{count} ignored in this story', other: '{count} ignored in this story' },
  recall: 'Show again',
  /** Before a headline within the panel: which place a finding is about. */
  places: {
    story: 'Story',
    block: 'Text',
    text: 'Text',
    photo: 'Photo',
  },
  settings: {
    title: 'Checks',
    hint: 'What is looked at before a story goes. An error stops a push, a warning asks, a note only says.',
    required: 'Fields that may not be empty',
    levels: 'How serious each finding is',
    level: { error: 'Error', warning: 'Warning', note: 'Note', off: 'Off' },
    usual: 'Back to the usual levels',
  },
};
