/** The bar over the page: its buttons and menus. */
export const barWords = {
  label: 'Story tools',
  showLibrary: 'Show stories',
  hideLibrary: 'Hide stories',
  untitled: 'Untitled',
  export: 'Export',
  exportAs: {
    html: 'Web page with pictures (folder)',
    'html-single': 'Web page in one file',
    story: 'Copydesk story file',
  },
  exportHints: {
    html: 'index.html and a folder of photos, for a website',
    'html-single': 'one HTML file with its photos inside, to send',
    story: 'the whole story, for another Copydesk',
  },
  importArticle: 'Import an article…',
  importHint: 'Word, web page, text, Markdown or ninjs; its parts go to their fields',
  openPackage: 'Open a story file…',
  settings: 'Settings',
};
