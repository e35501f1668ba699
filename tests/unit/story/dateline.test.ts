import { describe, expect, test } from 'vitest';
import { withOffset } from '../../../src/base/dates.ts';
import { checkDateline, readDateline } from '../../../src/story/dateline.ts';
import { forSeeds } from './random.ts';

describe('a dated line', () => {
  test.each([
    ['Thứ Tư, 19/01/2022, 21:11 [GMT+7]', 'vi', '2022-01-19T21:11:00.000+07:00'],
    ['Thứ Năm, 12/06/2025, 10:30 [GMT+7]', 'vi', '2025-06-12T10:30:00.000+07:00'],
    ['10:30 GMT+7 Thứ Năm, 12/06/2025', 'vi', '2025-06-12T10:30:00.000+07:00'],
    ['thứ năm, 12/6/2025 10:30 (GMT+7)', 'vi', '2025-06-12T10:30:00.000+07:00'],
    ['T5, 12.06.2025 10h30 GMT+7', 'vi', '2025-06-12T10:30:00.000+07:00'],
    ['Thứ 5 ngày 12-06-2025 - 10:30 UTC+07:00', 'vi', '2025-06-12T10:30:00.000+07:00'],
    ['Chủ nhật, ngày 1 tháng 6 năm 2025, lúc 7 giờ 05 (GMT+7)', 'vi', '2025-06-01T07:05:00.000+07:00'],
    ['21 giờ, ngày 12 tháng 6 năm 2025, giờ Việt Nam', 'vi', '2025-06-12T21:00:00.000+07:00'],
    ['Wednesday, Jan. 19, 2022 9:11 PM ET', 'en', '2022-01-19T21:11:00.000-05:00'],
    ['Wednesday, July 20, 2022, 9:11 p.m. ET', 'en', '2022-07-20T21:11:00.000-04:00'],
    ['Wed., Jan. 19, 2022, 12 a.m. EST', 'en', '2022-01-19T00:00:00.000-05:00'],
    ['12:05 pm PT Sept. 3, 2024', 'en', '2024-09-03T12:05:00.000-07:00'],
    ['Wednesday 19 January 2022, 21:11 GMT', 'en-GB', '2022-01-19T21:11:00.000+00:00'],
    ['01/19/2022 21:11 UTC', 'en-US', '2022-01-19T21:11:00.000+00:00'],
    ['05/06/2022 21:11 UTC', 'en-US', '2022-05-06T21:11:00.000+00:00'],
    ['05/06/2022 21:11 UTC', 'en-GB', '2022-06-05T21:11:00.000+00:00'],
    ['Chủ Nhật, 05/06/2022, 21:11 [GMT+7]', 'en', '2022-06-05T21:11:00.000+07:00'],
    ['Thứ Năm, 12/06/2025, 10:30 [GMT+7]', 'en-US', '2025-06-12T10:30:00.000+07:00'],
    ['19/01/2022 21:11 UTC', 'en', '2022-01-19T21:11:00.000+00:00'],
    ['01/19/2022 21:11 UTC', 'en', '2022-01-19T21:11:00.000+00:00'],
    ['2022-01-19T21:11:00+07:00', 'en', '2022-01-19T21:11:00.000+07:00'],
    ['2022-01-19 21:11 -0330', 'vi', '2022-01-19T21:11:00.000-03:30'],
    ['2022-01-19T21:11Z', 'vi', '2022-01-19T21:11:00.000+00:00'],
  ])('%s (%s) is %s', (text, language, date) => {
    expect(readDateline(text, language)).toEqual({ place: '', source: '', date });
    expect(checkDateline(text, language)).toBeNull();
  });

  test.each([
    ['no zone', 'Thứ Năm, 12/06/2025, 10:30', 'vi'],
    ['no time', 'Thứ Năm, 12/06/2025', 'vi'],
    ['no year', '10:30 GMT+7, 12/6', 'vi'],
    ['words in no known form', 'Thứ Năm, 12/06/2025, 10:30 [GMT+7] cập nhật', 'vi'],
    ['two dates', '12/06/2025, 13/06/2025 10:30 GMT+7', 'vi'],
    ['a date that English alone does not settle', '05/06/2022 21:11 UTC', 'en'],
    ['the hour that summer time left out', 'Sunday, March 13, 2022 2:30 AM ET', 'en'],
    ['the hour that came twice', 'Sunday, Nov. 6, 2022 1:30 AM ET', 'en'],
    ['an offset that no place has', '12/06/2025 10:30 GMT+17', 'vi'],
    ['nothing', '', 'vi'],
  ])('with %s states no instant, and none is guessed', (_, text, language) => {
    expect(readDateline(text, language).date).toBeNull();
  });
});

describe('the head of a lead', () => {
  test.each([
    ['HÀ NỘI (TTXVN) -', { place: 'HÀ NỘI', source: 'TTXVN' }],
    ['(TTV) -', { place: '', source: 'TTV' }],
    ['(TTV)', { place: '', source: 'TTV' }],
    ['LONDON (Reuters) -', { place: 'LONDON', source: 'Reuters' }],
    ['LONDON (Reuters) —', { place: 'LONDON', source: 'Reuters' }],
    ['HANOI, Jan. 19 -', { place: 'HANOI', source: '' }],
    ['HANOI, Jan. 19 (Agency) -', { place: 'HANOI', source: 'Agency' }],
    ['HÀ NỘI, 19/1 (TTXVN) –', { place: 'HÀ NỘI', source: 'TTXVN' }],
    ['TP Hồ Chí Minh, ngày 12/6 -', { place: 'TP Hồ Chí Minh', source: '' }],
    ['AUSTIN, Texas (AP) —', { place: 'AUSTIN, Texas', source: 'AP' }],
    ['WASHINGTON, D.C. (AP) -', { place: 'WASHINGTON, D.C.', source: 'AP' }],
    ['SUN CITY, South Africa (AP) -', { place: 'SUN CITY, South Africa', source: 'AP' }],
    ['QUẬN 7 (BTV) -', { place: 'QUẬN 7', source: 'BTV' }],
    ['Vĩnh Long', { place: 'Vĩnh Long', source: '' }],
  ])('%s names %j', (text, named) => {
    expect(readDateline(text, 'vi')).toEqual({ ...named, date: null });
  });

  test('with a full date states the instant too', () => {
    expect(readDateline('HANOI, Jan. 19, 2022, 9:11 PM GMT+7 (Agency) -', 'en')).toEqual({
      place: 'HANOI',
      source: 'Agency',
      date: '2022-01-19T21:11:00.000+07:00',
    });
  });

  test.each(['hôm qua', 'sáng nay tại hiện trường', 'He said (twice) that - no'])('"%s" is none', (text) => {
    expect(readDateline(text, 'vi')).toEqual({ place: '', source: '', date: null });
  });

  test('reads a decomposed line as the composed one', () => {
    expect(readDateline('HÀ NỘI (TTXVN) -'.normalize('NFD'), 'vi').place).toBe('HÀ NỘI');
  });
});

describe('a dateline is warned of', () => {
  test.each([
    ['Thứ Năm, 19/01/2022, 21:11 [GMT+7]', 'vi', 'dateline.wrong-weekday'],
    ['Chủ nhật, 12/06/2025', 'vi', 'dateline.wrong-weekday'],
    ['Monday, Jan. 19, 2022 9:11 PM ET', 'en', 'dateline.wrong-weekday'],
    ['31/02/2022', 'vi', 'dateline.impossible-date'],
    ['Thứ Sáu, 30/02', 'vi', 'dateline.impossible-date'],
    ['29/02/2023 10:00 GMT+7', 'vi', 'dateline.impossible-date'],
    ['19/13/2022', 'vi', 'dateline.impossible-date'],
    ['12/06/2025 25:00', 'vi', 'dateline.impossible-date'],
    ['10:75, 12/06/2025', 'vi', 'dateline.impossible-date'],
    ['13:00 PM, Jan. 5, 2022', 'en', 'dateline.impossible-date'],
    ['Feb. 30, 2022', 'en', 'dateline.impossible-date'],
    ['2025-02-30', 'en', 'dateline.impossible-date'],
    ['12/06/2025 10:30 GMT+17', 'vi', 'dateline.impossible-date'],
  ])('%s (%s): %s', (text, language, warning) => {
    expect(checkDateline(text, language)).toBe(warning);
    expect(readDateline(text, language).date).toBeNull();
  });

  test.each(['', 'hôm qua', '29/02/2024', '29/2', 'Thứ Tư, 19/01/2022', 'Thứ Tư, 19/1', 'HÀ NỘI (TTXVN) -'])(
    'but not for "%s"',
    (text) => {
      expect(checkDateline(text)).toBeNull();
    },
  );
});

describe('any dateline', () => {
  const VI_DAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
  const two = (n: number): string => String(n).padStart(2, '0');

  test('printed from an instant is read as that instant', () => {
    forSeeds(300, (c) => {
      const hours = c.int(25) - 12;
      const at = Date.UTC(1970 + c.int(130), c.int(12), 1 + c.int(31), c.int(24), c.int(60));
      const local = new Date(at + hours * 3_600_000);
      const day = `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`;
      const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
      const zone = `GMT${hours < 0 ? '-' : '+'}${Math.abs(hours)}`;
      const date = withOffset(at, hours * 60);
      expect(readDateline(`${VI_DAYS[local.getUTCDay()]}, ${day}, ${time} [${zone}]`, 'vi').date).toBe(date);
      expect(readDateline(`${time} ${zone} ${VI_DAYS[local.getUTCDay()]}, ${day}`, 'vi').date).toBe(date);
      expect(checkDateline(`${VI_DAYS[(local.getUTCDay() + 1) % 7]}, ${day}`)).toBe('dateline.wrong-weekday');
    });
  });

  test('of any characters is read without an error and at once', () => {
    const NOISE = [
      'Thứ',
      ' ',
      '12',
      '/',
      ',',
      ':',
      '06',
      '2025',
      '[GMT+7]',
      '(',
      ')',
      '-',
      'Jan.',
      'HÀ',
      'NỘI',
      'PM',
      'ET',
      '\ud800',
      '🙂',
      '\n',
      'T',
      '+',
    ];
    const before = performance.now();
    forSeeds(1000, (c) => {
      const text = Array.from({ length: c.int(14) }, () => c.pick(NOISE)).join('');
      const { date } = readDateline(text, c.pick(['vi', 'en', 'en-US', '']));
      if (date !== null) expect(new Date(date).getTime()).not.toBeNaN();
    });
    for (const piece of ['A ', '1/', '(', ' ', '-', 'Thứ Tư ']) readDateline(piece.repeat(50_000), 'vi');
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
