/** `npm run test:hard` runs the long form; `COPYDESK_HARD=short` the short one, as every run of `.ci/run` does. */
const isShort = process.env['COPYDESK_HARD'] === 'short';

/** How many of something a form of the suite tries. */
export const many = (long: number, short: number): number => (isShort ? short : long);
