/** When the window could not be drawn. */
export const brokenWords = {
  title: 'Copydesk could not show this',
  text: 'Your text is saved as you type it and is still there. Draw the window again; if this comes back, report: {detail}',
  again: 'Draw the window again',
};
