import { htmlToBlocks } from '../import/html/index.ts';
import type { Block, Run } from '../story/schema.ts';

/** Foreign HTML as blocks, through the one sanitiser; none where it is too much of it. */
export function htmlBlocks(html: string): Block[] {
  const read = htmlToBlocks(html);
  return read.ok ? read.value.blocks : [];
}

/** A line of foreign HTML as rich text. */
export function htmlRuns(html: string): Run[] {
  return htmlBlocks(`<p>${html}</p>`).flatMap((block, index) => {
    const text = 'text' in block ? block.text : [];
    return index > 0 ? [{ text: '\n' }, ...text] : text;
  });
}

const NAMES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text whose signs HTML has escaped, as the CMS stores titles and names. */
export function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMES[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The value of an attribute in an opening tag, or an empty text. */
export function attributeIn(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i').exec(tag);
  return unescaped(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
}
