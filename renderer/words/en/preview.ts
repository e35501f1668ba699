/** The story as its readers will see it, and what is put on the clipboard. */
export const previewWords = {
  title: 'Preview',
  open: 'Preview (F8)',
  close: 'Close the preview',
  wide: 'Fill the window',
  out: 'In a window of its own',
  page: 'The story as readers will see it',
  device: 'Width',
  devices: { phone: 'Phone', tablet: 'Tablet', desktop: 'Desktop', print: 'Print' },
  theme: 'Light or dark',
  themes: { light: 'Light', dark: 'Dark' },
  copy: 'Copy as',
  copyKinds: { html: 'Formatted text', source: 'HTML source', markdown: 'Markdown', text: 'Plain text' },
  copyHints: {
    html: 'to paste into Word, mail or a CMS',
    source: 'to paste where markup is wanted',
    markdown: 'for a wiki or a static site',
    text: 'words alone',
  },
};
