/** The list of stories. */
export const libraryWords = {
  label: 'Library',
  list: 'Stories',
  newStory: 'New story',
  untitled: 'Untitled',
  words: { one: '{count} word', other: '{count} words' },
  yesterday: 'Yesterday',
  empty: 'No stories yet',
  welcome: 'Nothing is open',
  welcomeHint: 'Choose a story from the list, or begin a new one.',
};
