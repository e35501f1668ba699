import { describe, expect, it } from 'vitest';
import { compose, propose } from '../../../src/import/article.ts';
import { readArticle } from '../../../src/import/read.ts';

const HEAD = 'Khởi công cầu Đông Hải bắc qua sông Tiền';
const LEAD = 'Sáng nay, 19/1, UBND tỉnh tổ chức lễ khởi công xây dựng cầu Đông Hải, nối hai huyện ven sông.';
const CAPTION = 'Cầu Đông Hải nhìn từ bờ bắc. Ảnh: Minh Đức';

describe('an article taken apart into letters and marks comes in whole', () => {
  it.each([
    ['bai.txt', `${HEAD}\n\n(TTV) - ${LEAD}\n\n${CAPTION}\n\nĐức Đồng - Đức Tình`],
    [
      'bai.html',
      `<html lang="vi"><title>${HEAD}</title><h1>${HEAD}</h1><p>${LEAD}</p><figure><img src="a.jpg" alt="Cầu"><figcaption>${CAPTION}</figcaption></figure><table><tr><td>Số vốn</td></tr></table>`,
    ],
    [
      'bai.md',
      `---\ntitle: ${HEAD}\nauthor: Đức Đồng\ntags: [Cầu, Đường]\n---\n\n${LEAD}\n\n- Số **vốn**\n\n![Cầu Đông](a.jpg "${CAPTION}")\n`,
    ],
    [
      'bai.json',
      JSON.stringify({
        uri: 'tag:vi',
        type: 'text',
        language: 'vi',
        headline: HEAD,
        byline: 'Đức Đồng',
        body_xhtml: `<p>${LEAD}</p>`,
        keywords: ['Cầu đường'],
      }),
    ],
  ])('from %s', (name, text) => {
    const apart = text.normalize('NFD');
    expect(apart).not.toBe(text);
    const read = readArticle(name, new TextEncoder().encode(apart));
    if (!read.ok) throw new Error(read.failure.detail);
    const { fields, body } = compose(read.value, propose(read.value, 'vi'));
    const kept = JSON.stringify({ fields, body, read: read.value });
    expect(kept).toContain(HEAD);
    expect(kept).toContain(LEAD.slice(10));
    expect(kept).toBe(kept.normalize('NFC'));
  });
});
