import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeTone } from '../../src/language/vietnamese/syllable.ts';
import { launchCopydesk } from '../desktop/launch.ts';
import { SENTENCES } from './corpus.ts';
import { deal } from './deal.ts';
import { pieces, stepsOf, type Method } from './engine.ts';
import { arrived, startInputMethod, type InputMethod } from './input-method.ts';
import { SPOTS } from './spots.ts';
import { printTable, type Line } from './table.ts';

let page: Page;
let inputMethod: InputMethod | undefined;
const lines: Line[] = [];

/** Unikey sets tones in the old way here, and foreign words are typed with Unikey switched off; both are typed by the other ways. */
const isForUnikey = (sentence: string): boolean =>
  pieces(sentence).every(
    ({ text, isWord }) =>
      !isWord ||
      (placeTone(text, 'old') === text && stepsOf(text, 'telex', 'late').at(-1)?.shown === text && isVietnamese(text)),
  );
const letters = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
/** A Vietnamese syllable, its accents aside: first consonants, one of the language's vowel groups, a last consonant. */
const SYLLABLE =
  /^(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?(?:uye|uya|uyu|uoi|uou|ieu|yeu|oai|oao|oay|oeo|uay|ia|ie|iu|ye|ai|ao|au|ay|eo|eu|oa|oe|oi|ua|ue|ui|uo|uu|uy|[aeiouy])(?:ch|ng|nh|[cmnpt])?$/;
/** Behind a single h Unikey makes ươ of u, o and the horn's key, in Telex and VNI alike; behind "th" it leaves uơ. */
const UNIKEY_WRITES_OTHERWISE = /^huơ$/i;
const isVietnamese = (word: string): boolean => SYLLABLE.test(letters(word)) && !UNIKEY_WRITES_OTHERWISE.test(word);
const SUITED = SENTENCES.filter(isForUnikey);

beforeAll(async () => {
  inputMethod = await startInputMethod();
  ({ page } = await launchCopydesk({ env: inputMethod.env }));
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

afterAll(async () => {
  printTable(lines);
  const left = SENTENCES.length - SUITED.length;
  const otherwise = SENTENCES.filter((one) => pieces(one).some(({ text }) => UNIKEY_WRITES_OTHERWISE.test(text)));
  process.stdout.write(
    `Of ${SENTENCES.length} sentences ${left} are not typed with Unikey itself, but by all other ways: foreign words, tones in the new place, and ${otherwise.length} with “huơ”, which Unikey writes “hươ”.\n\n`,
  );
  await inputMethod?.end();
});

const METHODS: Method[] = ['telex', 'vni'];
const WAYS = METHODS.map((method, number) => ({ method, dealt: deal(SPOTS, number, SUITED) }));

describe.each(WAYS)('IBus with Unikey, $method', ({ method, dealt }) => {
  test.each(SPOTS.map((spot, index) => ({ spot, tasks: dealt[index]! })))('in $spot.name', async ({ spot, tasks }) => {
    await inputMethod!.setMethod(method);
    await page.getByRole('button', { name: 'New story' }).first().click();
    await inputMethod!.switchOn();
    const type = async (sentence: string): Promise<void> => {
      const keys = pieces(sentence).flatMap(({ text, isWord }) =>
        isWord ? stepsOf(text, method, 'early').map(({ key }) => key) : [text],
      );
      await inputMethod!.press(keys.join(''));
      await arrived(page, sentence);
    };
    const landed = await spot.run(page, `Unikey ${method}: ${spot.name}`, tasks, type);
    lines.push({ way: `IBus with Unikey, ${method}`, spot: spot.name, landed });
    expect(landed.length).toBeGreaterThan(0);
    const wrong = landed.filter(({ expected, actual }) => expected !== actual);
    expect(wrong.map(({ place, expected, actual }) => ({ place: place.name, expected, actual }))).toEqual([]);
  });
});
