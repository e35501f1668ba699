import type { PERSON_COLOURS } from '../../../src/settings/schema.ts';

/** The colours that tell sites apart, by the names that tokens.css has for people; a site keeps its own value. */
export const SITE_COLOURS: Record<(typeof PERSON_COLOURS)[number], string> = {
  blue: '#1d5f9e',
  teal: '#0f6b6b',
  green: '#3b6b22',
  ochre: '#7a5500',
  orange: '#a0480c',
  red: '#ab2a2a',
  pink: '#a12a72',
  purple: '#6a45a8',
};
