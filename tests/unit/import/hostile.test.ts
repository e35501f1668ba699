import { describe, expect, it } from 'vitest';
import { htmlToBlocks, MAX_HTML_LENGTH } from '../../../src/import/html/index.ts';
import { blocksOf, p, read, table, td, ul } from './notation.ts';

/** Every text and address that came out. */
const everything = (html: string): string => JSON.stringify(read(html));

const HANDLERS =
  'onabort onanimationend onauxclick onbeforeinput onbegin onblur oncanplay onclick oncopy oncut ondrag ondrop onend onerror onfocus onfocusin onhashchange oninput oninvalid onkeydown onload onloadstart onmessage onmousemove onmouseover onpageshow onpaste onpointerdown onpointerrawupdate onpopstate onrepeat onresize onscroll onscrollend onsearch onselectstart onsubmit ontoggle ontouchstart ontransitionend onunload onwheel'.split(
    ' ',
  );

describe('a page that means harm', () => {
  it('cannot put form fields in the place of what every node has', () => {
    const names = [
      'parentNode',
      'childNodes',
      'nextSibling',
      'firstChild',
      'nodeName',
      'tagName',
      'attributes',
      'remove',
      '__proto__',
      'constructor',
      'parent',
      'next',
      'first',
    ];
    for (const name of names) {
      expect(blocksOf(`<form id="${name}"><input name="${name}"><img name="${name}"><p>Kept</p></form>`)).toEqual([
        p('Kept'),
      ]);
    }
  });

  it.each(HANDLERS)('has no handler left: %s', (handler) => {
    const html = `<p ${handler}="alert(1)">a<img src=x ${handler}=alert(1)><svg ${handler}=alert(1)></svg><b ${handler}="alert(1)">b</b></p>`;
    expect(everything(html)).not.toMatch(/alert|on[a-z]+=/);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A&#x61vascript:alert(1)',
    'java&Tab;script:alert(1)',
    'java&NewLine;script&colon;alert(1)',
    '&#1;javascript:alert(1)',
    ' &#14; javascript:alert(1)',
    'javascript&#58;alert(1)',
    'java\u00adscript:alert(1)',
    'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKQ',
    'vbscript:alert(1)',
    'feed:javascript:alert(1)',
    'https://www.google.com/url?q=javascript:alert(1)',
    'blob:https://x/alert(1)',
  ])('leads nowhere but to a site or a mailbox: %s', (address) => {
    const hrefs = read(
      `<a href="${address}">a</a><a xlink:href="${address}">b</a><form action="${address}"><button formaction="${address}">c</button></form>`,
    )
      .blocks.flatMap((block) => (block.type === 'paragraph' ? block.text : []))
      .flatMap(({ href }) => href ?? []);
    for (const href of hrefs) expect(href).toMatch(/^(?:https?:\/\/|mailto:)/);
  });

  it.each([
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<math><annotation-xml encoding="text/html"><svg><foreignObject><script>alert(1)</script>',
    '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>">',
    '<template><script>alert(1)</script></template>',
    '<iframe srcdoc="&lt;script>alert(1)&lt;/script>"></iframe>',
    '<object data="data:text/html,<script>alert(1)</script>"></object><embed src="javascript:alert(1)">',
    '<link rel=stylesheet href="javascript:alert(1)"><meta http-equiv=refresh content="0;url=javascript:alert(1)"><base href="javascript:alert(1)//">',
    '<style>@import "javascript:alert(1)"</style><p style="background:url(javascript:alert(1));behavior:url(alert(1))">',
    '<script>alert(1)</script><script/x>alert(1)</script ><SCRIPT\n>alert(1)</SCRIPT\t>',
    '<!--><img src=x onerror=alert(1)>--><![CDATA[><img src=x onerror=alert(1)>]]>'.replace(/alert\(1\)>]]>/, 'x>'),
    '<img src="x` `<script>alert(1)</script>"` `>',
    '<details open ontoggle=alert(1)><select><option><style></option></select><img src=x onerror=alert(1)></style>',
    '<portal src="javascript:alert(1)"><xml><i><b onclick=alert(1)></xml>',
  ])('has nothing left that would run: %s', (html) => {
    const { blocks, pictures } = read(html);
    for (const block of blocks) expect(['paragraph', 'list', 'heading', 'table']).toContain(block.type);
    expect(pictures).toEqual([]);
    expect(JSON.stringify(blocks)).not.toMatch(/"href"/);
  });

  it('reads what stands after broken mark-up', () => {
    expect(blocksOf('<b><p>a</b>b</p></div></table><td>c')).not.toEqual([]);
    expect(blocksOf('a</p>b<p')).toEqual([p('a'), p('b')]);
    expect(blocksOf('<frameset><frame>a')).toEqual([]);
    expect(blocksOf('a<![if !x]>b<![endif]>c<?xml x?>d<!doctype html>e')).toEqual([p('abcde')]);
    expect(blocksOf('a\u0000b<p>\u0000</p>')).toEqual([p('ab')]);
  });

  it.each([
    'div',
    'span',
    'b',
    'ul><li',
    'blockquote',
    'table><tr><td',
    'aside class=fact-box',
    'div class=gallery',
    'figure',
    'a href=https://example.org',
    'button',
    'q',
  ])('is read in one go, however deep it is nested: <%s>', (tag) => {
    const result = htmlToBlocks(`${`<${tag}>`.repeat(30_000)}deep`);
    expect(result.ok && JSON.stringify(result.value.blocks)).toContain('deep');
  });

  it('is read in one go at a hundred thousand elements within each other', () => {
    expect(blocksOf(`${'<div>'.repeat(100_000)}deep`)).toEqual([p('deep')]);
  });

  it('has its lists kept to nine levels', () => {
    const { blocks, receipt } = read('<ul><li>x'.repeat(12));
    expect(JSON.stringify(blocks).match(/"sub"/g)).toHaveLength(8);
    expect(receipt.changed['list-too-deep']).toBe(3);
  });

  it('ends in a failure when it unfolds to millions of elements', () => {
    const html = Array.from({ length: 20_000 }, (_, n) => `<p><font id=${n}>x`).join('');
    expect(htmlToBlocks(html)).toMatchObject({ ok: false, failure: { code: 'import.too-large' } });
  }, 60_000);

  it('ends in a failure when it is too long', () => {
    expect(htmlToBlocks(' '.repeat(MAX_HTML_LENGTH + 1))).toMatchObject({
      ok: false,
      failure: { code: 'import.too-large', about: { limit: MAX_HTML_LENGTH } },
    });
    expect(htmlToBlocks(' '.repeat(MAX_HTML_LENGTH)).ok).toBe(true);
  });

  it('ends in a failure when its time is over', () => {
    let time = 0;
    const timeLimit = { clock: () => (time += 10), until: 1000 };
    expect(htmlToBlocks('<p>a'.repeat(1_000_000), { timeLimit })).toMatchObject({
      ok: false,
      failure: { code: 'import.too-long' },
    });
    expect(time).toBe(1010);
    expect(htmlToBlocks('<p>a', { timeLimit: { clock: () => 0, until: 1000 } }).ok).toBe(true);
  });

  // A page whose cost grew with the square of its length would not end within the test's time.
  it('is read to its end, whatever it is made of', { timeout: 60_000 }, () => {
    const pieces = [
      '<p>a <b>b</b> ',
      '<div>',
      '<b>',
      '</b>',
      '<a><div>',
      '<ul><li>',
      '<table>',
      '<td>x',
      '<table><b>x</b>',
      '<blockquote>x<footer>y',
      '<figure><figcaption>x',
      '<figure><figcaption><span class=credit>x</span>y',
      '<aside class=fact-box><p>x',
      '<svg><desc>',
      '<math><mi>',
      '<template>',
      '<select><option>',
      '<button>',
      '<nobr>',
      '<blockquote><cite>a</cite> ',
      '<p class=MsoCaption>x',
      '<p style="mso-list:l0 level1 lfo1"><span>',
      '<img src="data:image/png;base64,iVBORw0K">',
      '<!--',
      '<',
      '&',
      '\n',
      'e\u0301\u0327',
      ' x=y',
      '<br>a',
      '<a href="https://www.google.com/url?q=',
    ];
    for (const piece of pieces) {
      const times = Math.ceil(60_000 / piece.length);
      const head = piece === ' x=y' ? '<p' : piece.startsWith('e') ? '<p>e' : '';
      const result = htmlToBlocks(head + piece.repeat(times));
      expect(result.ok || result.failure.code, piece).toSatisfy((end) => end === true || end === 'import.too-large');
    }
  });
});

describe('harmless text', () => {
  it('is kept beside what is refused', () => {
    expect(
      blocksOf(
        '<p onclick=x>a <a href="javascript:x">b</a> <object>c</object>d</p><table><tr><td onload=x>e<td>f</table><ul><li style="x:expression(y)">g</ul>',
      ),
    ).toEqual([p('a b d'), table([td('e'), td('f')]), ul('g')]);
  });
});
