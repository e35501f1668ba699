import { takeTone, writeSyllable, type Tone, type TonePlacement } from '../../src/language/vietnamese/syllable.ts';

/** The two ways in which Vietnamese is keyed. */
export type Method = 'telex' | 'vni';
/** When a typist keys the signs: as soon as they can be, or all after the last letter ("vietej"). */
export type Habit = 'early' | 'late';

/** A key, and the word as an input method shows it after that key. */
export interface Step {
  key: string;
  shown: string;
}

/** A letter without its sign, and the key that puts the sign on. */
const LETTERS: Record<string, { base: string } & Record<Method, string>> = {
  ă: { base: 'a', telex: 'w', vni: '8' },
  â: { base: 'a', telex: 'a', vni: '6' },
  ê: { base: 'e', telex: 'e', vni: '6' },
  ô: { base: 'o', telex: 'o', vni: '6' },
  ơ: { base: 'o', telex: 'w', vni: '7' },
  ư: { base: 'u', telex: 'w', vni: '7' },
  đ: { base: 'd', telex: 'd', vni: '9' },
};
const TONE_KEYS: Record<Method, Record<Tone, string>> = {
  telex: { '': '', f: 'f', s: 's', r: 'r', x: 'x', j: 'j' },
  vni: { '': '', f: '2', s: '1', r: '3', x: '4', j: '5' },
};

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase();
const like = (letter: string, model: string): string => (isUpper(model) ? letter.toUpperCase() : letter);

/**
 * The keys for a word and what an input method shows after each: letters gain their signs, and the tone moves when later
 * letters make it (tòa, toàn). A word that is no Vietnamese syllable is typed as it stands, its method switched off.
 */
export function stepsOf(word: string, method: Method, habit: Habit): Step[] {
  const syllable = takeTone(word);
  const placement = syllable && (['old', 'new'] as const).find((way) => writeSyllable(syllable, way) === word);
  if (!syllable || !placement) return literally(word);
  const keyed: Step[] = [];
  const shown: string[] = [];
  let tone: Tone = '';
  const show = (key: string): void => {
    keyed.push({ key, shown: spell(shown.join(''), tone, placement) });
  };
  const later: (() => void)[] = [];
  const soonOr = (act: () => void): void => (habit === 'early' ? act() : void later.push(act));
  for (const [place, letter] of [...syllable.letters].entries()) {
    const sign = LETTERS[letter.toLowerCase()];
    shown.push(sign ? like(sign.base, letter) : letter);
    show(shown.at(-1)!);
    if (!sign) continue;
    soonOr(() => {
      shown[place] = letter;
      show(sign[method]);
    });
  }
  for (const act of later) act();
  if (syllable.tone !== '') {
    tone = syllable.tone;
    show(TONE_KEYS[method][tone]);
  }
  return habit === 'early' ? toneSooner(keyed, syllable.letters, syllable.tone, method, placement) : keyed;
}

/** A hasty typist keys the tone right after the vowels, so that the input method has to move it afterwards. */
function toneSooner(steps: Step[], letters: string, tone: Tone, method: Method, placement: TonePlacement): Step[] {
  const tail = /(?:ng|nh|ch|[cmnpt])$/i.exec(letters)?.[0].length ?? 0;
  if (tone === '' || tail === 0) return steps;
  const plain = steps.slice(0, -1);
  const before = plain.slice(0, -tail);
  const toned = (shown: string): string => spell(shown, tone, placement);
  const open = before.at(-1)?.shown ?? '';
  return [
    ...before,
    { key: TONE_KEYS[method][tone], shown: toned(open) },
    ...plain.slice(-tail).map(({ key, shown }) => ({ key, shown: toned(shown) })),
  ];
}

/** What is shown of letters that may not be a syllable yet. */
const spell = (letters: string, tone: Tone, placement: TonePlacement): string =>
  writeSyllable({ letters, tone }, placement) ?? letters;

function literally(word: string): Step[] {
  return [...word].map((key, place, letters) => ({ key, shown: letters.slice(0, place + 1).join('') }));
}

/** A sentence as words and what stands between them, in order. */
export function pieces(sentence: string): { text: string; isWord: boolean }[] {
  return [...sentence.matchAll(/[\p{L}\p{M}]+|[^\p{L}\p{M}]+/gu)].map(([text]) => ({
    text,
    isWord: /^[\p{L}\p{M}]/u.test(text),
  }));
}
