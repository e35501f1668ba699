const OFFERED: readonly string[] = ['vi', 'en', 'en-GB', 'en-US'];

/** The languages (BCP 47) that stories and their paragraphs may be in; one that came in another keeps it and shows it. */
export const offeredLanguages = (current: string): readonly string[] =>
  current === '' || OFFERED.includes(current) ? OFFERED : [...OFFERED, current];
