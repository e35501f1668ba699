import type { CDPSession, ElectronApplication, Page } from 'playwright-core';
import { pieces, stepsOf, type Habit, type Method } from './engine.ts';

/** What a way of typing works with. */
export interface Hand {
  app: ElectronApplication;
  page: Page;
  devtools: CDPSession;
}

/** A way of typing Vietnamese: types the sentence where the caret is. */
export interface Way {
  name: string;
  type: (hand: Hand, sentence: string) => Promise<void>;
}

interface Key {
  key: string;
  /** The Windows virtual key code; 231 (VK_PACKET) is what comes with a character that no key has. */
  code: number;
  text?: string;
}

const BACKSPACE: Key = { key: 'Backspace', code: 8 };
const character = (text: string): Key => ({
  key: text,
  text,
  code: /^[a-z0-9 ]$/i.test(text) ? text.toUpperCase().charCodeAt(0) : 231,
});

/** Sends the key without waiting for the page; answers when the page has taken it. */
function press({ devtools }: Hand, { key, code, text }: Key): Promise<unknown> {
  const common = { key, windowsVirtualKeyCode: code, nativeVirtualKeyCode: code };
  const down = devtools.send('Input.dispatchKeyEvent', {
    ...common,
    type: text === undefined ? 'rawKeyDown' : 'keyDown',
    ...(text === undefined ? {} : { text, unmodifiedText: text }),
  });
  return Promise.all([down, devtools.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' })]);
}

async function keys(hand: Hand, text: string): Promise<void> {
  for (const letter of text) await press(hand, character(letter));
}

/** Types the words in one manner and what stands between them as plain keys. */
async function byWords(hand: Hand, sentence: string, word: (text: string) => Promise<void>): Promise<void> {
  for (const { text, isWord } of pieces(sentence)) await (isWord ? word(text) : keys(hand, text));
}

const composed = ({ devtools }: Hand, text: string): Promise<unknown> =>
  devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

/** As macOS, Windows and IBus do it: the word stands under composition until it is done. */
const composition = (method: Method, habit: Habit): Way => ({
  name: `composition, ${method}`,
  type: (hand, sentence) =>
    byWords(hand, sentence, async (word) => {
      for (const { shown } of stepsOf(word, method, habit)) await composed(hand, shown);
      await hand.devtools.send('Input.insertText', { text: word });
    }),
});

/** The spacing within a burst is what is tested here, and shorter than any timer: so the processor is kept busy. */
function wait(microseconds: number): void {
  const until = process.hrtime.bigint() + BigInt(microseconds * 1000);
  while (process.hrtime.bigint() < until);
}

/**
 * As Unikey, EVKey, OpenKey and Gõ Nhanh do it on Windows: a letter passes; a key that changes what is shown becomes
 * Backspaces that nobody pressed and the corrected end of the word, `gap` microseconds apart.
 */
const backspaces = (method: Method, habit: Habit, gap: number): Way => ({
  name: `Backspaces ${gap} µs apart, ${method}`,
  type: (hand, sentence) =>
    byWords(hand, sentence, async (word) => {
      let shown = '';
      for (const step of stepsOf(word, method, habit)) {
        const burst = burstBetween(shown, step.shown);
        const taken = burst.map((key, index) => {
          if (index > 0) wait(gap);
          return press(hand, key);
        });
        await Promise.all(taken);
        shown = step.shown;
      }
    }),
});

function burstBetween(before: string, after: string): Key[] {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  return [...Array<Key>(before.length - same).fill(BACKSPACE), ...[...after.slice(same)].map(character)];
}

/** As a spelling corrector does it: the word stands there without its signs and is replaced as a whole. */
const correction: Way = {
  name: 'autocorrection',
  type: (hand, sentence) =>
    byWords(hand, sentence, async (word) => {
      const plain = stepsOf(word, 'telex', 'late').find(({ shown }) => shown.length === word.length)?.shown ?? word;
      await keys(hand, plain);
      if (plain === word) return;
      for (let back = 0; back < plain.length; back++)
        await hand.devtools.send('Input.dispatchKeyEvent', {
          type: 'rawKeyDown',
          key: 'ArrowLeft',
          windowsVirtualKeyCode: 37,
          modifiers: 8,
        });
      await hand.app.evaluate(({ BrowserWindow }, text) => {
        BrowserWindow.getAllWindows()[0]!.webContents.replace(text);
      }, word);
    }),
};

/** As Windows' own Vietnamese layout does it: vowels have keys, and the tone is a combining character after its vowel. */
const combining: Way = {
  name: 'combining tones',
  type: (hand, sentence) =>
    keys(
      hand,
      sentence.normalize('NFD').replace(/[aeiouAEIOU][\u0306\u0302\u031b]/g, (letter) => letter.normalize('NFC')),
    ),
};

/** As a dead key does it: the sign waits under composition, then the letter comes with it. */
const deadKeys: Way = {
  name: 'dead keys',
  async type(hand, sentence) {
    for (const letter of sentence) {
      const sign = letter.normalize('NFD').slice(1);
      if (sign === '') {
        await press(hand, character(letter));
        continue;
      }
      await hand.devtools.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Dead',
        windowsVirtualKeyCode: 229,
      });
      await composed(hand, sign);
      await hand.devtools.send('Input.insertText', { text: letter });
    }
  },
};

/** Every way that needs no input method of the system. */
export const WAYS: readonly Way[] = [
  composition('telex', 'early'),
  composition('vni', 'late'),
  backspaces('telex', 'early', 200),
  backspaces('vni', 'late', 1000),
  backspaces('telex', 'late', 8000),
  correction,
  combining,
  deadKeys,
];
