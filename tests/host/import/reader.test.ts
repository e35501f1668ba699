import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readForeign, readForeignFile } from '../../../electron/services/import/reader.ts';
import { compose, propose } from '../../../src/import/article.ts';
import type { Imported } from '../../../src/import/imported.ts';
import { plainText } from '../../../src/story/runs.ts';
import { photosOf } from '../../../src/story/walk.ts';
import { REPOSITORY } from '../../desktop/launch.ts';
import { newHome } from '../folder.ts';
import { docx, picture, wp, wt } from './a-docx.ts';
import { PNG } from './png.ts';

const THREAD = join(REPOSITORY, 'out/host/import-worker.js');
const read = (name: string, bytes: Uint8Array) => readForeign(name, bytes, { thread: THREAD });
async function readOk(name: string, bytes: Uint8Array): Promise<Imported> {
  const result = await read(name, bytes);
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.value;
}

const long = 'Sáng nay, 19/1, UBND tỉnh tổ chức lễ khởi công xây dựng cầu Đông Hải, bắc qua sông Cái Sậy.';
const story = [
  wp(wt('Khởi công cầu Đông Hải'), 'Title'),
  wp(wt('(TTV) - ') + wt(long)),
  picture,
  wp(wt('Cầu Đông Hải nhìn từ bờ bắc. Ảnh: Minh Đức'), 'Caption'),
  wp(
    `${wt('Giữ lại ')}<w:ins w:id="1" w:author="Lan">${wt('thêm vào ')}</w:ins><w:del w:id="2" w:author="Lan"><w:r><w:delText>đã gạch</w:delText></w:r></w:del>${wt('hết, vì công trình này quan trọng với cả hai huyện.', '<w:b/>')}`,
  ),
  wp(wt('Đức Đồng - Đức Tình')),
].join('');

describe('a Word document', () => {
  it('comes with its headline, mark, picture, caption and names; changes and comments are named', async () => {
    const imported = await readOk('bai.docx', docx(story));
    const { fields, body, receipt } = compose(imported, propose(imported, 'vi'));
    expect(fields).toMatchObject({
      headline: 'Khởi công cầu Đông Hải',
      dateline: { mark: '(TTV) -', source: 'TTV' },
      byline: { text: 'Đức Đồng - Đức Tình' },
    });
    const [photo] = photosOf({ body });
    expect(photo).toMatchObject({ alt: 'Cầu Đông Hải', credit: 'Minh Đức' });
    expect(plainText(photo?.caption ?? [])).toBe('Cầu Đông Hải nhìn từ bờ bắc.');
    expect(imported.pictures).toMatchObject([{ photoId: photo?.id, source: { kind: 'bytes', type: 'image/png' } }]);
    const [kept] = imported.pictures;
    expect(kept?.source.kind === 'bytes' && Buffer.from(kept.source.bytes).equals(Buffer.from(PNG))).toBe(true);
    expect(body.at(-1)).toMatchObject({
      text: [{ text: 'Giữ lại thêm vào ' }, { marks: ['strong'] }],
    });
    expect(receipt.changed['insertion-accepted']).toBe(1);
    expect(receipt.texts).toEqual(
      expect.arrayContaining([
        { name: 'tracked-deletion', text: 'đã gạch' },
        { name: 'comment', text: 'Lan & Anh: Xem lại giờ' },
      ]),
    );
  });

  it('keeps the language of a paragraph, where its letters bear it out', async () => {
    const VI = 'Đoàn khách Anh đến tỉnh sáng nay và thăm bến phà cũ bên sông Cái.';
    const EN = 'We came by boat, and nobody told us how long it would take.';
    const inLanguage = (text: string, language: string): string => wt(text, `<w:b/><w:lang w:val="${language}"/>`);
    const imported = await readOk(
      'bai.docx',
      docx(
        wp(inLanguage(VI, 'en-US')) +
          wp(inLanguage(EN, 'en-GB') + inLanguage(' Then it rained.', 'en-GB')) +
          wp(inLanguage(VI, 'vi-VN')) +
          wp(inLanguage(VI, 'vi-VN') + inLanguage('By boat', 'en-GB')),
      ),
    );
    expect(imported.blocks.map((block) => ('language' in block ? block.language : undefined))).toEqual([
      undefined,
      'en-GB',
      undefined,
      undefined,
    ]);
    expect(imported.blocks[1]).toMatchObject({ text: [{ text: `${EN} Then it rained.`, marks: ['strong'] }] });
  });

  it.each([
    ['cut short', docx(story).subarray(0, 900)],
    ['of zeros behind a zip’s first bytes', Uint8Array.from([0x50, 0x4b, 3, 4, ...new Uint8Array(4000)])],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['with broken XML', docx(`${wp(wt('a'))}<w:p><w:r>`)],
    ['with no end of nested tables', docx('<w:tbl><w:tr><w:tc>'.repeat(20_000))],
  ])('%s ends in a clear failure', async (_, bytes) => {
    const result = await read('bai.docx', bytes);
    expect(result).toMatchObject({ ok: false, failure: { about: { file: 'bai.docx' } } });
    expect(!result.ok && result.failure.code).toMatch(/^import\.(?:damaged|empty|failed|too-large)$/);
  });

  it('that unfolds to a gigabyte is refused before it is unfolded', async () => {
    const bomb = docx(wp(wt('a')), { 'word/footnotes.xml': new Uint8Array(200 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    expect(await read('bom.docx', bomb)).toMatchObject({ ok: false, failure: { code: 'import.too-large' } });
  });

  it('whose every byte may be wrong never hangs and never throws', async () => {
    const whole = docx(story);
    for (let seed = 1; seed <= 25; seed++) {
      const bytes = whole.slice();
      for (let hit = 0; hit < 8; hit++) bytes[(seed * 7919 + hit * 104_729) % bytes.length] = (seed * 31 + hit) & 255;
      const result = await read('bai.docx', bytes);
      expect(result.ok || result.failure.code.startsWith('import.')).toBe(true);
    }
  });
});

describe('other files', () => {
  it.each([
    ['bai.pdf', strToU8('%PDF-1.7 …'), 'import.unsupported'],
    ['bai.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'import.unsupported'],
    ['bai.rtf', strToU8('{\\rtf1\\ansi Xin chao}'), 'import.unsupported'],
    ['bai.json', strToU8('{"a": 1}'), 'import.not-ninjs'],
    ['bai.txt', new Uint8Array(), 'import.empty'],
    ['anh.bin', Uint8Array.from([1, 0, 2, 0, 0, 3, 255, 254, 0, 9]), 'import.unsupported'],
  ])('%s is refused with its reason', async (name, bytes, code) => {
    expect(await read(name, bytes)).toMatchObject({ ok: false, failure: { code, about: { file: name } } });
  });

  it('a page’s scripts, handlers and unsafe links do not come in', async () => {
    const page = `<html><body><h1 onclick="x()">Tít</h1><p>${long} <a href="javascript:x()">link</a></p><script>x()</script><svg><script>x()</script><text>y</text></svg></body></html>`;
    const { blocks } = await readOk('trang.html', strToU8(page));
    expect(JSON.stringify(blocks)).not.toMatch(/javascript|onclick|x\(\)/);
  });

  it('Markdown comes with its front matter', async () => {
    const markdown = `---\ntitle: Lũ về\nlang: vi\ntags: [lũ, Tân Thuận]\nurgency: 3\nodd: 1\n---\n\n## Nước lên\n\n**(TTV) -** ${long}\n\n- một\n  - hai\n\n| Xã | Mức |\n|---|---|\n| A | 1 |\n`;
    const imported = await readOk('bai.md', strToU8(markdown));
    expect(imported.fields).toMatchObject({
      headline: 'Lũ về',
      language: 'vi',
      keywords: ['lũ', 'Tân Thuận'],
      urgency: 3,
    });
    expect(imported.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'table']);
    expect(imported.receipt.texts).toContainEqual({ name: 'unknown-member', text: 'odd: 1' });
  });

  it.each([
    ['1.x', { headline: 'Flood', body_html: `<p>${long}</p>`, byline: 'By Mai Lan', urgency: 4, language: 'en' }],
    [
      '2.x',
      {
        headlines: [{ role: 'main', value: 'Flood' }],
        bodies: [{ role: 'main', contenttype: 'text/html', value: `<p>${long}</p>` }],
        by: 'By Mai Lan',
        urgency: 4,
        language: 'en',
      },
    ],
    [
      '3.x',
      {
        headlines: [{ value: 'Flood' }],
        bodies: [{ contentType: 'text/plain', value: long }],
        by: 'By Mai Lan',
        urgency: 4,
        language: 'en',
      },
    ],
  ])('a ninjs %s item fills the fields that it states', async (_, item) => {
    const { fields, blocks } = await readOk('item.json', strToU8(JSON.stringify(item)));
    expect(fields).toMatchObject({ headline: 'Flood', urgency: 4, byline: { people: [{ name: 'Mai Lan' }] } });
    expect(blocks).toMatchObject([{ type: 'paragraph', text: [{ text: long }] }]);
  });

  it('a file that is not there is named', async () => {
    const folder = await newHome();
    expect(await readForeignFile(join(folder, 'gone.txt'), THREAD)).toMatchObject({
      failure: { code: 'import.not-found' },
    });
    await writeFile(join(folder, 'bai.txt'), long);
    expect(await readForeignFile(join(folder, 'bai.txt'), THREAD)).toMatchObject({ ok: true });
  });
});

describe('pictures beside a document', () => {
  const markdown = (...addresses: string[]): string =>
    `# Cầu mới\n\n${long}\n\n${addresses.map((address) => `![Cầu](<${address}> "Cầu nhìn từ bờ bắc")\n`).join('\n')}`;

  async function readBeside(name: string, text: string): Promise<Imported> {
    const outside = await newHome();
    await writeFile(join(outside, 'ngoai.png'), PNG);
    const folder = join(outside, 'bai');
    await mkdir(join(folder, 'anh cầu'), { recursive: true });
    await writeFile(join(folder, 'anh cầu', 'một.png'), PNG);
    await symlink(join(outside, 'ngoai.png'), join(folder, 'lien-ket.png'));
    await writeFile(join(folder, name), text);
    const read = await readForeignFile(join(folder, name), THREAD);
    if (!read.ok) throw new Error(read.failure.code);
    return read.value;
  }

  it('come along with Markdown', async () => {
    const { pictures, receipt, blocks } = await readBeside('bai.md', markdown('anh%20c%E1%BA%A7u/m%E1%BB%99t.png'));
    const [photo] = photosOf({ body: blocks });
    expect(pictures).toMatchObject([{ photoId: photo?.id, source: { kind: 'bytes' } }]);
    expect(plainText(photo?.caption ?? [])).toBe('Cầu nhìn từ bờ bắc');
    expect(receipt).toMatchObject({ kept: { picture: 1 }, dropped: {} });
  });

  it('come along with a saved page, where a caption tells of them', async () => {
    const page = `<!doctype html><html><body><h1>Cầu mới</h1><p>${long}</p><figure><img src="anh cầu/một.png" alt="Cầu"><figcaption>Cầu nhìn từ bờ bắc.</figcaption></figure><img src="anh cầu/logo.png"></body></html>`;
    const { pictures, receipt } = await readBeside('trang.html', page);
    expect(pictures).toMatchObject([{ source: { kind: 'bytes' } }]);
    expect(receipt).toMatchObject({ kept: { picture: 1 }, dropped: { 'missing-picture': 1 } });
  });

  it.each([
    '../ngoai.png',
    '/etc/hostname',
    'file:///etc/hostname',
    'a/../../ngoai.png',
    '..\\ngoai.png',
    '%2e%2e/ngoai.png',
    'lien-ket.png',
    'khong-co.png',
    '.',
  ])('that lie outside its folder, or nowhere, are never read: %s', async (address) => {
    const { pictures, receipt } = await readBeside('bai.md', markdown(address));
    expect(pictures).toEqual([]);
    expect(receipt.dropped).toEqual({ 'missing-picture': 1 });
  });

  it('are missing where the file came without its folder', async () => {
    const { pictures, receipt } = await readOk('bai.md', strToU8(markdown('a.png')));
    expect(pictures).toEqual([]);
    expect(receipt.dropped).toEqual({ 'missing-picture': 1 });
  });
});

describe('a reading that would not end', () => {
  const threadOf = async (source: string): Promise<string> => {
    const file = join(await newHome(), 'thread.mjs');
    await writeFile(file, source);
    return file;
  };

  it('is ended with its thread, and says so', async () => {
    const thread = await threadOf('for (;;);');
    expect(await readForeign('bai.docx', strToU8('x'), { thread, patience: 300 })).toMatchObject({
      ok: false,
      failure: { code: 'import.too-long', about: { file: 'bai.docx' } },
    });
  });

  it('or that breaks off ends in a failure too', async () => {
    const thread = await threadOf('throw new Error("broken")');
    expect(await readForeign('bai.docx', strToU8('x'), { thread })).toMatchObject({
      failure: { code: 'import.failed' },
    });
  });
});
