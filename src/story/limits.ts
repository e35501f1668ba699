/** Limits of a newspaper page, in graphemes (what a reader counts as characters). Nothing is ever cut; the checks ask. */
export const FIELD_LIMITS = { kicker: 60, headline: 120, standfirst: 300 } as const;

/** A caption longer than this is a paragraph, in graphemes. */
export const CAPTION_LIMIT = 600;
