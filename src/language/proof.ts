import type { TonePlacement } from './vietnamese/syllable.ts';
import { placeTone } from './vietnamese/syllable.ts';
import { matchStyle, type ReadyRule, type TryRule } from './style/match.ts';
import type { STYLE_CATEGORIES } from './style/rule.ts';
import type { Speller } from './spelling/speller.ts';
import { wordsToCheck } from './spelling/words.ts';

/** Something to be looked at in a text: from `start` to `end`, in UTF-16 units. */
export interface Remark {
  kind: 'spelling' | 'style';
  start: number;
  end: number;
  /** What stands there. */
  found: string;
  /** Of a style remark: the rule's id, what it is about and why; of a spelling remark the rule is ''. */
  rule: string;
  category: (typeof STYLE_CATEGORIES)[number] | 'spelling' | 'tones';
  message: string;
  /** What to write instead, where there is one answer. */
  replacement: string | null;
}

export interface Proofing {
  speller: Speller | null;
  rules: readonly ReadyRule[];
  tonePlacement: TonePlacement | 'any';
  tryRule?: TryRule;
}

/** Everything that spelling, house style and tone placement have to say about a text, in order. */
export function proofText(
  text: string,
  language: string,
  { speller, rules, tonePlacement, tryRule }: Proofing,
): Remark[] {
  const words = wordsToCheck(text);
  const spelling = speller
    ? words
        .filter(({ word }) => !speller.knows(word, language))
        .map(({ word, start, end }): Remark => {
          return {
            kind: 'spelling',
            start,
            end,
            found: word,
            rule: '',
            category: 'spelling',
            message: '',
            replacement: null,
          };
        })
    : [];
  const isVietnamese = language.toLowerCase().startsWith('vi');
  const tones =
    tonePlacement === 'any' || !isVietnamese
      ? []
      : words.flatMap(({ word, start, end }): Remark[] => {
          const replacement = placeTone(word, tonePlacement);
          return replacement === word
            ? []
            : [{ kind: 'style', start, end, found: word, rule: 'tones', category: 'tones', message: '', replacement }];
        });
  const style = matchStyle(text, language, rules, tryRule).map((match): Remark => ({
    kind: 'style',
    found: text.slice(match.start, match.end),
    ...match,
  }));
  return [...spelling, ...tones, ...style].sort((a, b) => a.start - b.start);
}

/** Words in capitals of bylines and captions: names that the story may use without more ado. */
export function namesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    wordsToCheck(text)
      .map(({ word }) => word)
      .filter((word) => /^\p{Lu}/u.test(word)),
  );
}
