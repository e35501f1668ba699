import { $getState, $setState, createState, type LexicalNode } from 'lexical';

/** The language (BCP 47) of a block that is not in the story's; '' where it is. */
const languageState = createState('language', { parse: (value) => (typeof value === 'string' ? value : '') });

export const $language = (node: LexicalNode): string => $getState(node, languageState);

export function $setLanguage<T extends LexicalNode>(node: T, language: string): T {
  return $language(node) === language ? node : $setState(node, languageState, language);
}
