/** The settings, section by section. */
export const settingsWords = {
  title: 'Settings',
  sections: 'Sections of the settings',
  close: 'Close',
  you: {
    title: 'You',
    name: 'Name',
    nameHint: 'Shown beside your versions, comments and suggestions.',
    initials: 'Initials',
    colour: 'Colour',
    colourHint: 'Sets your changes apart from others’; the name is always there too.',
    colours: {
      blue: 'Blue',
      teal: 'Teal',
      green: 'Green',
      ochre: 'Ochre',
      orange: 'Orange',
      red: 'Red',
      pink: 'Pink',
      purple: 'Purple',
    },
  },
  look: {
    title: 'Language and look',
    language: 'Language of the window',
    languageHint: 'The language of a story is its own, and is chosen in the line under the page.',
    languages: { system: 'Like the computer', en: 'English', vi: 'Tiếng Việt' },
    theme: 'Appearance',
    themes: { system: 'Like the computer', light: 'Light', dark: 'Dark' },
  },
};
