import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/base/bytes.ts';
import type { Block, Story } from '../../../src/story/schema.ts';
import { htmlFolder, htmlSingle, MAX_INLINE_BYTES } from '../../../src/export/html/index.ts';
import {
  bullets,
  divider,
  embed,
  factBox,
  figure,
  h,
  p,
  photo,
  picture,
  pullQuote,
  quote,
  story,
  table,
  td,
  th,
  unknown,
  withPictures,
} from './a-story.ts';
import { all, texts } from './read-page.ts';
import { oneOfEverything, vietnamese } from './stories.ts';

const bridge = await picture('bridge.jpg');

async function page(input: Story | Parameters<typeof htmlFolder.write>[0]): Promise<string> {
  const made = await htmlFolder.write('story' in input ? input : { story: input, media: () => undefined });
  if (!made.ok) throw new Error(made.failure.detail);
  return new TextDecoder().decode(made.value[0]?.bytes);
}
const body = async (...blocks: Block[]): Promise<string> =>
  /<div class="body">\n([^]*)<\/div>\n<\/article>/.exec(await page(story({ headline: 'Flood' }, ...blocks)))?.[1] ?? '';

describe('the head of the page', () => {
  it('says the language, the title and what it is about', async () => {
    const written = await page(vietnamese);
    expect(all(written, 'html')[0]?.attributes).toEqual({ lang: 'vi' });
    expect(texts(written, 'title')).toEqual([vietnamese.story.headline]);
    expect(all(written, 'meta').find(({ attributes }) => attributes.name === 'description')?.attributes.content).toBe(
      vietnamese.story.standfirst,
    );
  });

  it('allows its own style sheet by hash, its pictures, and nothing else', async () => {
    const written = await page(vietnamese);
    const style = /<style>([^]*?)<\/style>/.exec(written)?.[1] ?? '';
    const hash = Buffer.from(await sha256(new TextEncoder().encode(style))).toString('base64');
    const policy = all(written, 'meta').find(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    );
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; img-src 'self' file: data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('runs from right to left where the language does', async () => {
    expect(all(await page(story({ language: 'ar' })), 'html')[0]?.attributes).toEqual({ lang: 'ar', dir: 'rtl' });
  });

  it('says that the headline is missing rather than nothing', async () => {
    const written = await page(story({ language: 'vi', slug: 'khoi-cong' }));
    expect(texts(written, 'h1')).toEqual(['Chưa có tiêu đề']);
    expect(texts(written, 'title')).toEqual(['khoi-cong']);
  });
});

describe('the head of the article', () => {
  it('stands in a newspaper’s order', async () => {
    const written = await page(vietnamese);
    const places = [
      'class="kicker"',
      '<h1>',
      'class="standfirst"',
      'class="byline"',
      'class="dateline"',
      'class="body"',
      'class="source"',
    ].map((part) => written.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('names each person of the byline as it is printed', async () => {
    const written = await page(vietnamese);
    expect(texts(written, '.byline')).toEqual(['Đức Đồng - Đức Tình']);
    expect(texts(written, '.author')).toEqual(['Đức Đồng', 'Đức Tình']);
  });

  it('prints people of whom no line was written, and lines that spell a name otherwise', async () => {
    const people = [
      { name: 'Ann Roe', roles: [] },
      { name: 'Tom Lee', roles: [] },
    ];
    expect(texts(await page(story({ byline: { text: '', people } })), '.byline')).toEqual(['By Ann Roe and Tom Lee']);
    const spelt = await page(story({ byline: { text: 'By A. Roe and Tom Lee', people } }));
    expect(texts(spelt, '.byline')).toEqual(['By A. Roe and Tom Lee']);
    expect(texts(spelt, '.author')).toEqual(['Tom Lee']);
  });

  it('gives the dateline’s instant with its offset', async () => {
    const written = await page(vietnamese);
    expect(all(written, 'time')).toEqual([
      {
        name: 'time',
        attributes: { datetime: '2025-06-12T10:30:00+07:00' },
        text: 'Thứ Năm, 12/06/2025, 10:30 [GMT+7]',
      },
    ]);
  });

  it.each([
    ['en', '2025-06-12T10:30:00.000+07:00', 'Hue, 12 June 2025, 10:30 GMT+7'],
    ['vi', '2025-01-02T03:04:05-03:30', 'Hue, 02/01/2025, 03:04 GMT-3:30'],
    ['en', '2025-12-31T23:59:59.123456Z', 'Hue, 31 December 2025, 23:59 GMT'],
  ])('writes the dateline that nobody wrote: %s %s', async (language, date, printed) => {
    expect(
      texts(await page(story({ language, dateline: { text: '', place: 'Hue', source: '', date } })), '.dateline'),
    ).toEqual([printed]);
  });

  it('keeps the line of a dateline without a date', async () => {
    const written = await page(story({ dateline: { text: 'HUE, Thursday', place: '', source: '', date: null } }));
    expect(texts(written, '.dateline')).toEqual(['HUE, Thursday']);
    expect(all(written, 'time')).toEqual([]);
  });
});

describe('the body', () => {
  it('keeps lines, and drops paragraphs in which nothing stands', async () => {
    expect(await body(p('One,\ntwo.'), p(''), p(' \n\u00a0'), p('Three.'))).toBe(
      '<p>One,<br>two.</p>\n<p>Three.</p>\n',
    );
  });

  it('nests marks in one order and joins the runs of a link', async () => {
    expect(
      await body(p([{ text: 'x', marks: ['strong', 'emphasis', 'underline', 'strike', 'sub', 'sup', 'code'] }])),
    ).toBe('<p><strong><em><u><s><sub><sup><code>x</code></sup></sub></s></u></em></strong></p>\n');
    const href = 'https://example.org/a b?c="d"';
    expect(await body(p([{ text: 'a', href }, { text: 'b', href, marks: ['strong'] }, { text: 'c' }]))).toBe(
      '<p><a href="https://example.org/a%20b?c=%22d%22" rel="noopener">a<strong>b</strong></a>c</p>\n',
    );
  });

  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//example.org',
    'x',
  ])('keeps the words of a link to %s, without the link', async (href) => {
    expect(await body(p([{ text: 'words', href }]), embed(href, 'Title'))).toBe(
      '<p>words</p>\n<p class="card"><span class="name">Title</span></p>\n',
    );
  });

  it('writes headings, nested lists and dividers', async () => {
    expect(await body(h(2, 'A'), h(3, 'B'), h(4, 'C'), divider())).toBe('<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>\n<hr>\n');
    expect(await body(bullets('a', { text: 'b', sub: ['c', ''], ordered: true }, ''))).toBe(
      '<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n',
    );
  });

  it('tells a quote from a pull quote', async () => {
    expect(await body(quote('Words.', 'Ann'))).toBe(
      '<figure class="quote">\n<blockquote>\n<p>Words.</p>\n</blockquote>\n<figcaption>Ann</figcaption>\n</figure>\n',
    );
    expect(await body(pullQuote('Words.', 'Ann'))).toBe(
      '<aside class="pull-quote">\n<p>Words.</p>\n<p class="attribution">Ann</p>\n</aside>\n',
    );
  });

  it('gives a fact box its heading', async () => {
    expect(await body(factBox('Facts', p('One.'), bullets('two')))).toBe(
      '<aside class="fact-box">\n<h2>Facts</h2>\n<p>One.</p>\n<ul>\n<li>two</li>\n</ul>\n</aside>\n',
    );
  });

  it('says which cells a table’s heads speak for', async () => {
    const rows = await body(table([th('Year'), th('Boats')], [th('2015'), td('212')], [td('x', { colspan: 2 })]));
    expect(rows).toContain(
      '<thead>\n<tr><th scope="col">Year</th><th scope="col">Boats</th></tr>\n</thead>\n<tbody>\n<tr><th scope="row">2015</th><td>212</td></tr>\n<tr><td colspan="2">x</td></tr>\n</tbody>',
    );
    // A head that reaches down into the body would be cut off at the end of <thead>.
    expect(await body(table([th('a', { rowspan: 2 }), th('b')], [td('c')]))).not.toContain('<thead>');
  });

  it('turns an embed into a link that names where it leads', async () => {
    expect(await body(embed('https://bank.example@evil.example/x', 'Film', 'Nine minutes'))).toBe(
      '<p class="card"><a href="https://bank.example@evil.example/x" rel="noopener"><span class="name">Film</span><span class="about">Nine minutes</span><span class="where">evil.example</span></a></p>\n',
    );
  });

  it('shows what it does not know as its readable text', async () => {
    expect(await body(unknown('poll "x"', 'Yes 61%'))).toBe('<p data-kind="poll &quot;x&quot;">Yes 61%</p>\n');
  });
});

describe('photos', () => {
  it('have alt text, size, caption and credit', async () => {
    const told = story(
      { language: 'vi' },
      figure(
        photo(bridge, {
          alt: 'Cây "cầu"',
          caption: [{ text: 'Cầu ' }, { text: 'mới', marks: ['strong'] }],
          credit: 'Lê Hà',
        }),
      ),
    );
    const written = await page(withPictures(told, bridge));
    expect(written).toContain(`<figure class="photo">
<img src="media/01-cay-cau-${bridge.id.slice(0, 12)}.jpg" alt="Cây &quot;cầu&quot;" width="1200" height="800" loading="eager">
<figcaption><span class="caption">Cầu <strong>mới</strong></span> <span class="credit">Ảnh: Lê Hà</span></figcaption>
</figure>`);
  });

  it('that come later wait until they are scrolled to; the same picture is one file', async () => {
    const written = await page(oneOfEverything);
    expect(all(written, 'img').map(({ attributes }) => attributes.loading)).toEqual(['eager', 'lazy', 'lazy']);
    expect(all(written, 'img').map(({ attributes }) => attributes.src?.slice(0, 8))).toEqual([
      'media/01',
      'media/01',
      'media/02',
    ]);
    expect(all(written, '.gallery')).toHaveLength(1);
  });

  it('still to be supplied leave a box with what will be in it', async () => {
    const written = await page(
      story({}, figure(photo(null, { alt: 'The mayor', caption: 'Mayor Oke.', credit: 'Ann Roe' }))),
    );
    expect(texts(written, '.photo-to-come')).toEqual(['Photo to come The mayor']);
    expect(texts(written, 'figcaption')).toEqual(['Mayor Oke. Photo: Ann Roe']);
    expect(all(written, 'img')).toEqual([]);
  });

  it('lie inside the page where it is one file', async () => {
    const made = await htmlSingle.write(withPictures(story({}, figure(photo(bridge))), bridge));
    const written = new TextDecoder().decode(made.ok ? made.value[0]?.bytes : undefined);
    const [, inside = ''] = /^data:image\/jpeg;base64,(.*)$/.exec(all(written, 'img')[0]?.attributes.src ?? '') ?? [];
    expect(new Uint8Array(Buffer.from(inside, 'base64'))).toEqual(bridge.bytes);
  });

  it('that are too large together are not put inside the page', async () => {
    const large = { ...bridge, bytes: new Uint8Array(MAX_INLINE_BYTES / 2 + 1) };
    const told = story({}, figure(photo(bridge)), figure(photo(bridge)));
    expect(await htmlSingle.write({ ...withPictures(told, large) })).toMatchObject({
      failure: { code: 'export.too-large', about: { megabytes: 151, limit: 150 } },
    });
    expect((await htmlFolder.write(withPictures(told, large))).ok).toBe(true);
  });
});
