import type { Block } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import { languageOfText } from '../recognise/language.ts';

/** A language as pages and documents name it: BCP 47, with old pages' underscore too. */
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;

const baseOf = (language: string): string => language.split('-')[0]!.toLowerCase();

/** The language inside an element: what its `lang` says, if it can be one, or what held around it. */
export function languageInside(said: string | null, around: string): string {
  return said !== null && TAG.test(said) ? said.replaceAll('_', '-') : around;
}

/**
 * Leaves the language on blocks that are in another than most of the text. What a page or document says is not believed
 * against the letters: word processors call whatever is typed English.
 */
export function settleLanguages(blocks: readonly Block[], pageLanguage: string): void {
  const all = blocks.flatMap<Block>((block) => (block.type === 'fact-box' ? [block, ...block.blocks] : [block]));
  const most = languageOfText(all.map(blockText).join('\n'), pageLanguage || mostSaid(all));
  for (const block of all) {
    if (!('language' in block) || block.language === undefined) continue;
    const text = blockText(block);
    // Few letters tell nothing: then it is not believed either.
    const isBelieved =
      baseOf(block.language) === 'vi' ? languageOfText(text, 'en') === 'vi' : languageOfText(text, 'vi') === 'en';
    if (!isBelieved || baseOf(block.language) === baseOf(most)) delete block.language;
  }
}

/** The language that the most letters are said to be in; '' where that is said of none. */
function mostSaid(blocks: readonly Block[]): string {
  const letters = new Map<string, number>();
  for (const block of blocks) {
    const language = 'language' in block ? (block.language ?? '') : '';
    letters.set(language, (letters.get(language) ?? 0) + blockText(block).length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
