import { describe, expect, it } from 'vitest';
import { cleanLink } from '../../../src/import/links.ts';

const hrefOf = (address: string): string | null => cleanLink(address).href;

describe('an address from a page', () => {
  it.each([
    [
      'stays letter by letter',
      'https://example.org/a;b?x=1&y=%20&y=2#utm_z',
      'https://example.org/a;b?x=1&y=%20&y=2#utm_z',
    ],
    [
      'loses what tracks its readers',
      'https://example.org/?utm_source=a&id=7&fbclid=b&UTM_MEDIUM=c&gclid=d#top',
      'https://example.org/?id=7#top',
    ],
    ['loses the question mark with the last parameter', 'https://example.org/a?utm_source=a', 'https://example.org/a'],
    [
      'comes out of Google’s redirect',
      'https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F%3Fa%3D1%26utm_source%3Dx&sa=D&ust=1',
      'https://example.org/?a=1',
    ],
    [
      'comes out of two redirects',
      `https://l.facebook.com/l.php?u=${encodeURIComponent('https://www.google.com/url?url=https://example.org/a')}&h=x`,
      'https://example.org/a',
    ],
    [
      'stays where a redirect leads to no address',
      'https://www.google.com/url?q=javascript:alert(1)',
      'https://www.google.com/url?q=javascript:alert(1)',
    ],
    [
      'stays where a redirect is no address at all',
      'https://www.google.com/url?q=%E0%A4%A',
      'https://www.google.com/url?q=%E0%A4%A',
    ],
    ['gets its scheme', '//example.org/a', 'https://example.org/a'],
    ['has blanks and quotes escaped', ' https://example.org/a b"c<d> ', 'https://example.org/a%20b%22c%3Cd%3E'],
    ['loses invisible characters', 'https://exam\u200bple.org/\u202ea', 'https://example.org/a'],
    ['may be a mail address', 'mailto:desk@example.org?subject=a', 'mailto:desk@example.org?subject=a'],
  ])('%s', (_, address, href) => {
    expect(hrefOf(address)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\u0000script:alert(1)',
    'java\u200bscript:alert(1)',
    'java\u00adscript:alert(1)',
    '\ufeffjavascript:alert(1)',
    'javascript\t:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'app://window/',
    'view-source:https://a',
    'https:',
    'https://',
    'https:///x',
    'http:\\\\example.org',
    'mailto:',
    'ftp://example.org',
    'tel:113',
    `https://example.org/${'a'.repeat(9000)}`,
  ])('is refused: %j', (address) => {
    expect(cleanLink(address)).toEqual({ href: null, why: 'refused-link' });
  });

  it.each(['/a', 'a.html', '#a', '?a', '', '  ', 'javascript&colon;alert(1)'])(
    'means nothing outside its page: %j',
    (address) => {
      expect(cleanLink(address)).toEqual({ href: null, why: 'relative-link' });
    },
  );
});
