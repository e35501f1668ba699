const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescape = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (all, name?: string, ten?: string, hex?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? all;
      const code = ten ? Number(ten) : parseInt(hex ?? '0', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );

/** The words in a piece of WordprocessingML (ECMA-376), paragraphs parted by a blank. */
function wordsIn(xml: string): string {
  const words = [...xml.matchAll(/<w:(?:t|delText)(?:\s[^>]*)?>([^<]*)<\/w:(?:t|delText)>|<\/w:p>/g)];
  return unescape(words.map(([, text = ' ']) => text).join(''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** How many tracked insertions a document holds, and the words of each deletion that is not accepted yet. */
export function changesOf(document: string): { insertions: number; deletions: string[] } {
  const insertions = document.match(/<w:ins\s/g)?.length ?? 0;
  const pieces = document.split(/<w:(?:del|moveFrom)\s/).slice(1);
  const deletions = pieces.map((piece) => wordsIn(piece.split(/<\/w:(?:del|moveFrom)>/, 1)[0] ?? ''));
  return { insertions, deletions: deletions.filter(Boolean) };
}

/** Text that stands beside the document's own: comments with their author, headers and footers. */
export function besideText(name: string, xml: () => string): { kind: 'comment' | 'header-footer'; text: string }[] {
  if (name === 'word/comments.xml') {
    return xml()
      .split(/<w:comment\s/)
      .slice(1)
      .map((piece) => {
        const author = unescape(/^[^>]*w:author="([^"]*)"/.exec(piece)?.[1] ?? '');
        return { kind: 'comment' as const, text: [author, wordsIn(piece)].filter(Boolean).join(': ') };
      });
  }
  if (!/^word\/(?:header|footer)\d*\.xml$/.test(name)) return [];
  const text = wordsIn(xml());
  return text === '' ? [] : [{ kind: 'header-footer', text }];
}
