import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../src/export/options.ts';
import { exportFormats, exportFormat } from '../../../src/export/index.ts';
import { ok } from '../../../src/base/result.ts';
import { sourceOf } from './readers.ts';
import { reviewed } from './reviewed.ts';

async function word(options: ExportOptions): Promise<{ bytes: Uint8Array; document: string; comments: string }> {
  const made = await exportFormat('docx')?.write({ story: reviewed, media: () => undefined, options });
  const file = made?.ok ? made.value[0] : undefined;
  if (!file) throw new Error('no document');
  const parts = unzipSync(file.bytes);
  const part = (name: string): string => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  return { bytes: file.bytes, document: part('word/document.xml'), comments: part('word/comments.xml') };
}

/** The texts of tracked insertions or deletions, each with its author. */
const tracked = (document: string, kind: 'ins' | 'del'): string[] =>
  [...document.matchAll(new RegExp(`<w:${kind} [^>]*w:author="([^"]*)"[^>]*>(.*?)</w:${kind}>`, 'g'))]
    .map(([, author = '', inner = '']) => `${author}: ${inner.replace(/<[^>]*>/g, '')}`)
    .filter((said) => !said.endsWith(': '));

describe('a story in review as Word', () => {
  it('has suggestions as tracked changes, and comments with their answers on their words', async () => {
    const { document, comments } = await word({ review: true });
    expect(tracked(document, 'ins').join('|')).toContain('lũ');
    expect(tracked(document, 'ins').join('|')).toContain('Lũ lên rất nhanh');
    expect(tracked(document, 'del').join('|')).toContain('Câu này thừa.');
    expect(tracked(document, 'del').join('|')).toMatch(/: Lũ lên(?:\||$)/);
    expect(comments).toContain('Nhanh là bao nhiêu?');
    expect(comments).toContain('20 cm một giờ.');
    expect(comments).toContain('Thiếu lời người dân.');
    expect(comments).toContain('w:author="Ngọc Ánh"');
    expect(comments).not.toContain('ĐÃ XONG RỒI');
    const [, range = ''] = /<w:commentRangeStart w:id="0"\/>(.*?)<w:commentRangeEnd w:id="0"\/>/.exec(document) ?? [];
    expect(range.replace(/<[^>]*>/g, '')).toBe('nhanh');
    const ids = [...document.matchAll(/<w:(?:ins|del|rPrChange) [^>]*w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('reads as the suggestions would have it once they are accepted', async () => {
    const { bytes } = await word({ review: true });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain('Nước lũ lên nhanh.');
    expect(value).toContain('Ba xã bị ngập.');
    expect(value).not.toContain('Câu này thừa.');
  });

  it('is the same bytes as often as it is asked for', async () => {
    expect((await word({ review: true })).bytes).toEqual((await word({ review: true })).bytes);
  });

  it.each(exportFormats.map((format) => [format.id, format] as const))(
    'leaves none of it without being asked: %s',
    async (_, format) => {
      const made = await format.write({
        story: reviewed,
        media: () => undefined,
        print: ({ page }) => Promise.resolve(ok(page)),
      });
      const source = made.ok && made.value[0] ? sourceOf(made.value[0]) : '';
      expect(source).toContain('Câu này thừa.');
      for (const inner of ['lũ lên', 'rất nhanh', 'Ba xã', 'bao nhiêu', 'Thiếu lời', 'Tom Lee', 'thread1'])
        expect(source).not.toContain(inner);
    },
  );
});
