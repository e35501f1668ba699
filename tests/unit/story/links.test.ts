import { describe, expect, test } from 'vitest';
import { safeLink } from '../../../src/story/links.ts';

describe('an address that may stand in a story', () => {
  test.each([
    ['https://baosongtien.example/tin?id=1#a', 'https://baosongtien.example/tin?id=1#a'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['  https://example.org/ ', 'https://example.org/'],
    ['https://exam\nple.org/\u0000', 'https://example.org/'],
    ['https://vi.example/đường', 'https://vi.example/đường'],
  ])('%j is %j', (address, link) => {
    expect(safeLink(address)).toBe(link);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' \u0001javascript:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://a.example/1',
    'app://copydesk/',
    'ftp://example.org',
    '//example.org',
    '/local',
    'example.org',
    'https:',
    'https://',
    'https:///path',
    'https:\\\\example.org',
    'mailto:',
    'mailto: ',
    '',
    'view-source:https://example.org',
    '\u200bjavascript:x',
  ])('%j may not', (address) => {
    expect(safeLink(address)).toBeNull();
  });
});
