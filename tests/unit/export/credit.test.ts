import { describe, expect, it } from 'vitest';
import { creditToPrint } from '../../../src/export/credit.ts';

const printed = (caption: string, credit: string): string =>
  creditToPrint({ caption: caption === '' ? [] : [{ text: caption }], credit });

describe('a photo’s credit', () => {
  it.each([
    ['Nước lũ dâng cao.', 'Lê Hà', 'Lê Hà'],
    ['Nước lũ dâng cao.', 'Ảnh: Lê Hà', 'Lê Hà'],
    ['The bridge.', 'Photo by Ann Roe', 'Ann Roe'],
    ['The bridge.', '  Photo:  Ann  Roe ', 'Ann Roe'],
    ['', 'Reuters', 'Reuters'],
    ['The bridge.', '', ''],
    ['The bridge.', 'Photography Ltd', 'Photography Ltd'],
    ['The bridge.', 'Photo:', 'Photo:'],
  ])('is printed after "%s" as its name: %s', (caption, credit, expected) => {
    expect(printed(caption, credit)).toBe(expected);
  });

  it.each([
    ['Nước lũ dâng cao. Ảnh: Lê Hà', 'Lê Hà'],
    ['Nước lũ dâng cao. ẢNH: LÊ HÀ.', 'Lê Hà'],
    ['Nước lũ dâng cao (Ảnh: Lê Hà)', 'Ảnh: Lê Hà'],
    ['Ảnh: Lê Hà. Nước lũ dâng cao.', 'Lê Hà'],
    ['The bridge. Photo by Ann Roe.', 'Ann Roe'],
    ['The bridge (Reuters)', 'Reuters'],
    ['The bridge – Reuters', 'Photo: Reuters'],
    ['The bridge. © Ann Roe', 'Ann Roe'],
    ['Nước lũ dâng cao. Ảnh: Lê Hà'.normalize('NFD'), 'Lê Hà'],
  ])('is not printed twice: %s', (caption, credit) => {
    expect(printed(caption, credit)).toBe('');
  });

  it.each([
    ['A portrait of Ann Roe', 'Ann Roe'],
    ['Ann Roe at the bridge.', 'Ann Roe'],
    ['Photo: Ann Roebuck', 'Ann Roe'],
    ['The end of Reuters', 'Reuters'],
  ])('is not lost because the caption happens to hold the name: %s', (caption, credit) => {
    expect(printed(caption, credit)).toBe(credit);
  });

  it('is kept back where the photo says that it is not printed', () => {
    expect(creditToPrint({ caption: [], credit: 'Ann Roe', showCredit: false })).toBe('');
  });
});
