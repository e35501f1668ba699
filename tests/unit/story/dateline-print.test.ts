import { describe, expect, it } from 'vitest';
import { checkDateline, datelineOf, offsetsThere, readDateline } from '../../../src/story/dateline.ts';
import { NO_HOUSE, type DatelineHouse } from '../../../src/story/dateline-house.ts';
import { COMMON_FORMS, printDateline, unknownTokens, type DatelineFacts } from '../../../src/story/dateline-print.ts';
import { isTimeZone, zoneOfPlace } from '../../../src/story/places.ts';
import { forSeeds } from './random.ts';

const at = (instant: string, timeZone: string, place = '', source = ''): DatelineFacts => ({
  at: Date.parse(instant),
  timeZone,
  place,
  source,
});
const hanoi = at('2022-01-19T21:11:00+07:00', 'Asia/Ho_Chi_Minh', 'Hanoi', 'Agency');
const station: DatelineHouse = {
  ...NO_HOUSE,
  source: 'TTV',
  places: [{ name: 'Bình Phú', zone: 'Asia/Ho_Chi_Minh' }],
};

describe('a dateline printed from an instant, a place and a house’s form', () => {
  it.each([
    ['{weekday}, {dd}/{mm}/{yyyy}, {time} [{zone}]', 'vi', hanoi, 'Thứ Tư, 19/01/2022, 21:11 [GMT+7]'],
    ['{PLACE}, {month} {d} ({source}) -', 'en', hanoi, 'HANOI, Jan. 19 (Agency) -'],
    ['{PLACE} ({source}) -', 'vi', { ...hanoi, place: 'Hà Nội', source: 'TTXVN' }, 'HÀ NỘI (TTXVN) -'],
    ['{PLACE} ({source}) -', 'vi', { ...hanoi, place: '', source: 'TTV' }, '(TTV) -'],
    ['{PLACE} ({source}) -', 'vi', { ...hanoi, source: '' }, 'HANOI -'],
    ['{PLACE}, {month} {d} ({source}) -', 'en', { ...hanoi, place: '' }, 'Jan. 19 (Agency) -'],
    ['{PLACE} ({source}) -', 'vi', { ...hanoi, place: '', source: '' }, ''],
    ['{PLACE} ({source}) -', 'en', { ...hanoi, place: 'Austin, Texas', source: 'AP' }, 'AUSTIN, Texas (AP) -'],
    [
      '{weekday}, {month} {d}, {yyyy} {TIME12} {zone}',
      'en',
      at('2022-01-19T21:11:00-05:00', 'America/New_York'),
      'Wednesday, Jan. 19, 2022 9:11 PM ET',
    ],
    ['{time12} {zone}', 'en', at('2022-07-19T12:00:00-04:00', 'America/New_York'), 'noon ET'],
    ['{time12} {zone}', 'en', at('2022-07-19T00:00:00-04:00', 'America/New_York'), '12 a.m. ET'],
    // The hour that comes twice: only the offset says which.
    ['{time12} {zone}', 'en', at('2022-11-06T05:30:00Z', 'America/New_York'), '1:30 a.m. GMT-4'],
    ['{time} {zone}', 'en', at('2022-07-19T12:00:00Z', 'Asia/Kathmandu'), '17:45 GMT+5:45'],
    ['{month} {yyyy}', 'en', hanoi, 'January 2022'],
    ['ngày {d} {month} năm {yyyy}', 'vi', hanoi, 'ngày 19 tháng 1 năm 2022'],
  ])('%s (%s) is %#', (form, language, facts, printed) => {
    expect(printDateline(form, language, facts)).toBe(printed);
  });

  it('shortens the months that the Associated Press shortens, and spells the others', () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      printDateline('{month} {d}', 'en', at(`2022-${String(month + 1).padStart(2, '0')}-19T12:00:00Z`, 'UTC')),
    );
    expect(months.map((printed) => printed.split(' ')[0])).toEqual(
      'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' '),
    );
  });

  it('names the words that a form cannot have', () => {
    expect(unknownTokens('{weekday} {DD} {day}, {giờ}')).toEqual(['{day}', '{giờ}']);
  });

  it('is read back to the same minute, in every common form that states day, time and place', () => {
    const zones = [
      'Asia/Ho_Chi_Minh',
      'America/New_York',
      'Europe/London',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'UTC',
    ];
    forSeeds(100, (chance) => {
      const timeZone = chance.pick(zones);
      const instant = Date.UTC(1996, 0, 1) + chance.int(30 * 365 * 24 * 60) * 60_000;
      const house: DatelineHouse = { ...NO_HOUSE, places: [{ name: 'Here', zone: timeZone }] };
      for (const language of ['vi', 'en-US', 'en-GB'] as const) {
        const key = language === 'vi' ? 'vi' : 'en';
        for (const line of COMMON_FORMS[key].line) {
          if (!/time/i.test(line)) continue;
          const printed = printDateline(line, language, { at: instant, timeZone, place: '', source: '' });
          const { date } = readDateline(printed, language, {
            ...house,
            forms: { ...house.forms, [key]: { line, mark: '' } },
          });
          // Without its offset, a time in the hour that comes twice is not known, and not guessed.
          if (date === null) expect(line, `${printed} in ${timeZone}`).not.toContain('zone');
          else expect(Date.parse(date), `${printed} in ${timeZone}`).toBe(instant);
          expect(checkDateline(printed, language, { house }), `${printed} in ${timeZone}`).toBeNull();
        }
      }
    });
  });

  it('is read in a house’s own form, which nobody else has', () => {
    const line = '{weekday} ngày {d} tháng {m} năm {yyyy} hồi {time}, {place}';
    const house = { ...station, forms: { ...station.forms, vi: { line, mark: '' } } };
    const text = 'Thứ Tư ngày 19 tháng 1 năm 2022 hồi 21:11, Bình Phú';
    expect(readDateline(text, 'vi', house)).toEqual({
      place: 'Bình Phú',
      source: '',
      date: '2022-01-19T21:11:00.000+07:00',
    });
    expect(readDateline(text, 'vi')).toMatchObject({ date: null });
    expect(checkDateline(text.replace('Tư', 'Năm'), 'vi', { house })).toBe('dateline.wrong-weekday');
    expect(checkDateline(text.replace('19', '39'), 'vi', { house })).toBe('dateline.impossible-date');
  });

  it('without a zone is of the house’s place; of no place where the house has told none', () => {
    expect(readDateline('Thứ Tư, 19/01/2022, 21:11', 'vi', station).date).toBe('2022-01-19T21:11:00.000+07:00');
    expect(readDateline('Thứ Tư, 19/01/2022, 21:11', 'vi').date).toBeNull();
    expect(readDateline('LONDON, Jan. 19, 2022, 9:11 p.m.', 'en', station).date).toBe('2022-01-19T21:11:00.000+00:00');
    expect(datelineOf({ mark: 'TTV -' }, '', 'vi', station)).toMatchObject({ source: 'TTV' });
  });
});

describe('an offset that the place did not have then', () => {
  it.each([
    ['HANOI, Jan. 19, 2022, 9:11 PM GMT+8 (Agency) -', 'en', {}],
    ['LONDON, July 19, 2022, 21:11 GMT (Reuters) -', 'en-GB', {}],
    ['NEW YORK, July 19, 2022, 9:11 PM EST (AP) -', 'en-US', {}],
    ['Thứ Tư, 19/01/2022, 21:11 [GMT+8]', 'vi', { house: station }],
    ['Thứ Tư, 19/01/2022, 21:11 [GMT+8]', 'vi', { place: 'Hà Nội' }],
    ['TP Hồ Chí Minh, Thứ Tư, 19/01/2022, 21:11 [GMT+8]', 'vi', {}],
  ])('is warned of: %s', (text, language, setting) => {
    expect(checkDateline(text, language, setting)).toBe('dateline.wrong-offset');
  });

  it.each([
    ['HANOI, Jan. 19, 2022, 9:11 PM GMT+7 (Agency) -', 'en', {}],
    // Russia's clocks stood an hour further east then.
    ['MOSCOW, Jan. 19, 2012, 21:11 GMT+4 (AP) -', 'en', {}],
    ['NEW YORK, July 19, 2022, 9:11 PM EDT (AP) -', 'en-US', {}],
    // A place that nobody knows, and another agency's line.
    ['ALDER REACH, Jan. 19, 2022, 9:11 PM GMT+8 (AP) -', 'en', {}],
    ['Wednesday, Jan. 19, 2022 9:11 PM ET', 'en', { house: station, source: 'Reuters' }],
    ['Thứ Tư, 19/01/2022, 21:11', 'vi', { house: station }],
  ])('is none in %s', (text, language, setting) => {
    expect(checkDateline(text, language, setting)).toBeNull();
  });

  it('is answered with the offset that it had', () => {
    expect(offsetsThere('LONDON, July 19, 2022, 21:11 GMT (Reuters) -', 'en-GB')).toEqual([60]);
  });
});

describe('places', () => {
  it.each([
    ['HÀ NỘI', 'Asia/Ho_Chi_Minh'],
    ['TP Hồ Chí Minh', 'Asia/Ho_Chi_Minh'],
    ['Vĩnh Long', 'Asia/Ho_Chi_Minh'],
    ['WASHINGTON', 'America/New_York'],
    ['New York', 'America/New_York'],
    ['Bắc Kinh', 'Asia/Shanghai'],
    ['Alder Reach', null],
    ['', null],
  ])('%j is in the zone %s', (name, zone) => {
    expect(zoneOfPlace(name)).toBe(zone);
  });

  it('of the house go before others of the same name', () => {
    expect(zoneOfPlace('Paris', [{ name: 'PARIS', zone: 'America/Chicago' }])).toBe('America/Chicago');
    expect(zoneOfPlace('Paris', [{ name: 'Paris', zone: 'Nowhere/Land' }])).toBe('Europe/Paris');
    expect(isTimeZone('Nowhere/Land')).toBe(false);
  });
});
