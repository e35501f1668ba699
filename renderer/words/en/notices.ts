/** Messages over the page that ask for nothing, and the one question asked before closing. */
export const noticeWords = {
  label: 'Messages',
  undo: 'Undo',
  dismiss: 'Dismiss',
  dismissAll: 'Dismiss all',
  /** The window's own messages, by code; the host's are in failures. */
  said: {
    'window.exported': 'Exported to {path}',
    'window.copied-html': 'Copied as formatted text',
    'window.copied-source': 'Copied as HTML',
    'window.copied-markdown': 'Copied as Markdown',
    'window.copied-text': 'Copied as plain text',
    'window.no-preview': 'The system opened no second window. The preview beside the text is still there (F8).',
    'window.not-copied': 'Not copied: the system refuses the clipboard. Click once in the window, then try again.',
    'window.merged': 'Merged with “{file}”. Both copies are kept as versions.',
    'window.merge-unsaved':
      'Not merged yet: the story’s last changes are not on the disk. Open the copy again when they are saved.',
    'window.merge-failed': 'The merge broke off; nothing was changed. You can keep the copy as a separate story.',
    'window.too-long-to-arrange':
      'The text has more than {limit} paragraphs, too many to arrange line by line. Cut out the article first.',
    'window.language-taken': 'Taken in from “{file}”: {count}',
    'window.language-given': 'Written to “{file}”: {count}',
    'window.desk-new': 'New on the desk: “{headline}”',
    'window.desk-new-from': 'New on the desk: “{headline}” from {by}',
    'window.desk-gone':
      'The desk’s folder “{folder}” cannot be reached. It is asked again by itself; your stories are here.',
    'window.on-desk': 'On the desk as {path}',
    'window.mail-draft': 'The mail draft with the story was opened. If none came up, attach the file yourself.',
    'window.mail-by-hand': 'Attach this file to the mail: {path}',
    'window.imported': 'Stories taken in: {count}',
    'window.binned': 'Put in the bin: {count}',
    'window.restored': 'Taken out of the bin: {count}',
    'window.deleted': 'Deleted for good: {count}',
    'window.exported-many': 'Stories exported to {path}: {count}',
    'window.still-unsaved': 'This story has changes that are not on the disk yet. It stays open until they are.',
    'window.version-unsaved':
      'No version yet: the story’s last changes are not on the disk. Try again when they are saved.',
    'window.pushed': '“{headline}” is on {site} now.',
    'window.push-waits': '“{headline}” waits to go to {site}. It goes by itself as soon as it can.',
    'window.push-asks': '“{headline}” needs you before it goes to {site}.',
    'window.pulled-without': 'The post came in as a story. Photos that the site did not give: {count}.',
    'window.corrected': 'The notice stands as the story’s last paragraph.',
    'window.copied': 'A copy was saved as {path}',
    'window.copied-without':
      'A copy was saved as {path}. Pictures that could not be read, and are not in it: {count}. Their captions and credits are.',
    'window.export-unsaved': 'Not exported: the story’s last changes are not on the disk yet.',
  } as Record<string, string>,
  progress: {
    'photos-in': 'Taking in photos: {done} of {total}',
    'photos-out': 'Making photos ready: {done} of {total}',
  },
  stop: 'Stop',
  leaving: {
    title: 'The last changes are not saved',
    text: 'They are only in this window’s memory: {why}. If you close now, they are lost.',
    stay: 'Keep open and go on trying',
    copy: 'Copy the story’s text',
    leave: 'Close without them',
  },
};
