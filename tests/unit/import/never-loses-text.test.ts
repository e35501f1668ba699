import { describe, expect, it } from 'vitest';
import { htmlToBlocks } from '../../../src/import/html/index.ts';
import { blockSchema } from '../../../src/story/schema.ts';
import { blockText } from '../../../src/story/walk.ts';
import { forSeeds, type Chance } from '../story/random.ts';

const INLINE = [
  'b',
  'i',
  'u',
  's',
  'sub',
  'sup',
  'code',
  'span',
  'font',
  'small',
  'a href="https://example.org/"',
  'a',
  'span style="font-weight:700"',
  'b style="font-weight:normal"',
  'label',
  'button',
  'x-own',
  'o:p',
  'cite',
];
const BLOCK = [
  'p',
  'div',
  'section',
  'h1',
  'h3',
  'h6',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'table',
  'tr',
  'td',
  'th',
  'thead',
  'caption',
  'form',
  'fieldset',
  'aside class="fact-box"',
  'aside class="pull-quote"',
  'div class="gallery"',
  'p class="MsoCaption"',
  'p class="MsoQuote"',
  'p style="mso-list:l0 level2 lfo1"',
  'div style="white-space:pre-wrap"',
  'footer',
  'center',
  'address',
  'details',
  'summary',
];
const DROPPED = [
  'script',
  'style',
  'template',
  'iframe',
  'textarea',
  'span hidden',
  'div style="display:none"',
  'object',
  'video',
  'noscript',
  'select',
  'svg',
  'math',
  'canvas',
];
const VOID = [
  '<br>',
  '<hr>',
  '<img src="https://example.org/x.jpg">',
  '<input name=parentNode>',
  '<wbr>',
  '<!-- no text -->',
  '<col>',
  '<img src="data:image/png;base64,iVBORw0KGgo=">',
];
const SYLLABLES = ['nước', 'lên', 'Water', 'rose', 'đ', 'ệ', '42%', '&amp;', '&lt;p&gt;', '🌊', '“no”', '漢', '—'];
const PLAIN: Record<string, string> = { '&amp;': '&', '&lt;p&gt;': '<p>' };

interface Written {
  html: string;
  /** What a reader sees, without blanks. */
  seen: string;
}

const nameOf = (tag: string): string => tag.split(' ')[0] ?? tag;

function words(c: Chance): Written {
  const picked = Array.from({ length: 1 + c.int(4) }, () => c.pick(SYLLABLES));
  return {
    html: picked.join(c.pick([' ', '&nbsp;', '\n', '  '])),
    seen: picked.map((one) => PLAIN[one] ?? one).join(''),
  };
}

/** A well-nested page: browsers and readers agree on what is seen. */
function page(c: Chance, depth: number): Written {
  const parts = Array.from({ length: 1 + c.int(4) }, (): Written => {
    const kind = c.int(10);
    if (kind < 3 || depth === 0) return words(c);
    if (kind === 3) return { html: c.pick(VOID), seen: '' };
    if (kind === 4) {
      const tag = c.pick(DROPPED);
      return { html: `<${tag}>${words(c).html}</${nameOf(tag)}>`, seen: '' };
    }
    const isInline = kind < 7;
    const tag = c.pick(isInline ? INLINE : BLOCK);
    const inside = page(c, depth - 1);
    return { html: `<${tag}>${inside.html}</${nameOf(tag)}>`, seen: inside.seen };
  });
  return {
    html: parts.map(({ html }) => html).join(c.pick(['', ' ', '\n'])),
    seen: parts.map(({ seen }) => seen).join(''),
  };
}

/** Anything at all: tags opened and closed as chance has it, cut anywhere. */
function soup(c: Chance): string {
  const piece = (): string => {
    switch (c.int(7)) {
      case 0:
        return `<${c.pick([...INLINE, ...BLOCK, ...DROPPED])}>`;
      case 1:
        return `</${nameOf(c.pick([...INLINE, ...BLOCK, ...DROPPED]))}>`;
      case 2:
        return c.pick(VOID);
      case 3:
        return String.fromCharCode(c.int(0x10000));
      case 4:
        return c.pick([
          '<',
          '>',
          '&',
          '"',
          "'",
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
          '&#x202e;',
          '&#xD800;',
          '\u0000',
          '</',
          '<!doctype',
          ' style="',
          ' href="java',
        ]);
      default:
        return words(c).html;
    }
  };
  return Array.from({ length: c.int(60) }, piece).join('');
}

/** Characters without regard to order: text beside a table is moved before it, and a caption goes with its photo. */
const characters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');

function checked(html: string): string {
  const result = htmlToBlocks(html);
  if (!result.ok) throw new Error(result.failure.code);
  for (const block of result.value.blocks) expect(blockSchema.safeParse(block).error).toBeUndefined();
  return result.value.blocks.map(blockText).join('');
}

describe('whatever page comes', { timeout: 60_000 }, () => {
  it('every character that a reader sees is kept, and none that is hidden', () => {
    forSeeds(3000, (c) => {
      const { html, seen } = page(c, 5);
      expect(characters(checked(html)), html).toBe(characters(seen));
    });
  });

  it('it ends as blocks that a story can hold, in NFC, without controls', () => {
    forSeeds(3000, (c) => {
      const html = soup(c);
      const text = checked(html);
      expect(text, html).not.toMatch(
        // eslint-disable-next-line no-control-regex -- control characters are what it looks for
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
      );
      expect(text.isWellFormed()).toBe(true);
    });
  });
});
