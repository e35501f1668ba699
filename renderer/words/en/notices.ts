/** Messages over the page that ask for nothing, and the one question asked before closing. */
export const noticeWords = {
  label: 'Messages',
  dismiss: 'Dismiss',
  more: '{count} more',
  exported: 'Exported to {path}',
  imported: { one: '{count} story came in.', other: '{count} stories came in.' },
  stillUnsaved: 'This story has changes that are not on the disk yet. It stays open until they are.',
  exportUnsaved: 'Not exported: the story’s last changes are not on the disk yet.',
  leaving: {
    title: 'The last changes are not saved',
    text: 'They are only in this window’s memory: {why}. If you close now, they are lost.',
    stay: 'Keep open and go on trying',
    copy: 'Copy the story’s text',
    leave: 'Close without them',
  },
};
