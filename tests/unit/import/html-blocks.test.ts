import { describe, expect, it } from 'vitest';
import {
  b,
  blocksOf,
  box,
  code,
  divider,
  figure,
  h2,
  h3,
  h4,
  i,
  li,
  link,
  ol,
  p,
  quote,
  s,
  sub,
  sup,
  table,
  td,
  th,
  u,
  ul,
  read,
} from './notation.ts';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';

const cases: [what: string, html: string, blocks: object[]][] = [
  ['a paragraph', '<p>Water rose.</p>', [p('Water rose.')]],
  [
    'loose text and divs',
    'One<div>Two<div>Three</div>four</div>five',
    [p('One'), p('Two'), p('Three'), p('four'), p('five')],
  ],
  ['sections and articles', '<article><section>One</section><main>Two</main></article>', [p('One'), p('Two')]],
  [
    'headings, each at a level that a body has',
    '<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4><h5>E</h5><h6>F</h6>',
    [h2('A'), h2('B'), h3('C'), h4('D'), h4('E'), h4('F')],
  ],
  [
    'a heading that is bold all over, and one in part',
    '<h2><b>All</b></h2><h3>Only <b>here</b></h3>',
    [h2('All'), h3('Only ', b('here'))],
  ],
  ['lists', '<ul><li>a<li>b</ul><ol><li>c</ol>', [ul('a', 'b'), ol('c')]],
  ['a list in a list', '<ul><li>a<ol><li>b<ul><li>c</ul></ol><li>d</ul>', [ul(li('a', ol(li('b', ul('c')))), 'd')]],
  ['a list wrongly beside its item', '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>', [ul(li('a', ul('b')), 'c')]],
  ['a list that begins too deep', '<ul><ul><li>a</li></ul><li>b</li></ul>', [ul('a', 'b')]],
  ['text after an inner list', '<ul><li>a<ul><li>b</ul>c</ul>', [ul(li('a', ul('b')), 'c')]],
  ['paragraphs in an item', '<ul><li><p>a</p><p>b</p></ul>', [ul('a\nb')]],
  ['an item without its list', '<li>a</li><li>b</li>', [ul('a', 'b')]],
  ['an item with a heading', '<ol><li><h3>a</h3>b</ol>', [ol('a\nb')]],
  ['a quotation', '<blockquote><p>We saw it.</p><p>All of it.</p></blockquote>', [quote('We saw it.\nAll of it.')]],
  [
    'a quotation and who said it, by cite',
    '<blockquote>We saw it.<cite>Mai Lan</cite></blockquote>',
    [quote('We saw it.', 'Mai Lan')],
  ],
  [
    '... by a cite with a paragraph to itself',
    '<blockquote><p>We saw it.</p><p><cite>Mai Lan</cite></p></blockquote>',
    [quote('We saw it.', 'Mai Lan')],
  ],
  [
    '... by footer',
    '<blockquote><p>We saw it.</p><footer>Mai <b>Lan</b></footer></blockquote>',
    [quote('We saw it.', ['Mai ', b('Lan')])],
  ],
  [
    '... by the figure round it',
    '<figure><blockquote>We saw it.</blockquote><figcaption>Mai Lan</figcaption></figure>',
    [quote('We saw it.', 'Mai Lan')],
  ],
  [
    'a title within a quotation',
    '<blockquote>I read <cite>The Tide</cite> daily.</blockquote>',
    [quote(['I read ', i('The Tide'), ' daily.'])],
  ],
  [
    'a quotation with a list in it',
    '<blockquote><p>a</p><ul><li>b</ul><p>c</p></blockquote>',
    [quote('a'), ul('b'), quote('c')],
  ],
  [
    'a table',
    '<table><tr><th>Day<th>Level<tr><td>Mon<td><b>2</b> m</table>',
    [table([th('Day'), th('Level')], ['Mon', { text: [b('2'), { text: ' m' }] }])],
  ],
  [
    'a table head without th',
    '<table><thead><tr><td>a<td>b</thead><tr><td>c<td>d</table>',
    [table([th('a'), th('b')], ['c', 'd'])],
  ],
  [
    'cells over several columns and rows',
    '<table><tr><td colspan=2>a<td rowspan=3>b<tr><td colspan=1>c<td colspan=9999>d</table>',
    [table([td('a', { colspan: 2 }), td('b', { rowspan: 3 })], ['c', td('d', { colspan: 100 })])],
  ],
  [
    'paragraphs and lists in a cell',
    '<table><tr><td><p>a</p><p>b</p><td><ul><li>c<li>d</ul></table>',
    [table(['a\nb', 'c\nd'])],
  ],
  ["a table's title", '<table><caption>Levels</caption><tr><td>a<td>b</table>', [p('Levels'), table(['a', 'b'])]],
  [
    'a table that only lays out the page',
    '<table><tr><td><h2>A</h2><td><table><tr><td>b</table></table>',
    [h2('A'), p('b')],
  ],
  ['a table of one column', '<table><tr><td>a<tr><td>b</table>', [p('a'), p('b')]],
  ['an empty table', '<table><tr><td> <td>&nbsp;</table><p>a', [p('a')]],
  ['a divider', 'a<hr>b', [p('a'), divider, p('b')]],
  ['a line break', 'a<br>b', [p('a\nb')]],
  ['two line breaks', 'a<br><br>b<br> <br>c', [p('a'), p('b'), p('c')]],
  ['line breaks at the ends', '<p><br>a<br></p>', [p('a')]],
  ['preformatted text', '<pre>a\n  b\n\nc</pre>', [p('a\n  b\n\nc')]],
  ['line ends that a style keeps', '<div style="white-space: pre-wrap">a\nb\n\nc</div>', [p('a\nb'), p('c')]],
  ['a list of terms', '<dl><dt>Tide<dd>Rise and fall</dl>', [p('Tide'), p('Rise and fall')]],
  ['quotation marks of the q element', '<p>He said <q>no</q>.', [p('He said “no”.')]],
  [
    'marks by tags',
    '<b>a</b><strong>b</strong><i>c</i><em>d</em><cite>e</cite><u>f</u><ins>g</ins><s>h</s><del>i</del><strike>j</strike><sub>k</sub><sup>l</sup><code>m</code><kbd>n</kbd><samp>o</samp>',
    [p(b('ab'), i('cde'), u('fg'), s('hij'), sub('k'), sup('l'), code('mno'))],
  ],
  ['marks within marks', '<b>a<i>b</b>c</i>', [p(b('a'), b(i('b')), i('c'))]],
  [
    'marks by style',
    '<span style="font-weight:600">a</span><span style="font-weight:500">b</span><span style="FONT-STYLE: Italic !important">c</span><span style="text-decoration:underline dotted">d</span><span style="text-decoration-line:line-through">e</span><span style="vertical-align:super">f</span><span style="vertical-align:sub">g</span>',
    [p(b('a'), 'b', i('c'), u('d'), s('e'), sup('f'), sub('g'))],
  ],
  [
    'marks that a style takes away',
    '<b style="font-weight:normal">a</b><i>b<span style="font-style:normal">c</span></i>',
    [p('a', i('b'), 'c')],
  ],
  ['never both sub and sup', '<sub>a<sup>b</sup></sub>', [p(sub('a'), sup('b'))]],
  [
    'a link, underlined by itself',
    '<a href="https://example.org/a?b=1#c"><u>here</u></a>',
    [p(link('https://example.org/a?b=1#c', 'here'))],
  ],
  [
    'a link over bold text',
    '<a href="mailto:desk@example.org">the <b>desk</b></a>',
    [p(link('mailto:desk@example.org', 'the '), link('mailto:desk@example.org', b('desk')))],
  ],
  ['white space as browsers fold it', '<p> a \n b <b> c</b> </p>', [p('a b ', b('c'))]],
  ['no-break spaces between words', '<p>a&nbsp;b &nbsp; c</p>', [p('a b c')]],
  ['empty paragraphs', '<p></p><p>&nbsp;</p><p><br></p><p>a</p>', [p('a')]],
  ['soft hyphens, zero-width spaces, byte order marks', '<p>wa&shy;ter\u200b\ufeff rose\u2060</p>', [p('water rose')]],
  ['direction marks', '<p>gpj.\u202eexe\u2066a\u2069\u200f</p>', [p('gpj.exea')]],
  ['joiners, which emoji and Persian need', '<p>👩‍🚒 می‌خواهم</p>', [p('👩‍🚒 می‌خواهم')]],
  ['accents as they are stored', '<p>Vie\u0323\u0302t</p>', [p('Việt')]],
  ['halves of a surrogate pair', '<p>a\ud83db<i>\ude00</i></p>', [p('a\ufffdb', i('\ufffd'))]],
  ['references to characters', '<p>&lt;b&gt; &amp;amp; &#8212; &notit;</p>', [p('<b> &amp; — ¬it;')]],
  [
    'forms, unwrapped',
    '<form><fieldset><legend>Who</legend><label>Name <input value=x></label><button>Send</button></fieldset></form>',
    [p('Who'), p('Name Send')],
  ],
  [
    'hidden parts',
    '<p>a<span style="display:none">b</span><span hidden>c</span><span style="mso-hide:all">d</span>e</p>',
    [p('ae')],
  ],
  ['an unknown element', '<breaking-news><p>a</p>b</breaking-news>', [p('a'), p('b')]],
  [
    'a picture in itself, with its caption',
    `<figure><img src="${PNG}" alt="A bridge"><figcaption>The <i>old</i> bridge</figcaption></figure>`,
    [figure({ alt: 'A bridge', caption: ['The ', i('old'), ' bridge'] })],
  ],
  [
    'a picture in the middle of a paragraph',
    `<p>a <img src="${PNG}" alt=x> b</p><p>c</p>`,
    [p('a b'), figure({ alt: 'x' }), p('c')],
  ],
  ['a picture that lies elsewhere', '<p>a<img src="https://example.org/x.jpg" alt=x></p>', [p('a')]],
  [
    '... with a caption: the photo is to be supplied',
    '<figure><img src="https://example.org/x.jpg" alt="A bridge"><figcaption>The bridge</figcaption></figure>',
    [figure({ alt: 'A bridge', caption: ['The bridge'] })],
  ],
  [
    "a blog's captioned picture",
    '<div class="wp-caption alignleft"><img src="//example.org/x.jpg" alt=x><p class="wp-caption-text">The bridge</p></div>',
    [figure({ alt: 'x', caption: ['The bridge'] })],
  ],
  [
    'a table with a caption for a figure',
    '<figure><table><tr><td>a<td>b</table><figcaption>Levels</figcaption></figure>',
    [table(['a', 'b']), p('Levels')],
  ],
  ['an emoji drawn as a picture', '<p>Up <img src="https://example.org/1f30a.png" alt="🌊"></p>', [p('Up 🌊')]],
  ['a pixel that counts readers', `<p>a<img width=1 height=1 src="${PNG}"></p>`, [p('a')]],
  [
    "our own page's fact box",
    '<aside class="fact-box"><h2>The flood</h2><p>a</p><ul><li>b</ul></aside>',
    [box('The flood', p('a'), ul('b'))],
  ],
];

describe('a page as story blocks', () => {
  it.each(cases)('%s', (_, html, blocks) => {
    expect(blocksOf(html)).toEqual(blocks);
  });

  it('keeps the title that the page gives itself', () => {
    expect(read('<title>  The\nflood </title><p>a').title).toBe('The flood');
  });

  it('hands out the bytes of a picture, by its photo', () => {
    const { blocks, pictures } = read(`<img src="${PNG}" alt="x">`);
    const photoId = blocks[0]?.type === 'figure' ? blocks[0].photos[0]?.id : undefined;
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(pictures).toEqual([{ photoId, alt: 'x', source: { kind: 'bytes', type: 'image/png', bytes } }]);
  });

  it('only names the address of a picture that lies elsewhere', () => {
    const { pictures } = read(
      '<figure><img data-src="//example.org/x.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>a',
    );
    expect(pictures.map(({ source }) => source)).toEqual([{ kind: 'address', address: 'https://example.org/x.jpg' }]);
  });
});

describe('the receipt', () => {
  it('counts what was kept, changed and dropped', () => {
    const html = `<h1>A</h1><p>b <a href="https://example.org/?utm_source=x">c</a></p><p>&nbsp;</p><script>x</script>
      <p hidden>d</p><p>\u202ee\u200b<a href="javascript:x">f</a><a href="/g">g</a><img src="https://example.org/x.png"></p>
      <iframe srcdoc="<p>h"></iframe><svg><text>i</text></svg><select><option>j</select><img src="data:image/svg+xml,x"><img src="cid:1">`;
    expect(read(html).receipt).toEqual({
      kept: { heading: 1, paragraph: 2, link: 1 },
      changed: { 'heading-level': 1, 'link-cleaned': 1 },
      dropped: {
        'empty-paragraph': 1,
        script: 1,
        hidden: 1,
        'bidi-control': 1,
        'invisible-character': 1,
        'refused-link': 1,
        'relative-link': 1,
        'remote-picture': 1,
        'missing-picture': 1,
        'unsupported-picture': 1,
        frame: 1,
        drawing: 1,
        'form-control': 1,
      },
    });
  });
});
