/** A sentence for each failure code: what is wrong, with which file, and what to do. */
export const failureWords: Record<string, string> = {
  other: 'Something went wrong ({code}). Your text is kept; try again.',
};
