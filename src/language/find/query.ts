import { fail, ok, type Result } from '../../base/result.ts';
import { stripAccents } from '../../base/text.ts';

/** How it is looked for. */
export interface QueryOptions {
  /** Whether "Sông" and "sông" differ. */
  matchCase: boolean;
  /** Only whole words: "an" is not found in "ban". */
  wholeWord: boolean;
  /** `text` is a regular expression of ECMAScript (flags g, m, s, u). */
  isPattern: boolean;
  /** Whether accents, tone marks and đ count. Where they do not, "hoa binh" finds "Hòa Bình" and "Hoà Bình". */
  matchAccents: boolean;
}

/** What is looked for. */
export interface Query extends QueryOptions {
  text: string;
}

const WORD = String.raw`[\p{L}\p{M}\p{N}_]`;

/**
 * The query as a regular expression for texts in NFC (stripped of accents where these do not count).
 * Fails with `find.bad-pattern`, which names the `reason` that the engine gives.
 */
export function compileQuery(query: Query): Result<RegExp> {
  const written = query.text.normalize('NFC');
  // Only letters lose their accents: the pattern's own signs (\D, \S) have none.
  const text = query.matchAccents ? written : stripAccents(written);
  const source = query.isPattern ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const whole = query.wholeWord ? `(?<!${WORD})(?:${source})(?!${WORD})` : source;
  try {
    return ok(new RegExp(whole, `dgmu${query.matchCase ? '' : 'i'}`));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // "Invalid regular expression: /…/u: Unterminated group": the last part says what is wrong.
    const reason = said.slice(said.lastIndexOf(': ') + 2);
    return fail('find.bad-pattern', said, { reason });
  }
}
