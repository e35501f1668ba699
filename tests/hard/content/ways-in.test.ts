import { describe, expect, it } from 'vitest';
import { docxToBlocks } from '../../../electron/services/import/docx.ts';
import { readArticle } from '../../../src/import/read.ts';
import { htmlToBlocks } from '../../../src/import/html/index.ts';
import { htmlBlocks } from '../../../src/cms/html-runs.ts';
import { unitsOf as ghostUnits } from '../../../src/cms/ghost/content.ts';
import { unitsOf as wordpressUnits } from '../../../src/cms/wordpress/read.ts';
import { readPackage, writePackage } from '../../../src/package/index.ts';
import { createStory } from '../../../src/story/create.ts';
import { safeLink } from '../../../src/story/links.ts';
import { docx, wp, wt } from '../../host/import/a-docx.ts';
import { embed, figure as photoBlock, p, photo } from '../../unit/export/a-story.ts';
import { many } from '../length.ts';
import { asHtml, escapedXml, vectors, type Vector } from './vectors.ts';
import { reportWay } from './ways.ts';

const VECTORS = many(12_000, 1_500);
const utf8 = new TextEncoder();
const all = vectors(VECTORS);
/** A document for Word holds several, and none of the huge ones, which it would hold as plain words. */
const TOGETHER = 50;

/** Every address within a value, wherever it stands. */
function addressesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    (name === 'href' || name === 'url') && typeof inner === 'string' ? [inner] : addressesIn(inner),
  );
}

type Came = { ok: true; value: unknown } | { ok: false; failure: { code: string } };
const done = (value: unknown): Came => ({ ok: true, value });

/** The ways by which foreign markup becomes blocks of a story, each for one vector. */
const WAYS: Record<string, (vector: Vector) => Came> = {
  'a paste or a drop': (vector) => htmlToBlocks(asHtml(vector)),
  'a page': (vector) => readArticle('bai.html', utf8.encode(`<!DOCTYPE html><body>${asHtml(vector)}`)),
  Markdown: ({ words, markup }) => readArticle('bai.md', utf8.encode(`${words}\n\n${markup}\n`)),
  ninjs: (vector) =>
    readArticle(
      'bai.json',
      utf8.encode(
        JSON.stringify({
          uri: 'urn:x:1',
          type: 'text',
          language: 'vi',
          headlines: [{ value: 'Tin' }],
          bodies: [{ contenttype: 'text/html', value: asHtml(vector) }],
        }),
      ),
    ),
  text: ({ words, markup }) => readArticle('bai.txt', utf8.encode(`${words}\n${markup}`)),
  'a reply of a CMS': (vector) => done(htmlBlocks(asHtml(vector))),
  'a reply of WordPress': ({ words, markup }) =>
    done(
      wordpressUnits(
        `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->\n${markup}\n<!-- /wp:html -->\n\n<!-- wp:embed ${JSON.stringify({ url: markup }).replaceAll('--', '')} -->\n<figure>${markup}</figure>\n<!-- /wp:embed -->\n\n<!-- wp:image -->\n<figure>${markup}<figcaption>${markup}</figcaption></figure>\n<!-- /wp:image -->`,
      ),
    ),
  'a reply of Ghost': ({ words, markup }) =>
    done(
      ghostUnits(
        JSON.stringify({
          root: {
            type: 'root',
            children: [
              { type: 'paragraph', children: [{ type: 'text', text: words }] },
              { type: 'html', html: markup },
              { type: 'bookmark', url: markup, metadata: { title: markup, description: markup } },
              { type: 'image', src: markup, alt: markup, caption: markup },
              { type: 'paragraph', children: [{ type: 'link', url: markup, children: [{ type: 'text', text: 'x' }] }] },
            ],
          },
        }),
      ),
    ),
};

describe(`${VECTORS.toLocaleString('en')} pieces of markup that mean harm`, () => {
  it.each(Object.entries(WAYS))('come in by %s as words alone', (way, take) => {
    let slowest = 0;
    let [refused, binary] = [0, 0];
    const wrong: string[] = [];
    for (const vector of all) {
      const began = performance.now();
      const came = take(vector);
      slowest = Math.max(slowest, performance.now() - began);
      if (!came.ok) {
        // Too much of anything is refused by name, never by an exception.
        const isBinary = vector.markup.includes('\0') && came.failure.code === 'import.unsupported';
        if (!isBinary) expect(came.failure.code).toMatch(/^import[.](?:too-large|too-long)$/);
        if (isBinary) binary++;
        else refused++;
        continue;
      }
      const active = addressesIn(came.value).filter((address) => safeLink(address) === null);
      const isKept = JSON.stringify(came.value).includes(vector.words);
      if (active.length > 0 || !isKept)
        wrong.push(`${isKept ? 'kept' : 'LOST'} ${active.join(' ').slice(0, 100)} <- ${vector.markup.slice(0, 200)}`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    // The longest of them are megabytes that no newsroom was ever sent.
    expect(refused).toBeLessThan(10);
    const refusals = refused + binary > 0 ? `, ${refused} refused as too large, ${binary} as no text` : '';
    reportWay({
      ...{ way: `in: ${way}, as blocks${refusals}`, vectors: all.length, kept: all.length - refused - binary },
      ...{ ran: 0, active: 0, requests: 0, slowest },
    });
  });

  it('come in by a Word document as words alone', async () => {
    const some = all.filter(({ markup }) => markup.length < 2_000);
    let slowest = 0;
    for (let n = 0; n < some.length; n += TOGETHER) {
      const part = some.slice(n, n + TOGETHER);
      const body = part.map(({ words, markup }) => wp(wt(words)) + wp(wt(escapedXml(markup)))).join('');
      const links = part.map(
        ({ markup }, k) =>
          `<Relationship Id="rLink${k}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapedXml(markup)}" TargetMode="External"/>`,
      );
      const linked = part.map((_, k) => wp(`<w:hyperlink r:id="rLink${k}">${wt(`x${k}`)}</w:hyperlink>`)).join('');
      const began = performance.now();
      const read = await docxToBlocks(
        docx(body + linked, {
          'word/_rels/document.xml.rels': utf8.encode(
            `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
          ),
        }),
      );
      slowest = Math.max(slowest, performance.now() - began);
      if (!read.ok) throw new Error(read.failure.detail);
      const text = JSON.stringify(read.value.blocks);
      for (const { words } of part) expect(text).toContain(words);
      expect(addressesIn(read.value).filter((address) => safeLink(address) === null)).toEqual([]);
    }
    reportWay({
      ...{ way: 'in: a Word document, as blocks', vectors: some.length, kept: some.length },
      ...{ ran: 0, active: 0, requests: 0, slowest },
    });
  });

  it('lie in a story package as the words that they are', async () => {
    const some = all
      .filter(({ markup }) => markup.length < 2_000)
      .map(({ words, markup }) => ({ words, markup: markup.toWellFormed() }));
    for (let n = 0; n < some.length; n += TOGETHER) {
      const part = some.slice(n, n + TOGETHER);
      const story = createStory({
        language: 'vi',
        headline: part[0]?.markup ?? '',
        body: part.flatMap(({ words, markup }) => [
          p(words),
          p([{ text: markup, href: markup }]),
          embed(markup, markup, markup),
          photoBlock(photo(null, { alt: markup, caption: markup, credit: markup })),
        ]),
      });
      const written = await writePackage({ story, media: () => undefined });
      if (!written.ok) throw new Error(written.failure.detail);
      const read = await readPackage(written.value);
      if (!read.ok) throw new Error(read.failure.detail);
      expect(read.value.story.body).toEqual(story.body);
    }
  });
});
