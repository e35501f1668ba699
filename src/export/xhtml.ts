import { Markup } from './page/markup.ts';

/**
 * Our HTML as XHTML, which XML can hold: elements without content closed, a block's own language said XML's way too. What `markup` writes differs in nothing else,
 * since every `<` and `>` of a text or an attribute is escaped and no name stands for a sign but XML's own.
 */
export const xhtml = ({ source }: Markup): Markup =>
  new Markup(
    source
      .replace(/<(br|hr|img|source)((?: [^<>]*)?)>/g, '<$1$2/>')
      .replace(
        /<((?:p|h[2-4]|ul|ol|figure|aside)(?: class="[^"<>]*")?) lang="([^"<>]*)"/g,
        '<$1 lang="$2" xml:lang="$2"',
      ),
  );
