const SHIPPED: readonly string[] = ['vi', 'en', 'en-GB', 'en-US'];

/**
 * The languages (BCP 47) that stories and their paragraphs may be in: Copydesk's own and those of dictionaries that were
 * dropped into the folder. A story that came in another keeps it and shows it.
 */
export function offeredLanguages(current: string, dropped: readonly string[]): readonly string[] {
  return [...new Set([...SHIPPED, ...dropped, ...(current === '' ? [] : [current])])];
}
