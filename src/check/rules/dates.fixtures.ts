import { en, p, vi, type Fixture } from '../fixture.ts';

const dateline = (text: string): { dateline: { text: string; place: string; source: string; date: null } } => ({
  dateline: { text, place: '', source: '', date: null },
});

export const dateFixtures: Fixture[] = [
  {
    rule: 'dateline.wrong',
    trips: [
      { what: 'another weekday', story: vi(dateline('Thứ Tư, 12/06/2025, 10:30 [GMT+7]')), finds: ['dateline'] },
      { what: 'a day that is none', story: vi(dateline('Thứ Hai, 31/06/2025, 10:30')), finds: ['dateline'] },
      { what: 'a time that is none', story: en(dateline('Oct. 18, 2025, 27:40')), finds: ['dateline'] },
      {
        what: 'an offset that the place did not have',
        story: en(dateline('HANOI, Oct. 18, 2025, 7:40 AM GMT+8')),
        finds: ['dateline'],
      },
      { what: 'a dated kicker', story: vi({ kicker: 'Thứ Sáu, 12/06/2025' }), finds: ['kicker'] },
    ],
    misses: [
      { what: 'a right line', story: vi(dateline('Thứ Năm, 12/06/2025, 10:30 [GMT+7]')), finds: [] },
      { what: 'a right line in English', story: en(dateline('Saturday, Oct. 18, 2025, 7:40 AM ET')), finds: [] },
      { what: 'a line in a form of its own', story: vi(dateline('Mùa lũ 2025')), finds: [] },
    ],
  },
  {
    rule: 'date.weekday',
    trips: [
      {
        what: 'with its year',
        story: vi({}, p('Cầu khánh thành thứ Tư, ngày 12/6/2025.')),
        finds: ['thứ Tư, ngày 12/6/2025'],
      },
      {
        what: 'without a year, near the story’s day',
        story: vi({}, p('Họp vào thứ Sáu 12/6.')),
        finds: ['thứ Sáu 12/6'],
      },
      {
        what: 'in brackets',
        story: vi({}, p('Từ thứ Hai (ngày 15/7/2025) sẽ cấm cầu.')),
        finds: ['thứ Hai (ngày 15/7/2025'],
      },
      {
        what: 'behind the date',
        story: vi({}, p('Ngày 12/6/2025 (thứ Ba), cầu thông xe.')),
        finds: ['12/6/2025 (thứ Ba'],
      },
      { what: 'Sunday', story: vi({}, p('Sáng Chủ nhật, 14/6/2025, bà con ra phà.')), finds: ['Chủ nhật, 14/6/2025'] },
      {
        what: 'in English',
        story: en({}, p('It reopens Monday, June 17, 2025, at noon.')),
        finds: ['Monday, June 17, 2025'],
      },
      {
        what: 'in the standfirst',
        story: en({ standfirst: 'Vote on Tuesday, June 12, 2025.' }),
        finds: ['Tuesday, June 12, 2025'],
      },
    ],
    misses: [
      { what: 'they agree', story: vi({}, p('Thứ Năm, ngày 12/6/2025 và thứ Sáu 13/6.')), finds: [] },
      { what: 'fourth from the left', story: vi({}, p('Ông Thạnh (thứ tư từ trái sang) sáng 12/6.')), finds: [] },
      { what: 'the second time', story: vi({}, p('Đây là lần thứ hai, ngày 12/6/2025 và 13/6/2025.')), finds: [] },
      { what: 'far away and without a year', story: en({}, p('It opens Thursday, Jan. 1.')), finds: [] },
      { what: 'a weekday alone', story: en({}, p('On Monday, 12 people came.')), finds: [] },
      { what: 'in English', story: en({}, p('It reopens Thursday, June 12, 2025.')), finds: [] },
    ],
  },
];
