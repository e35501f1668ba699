import { describe, expect, it } from 'vitest';
import { decodeText, fromFontEncoding } from '../../../src/import/encoding/index.ts';
import { fromTcvn3 } from '../../../src/import/encoding/tcvn3.ts';
import { fromVni } from '../../../src/import/encoding/vni.ts';

const MOTTO = 'Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc';
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0)).length === 0
    ? new Uint8Array()
    : Uint8Array.from(
        [...text].flatMap((letter) => {
          const code = letter.charCodeAt(0);
          return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
        }),
      );

describe('the old Vietnamese encodings', () => {
  it('reads TCVN3, every letter of it', () => {
    expect(fromTcvn3('Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc')).toBe(MOTTO);
    expect(fromTcvn3('µ¸¶·¹ »¾¼½Æ ÇÊÈÉË ÌÐÎÏÑ ÒÕÓÔÖ ×ÝØÜÞ ßãáâä åèæçé êíëìî ïóñòô õøö÷ù úýûüþ')).toBe(
      'àáảãạ ằắẳẵặ ầấẩẫậ èéẻẽẹ ềếểễệ ìíỉĩị òóỏõọ ồốổỗộ ờớởỡợ ùúủũụ ừứửữự ỳýỷỹỵ',
    );
  });

  it('reads VNI, every letter of it', () => {
    expect(fromVni('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp töï do haïnh phuùc')).toBe(MOTTO);
    expect(
      fromVni('aøaùaûaõaï aèaéaúaüaë aàaáaåaãaä eøeùeûeõeï eàeáeåeãeä ìíæóò oøoùoûoõoï oàoáoåoãoä ôøôùôûôõôï'),
    ).toBe('àáảãạ ằắẳẵặ ầấẩẫậ èéẻẽẹ ềếểễệ ìíỉĩị òóỏõọ ồốổỗộ ờớởỡợ');
    expect(fromVni('uøuùuûuõuï öøöùöûöõöï yøyùyûyõî ÑOÀNG ÑÖÔØNG')).toBe('ùúủũụ ừứửữự ỳýỷỹỵ ĐỒNG ĐƯỜNG');
  });

  it('knows the one from the other, and both from French', () => {
    expect(fromFontEncoding('Nh÷ng ng­êi ®­îc mêi ®Òu ®· ®Õn tØnh')?.encoding).toBe('tcvn3');
    expect(fromFontEncoding('Nhöõng ngöôøi ñöôïc môøi ñeàu ñaõ ñeán tænh')?.encoding).toBe('vni');
    expect(fromFontEncoding('Le préfet a déclaré que la forêt brûlait, où l’été fût sec à Nîmes')).toBeNull();
    expect(fromFontEncoding('Những người được mời đều đã đến tỉnh')).toBeNull();
  });
});

describe('the bytes of a text file', () => {
  it('are read as UTF-8 and UTF-16, with and without their mark', () => {
    const utf8 = new TextEncoder().encode(MOTTO);
    expect(decodeText(utf8)).toEqual({ text: MOTTO, encoding: 'utf-8' });
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toEqual({ text: MOTTO, encoding: 'utf-8' });
    for (const isLittle of [true, false]) {
      const encoding = isLittle ? 'utf-16le' : 'utf-16be';
      expect(decodeText(utf16(`\ufeff${MOTTO}`, isLittle))).toEqual({ text: MOTTO, encoding });
      expect(decodeText(utf16('River breaks its banks', isLittle))).toEqual({
        text: 'River breaks its banks',
        encoding,
      });
    }
  });

  it('are read as Windows-1258, whose tones stand behind the letters', () => {
    // "Những người được mời" with ư õ+tilde … as that code page writes it.
    const bytes = latin1('Nh\xfd\xdeng ng\xfd\xf5\xcci \xf0\xfd\xf5\xf2c m\xf5\xcci');
    expect(decodeText(bytes)).toEqual({ text: 'Những người được mời', encoding: 'windows-1258' });
  });

  it('are read as TCVN3, VNI and Windows-1252', () => {
    expect(decodeText(latin1('Nh÷ng ng\xadêi ®\xadîc mêi ®Òu ®· ®Õn tØnh'))).toMatchObject({
      encoding: 'tcvn3',
      text: 'Những người được mời đều đã đến tỉnh',
    });
    expect(decodeText(latin1('Nhöõng ngöôøi ñöôïc môøi ñeàu ñaõ ñeán tænh'))).toMatchObject({ encoding: 'vni' });
    expect(decodeText(latin1('Le préfet a déclaré'))).toEqual({
      text: 'Le préfet a déclaré',
      encoding: 'windows-1252',
    });
  });
});
