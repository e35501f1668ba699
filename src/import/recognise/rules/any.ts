import type { LineRule } from '../parts.ts';

/** What is the same in every language. Tried before the languages' own tables. */
export const anyRules: readonly LineRule[] = [
  {
    name: 'any.furniture.mark',
    part: 'furniture',
    confidence: 0.97,
    where: 'anywhere',
    pattern: /^[.,·•|/\\_=~^>»«<+#*-]{1,3}$/u,
    takes: '.',
    leaves: '***.',
  },
  {
    name: 'any.furniture.banner',
    part: 'furniture',
    confidence: 0.95,
    where: 'anywhere',
    pattern:
      /^(?:banner(?: \d+)?|logo|\[?(?:ad|ads|qc)\]?|img|image|icon|thumbnail|avatar|video player|google news|rss|a[-+]|a ?\+ ?a ?-|aa)$/iu,
    takes: 'Banner',
    leaves: 'Bannerman',
  },
  {
    name: 'any.mail.header',
    part: 'furniture',
    confidence: 0.93,
    where: 'head',
    pattern:
      /^(?:from|to|cc|bcc|sent|date|reply-to|từ|đến|tới|gửi|ngày gửi|đã gửi)\s?:\s*(?:.*@.*|.*\d{4}.*\d{1,2}[:h]\d{2}.*)$/iu,
    takes: 'From: Mai Lan <mai.lan@example.org>',
    leaves: 'From: the editor’s desk',
  },
  {
    name: 'any.body.label',
    part: 'furniture',
    confidence: 0.93,
    where: 'head',
    pattern: /^(?:nội dung|chính văn|body|text|content)\s?:?$/iu,
    takes: 'Nội dung:',
    leaves: 'Nội dung buổi họp',
  },
  {
    name: 'any.credit.line',
    part: 'credit',
    confidence: 0.93,
    where: 'anywhere',
    pattern:
      /^\(?(?:ảnh|hình|photo|photograph|picture|photo credit|credit|image)(?: by|:| minh họa:| minh hoạ:|\s?:)\s*(?<said>\S[^.!?]{1,50})\)?$/iu,
    takes: 'Ảnh: Minh Đức',
    leaves: 'Ảnh hưởng của bão còn kéo dài.',
  },
];
