import type { CmsId } from '../../../src/cms/site.ts';
import type { Words } from '../../words/en/index.ts';

/** What the secret of this kind of site is called, and where a person finds it. */
export function secretWords(kind: CmsId, words: Words['push']['sites']): { label: string; hint: string } {
  switch (kind) {
    case 'wordpress':
      return { label: words.password, hint: words.passwordHint };
    case 'ghost':
      return { label: words.key, hint: words.keyHint };
    case 'ninjs-webhook':
      return { label: words.shared, hint: words.sharedHint };
  }
}
