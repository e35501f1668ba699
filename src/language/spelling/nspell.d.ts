/** nspell 2.1.5 has no types of its own. */
declare module 'nspell' {
  interface NSpell {
    correct: (word: string) => boolean;
  }
  // eslint-disable-next-line no-restricted-syntax -- the package's own way
  export default function nspell(dictionary: { aff: string; dic: string }): NSpell;
}
