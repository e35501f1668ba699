import { en, h, list, p, photo, table, vi, type Fixture } from '../fixture.ts';

export const numberFixtures: Fixture[] = [
  {
    rule: 'headline.number',
    trips: [
      {
        what: 'another number in the body',
        story: vi({ headline: 'Lũ cuốn 12 căn nhà' }, p('Lũ cuốn 13 căn nhà.')),
        finds: ['12'],
      },
      {
        what: 'another sum',
        story: vi({ headline: 'Cầu 1.350 tỷ đồng' }, p('Cầu tốn 1.530 tỷ đồng.')),
        finds: ['1.350 tỷ'],
      },
      {
        what: 'another age',
        story: en({ headline: 'After 41 years, a ferry is back' }, p('It had been 14 years.')),
        finds: ['41'],
      },
      {
        what: 'a part of another number',
        story: en({ headline: 'Fire kills 12' }, p('It began at 120 Main Street.')),
        finds: ['12'],
      },
    ],
    misses: [
      {
        what: 'the same number',
        story: en({ headline: 'After 41 years' }, p('It was the first time in 41 years.')),
        finds: [],
      },
      { what: 'spelled out', story: en({ headline: '7 hurt in crash' }, p('Seven people were hurt.')), finds: [] },
      {
        what: 'spelled out in Vietnamese',
        story: vi({ headline: '15 hộ dân dời nhà' }, p('Mười lăm hộ đã dời.')),
        finds: [],
      },
      {
        what: 'rounded',
        story: vi({ headline: 'Hơn 1.300 tỷ đồng xây cầu' }, p('Cầu có vốn 1.350 tỷ đồng.')),
        finds: [],
      },
      {
        what: 'in other words',
        story: en({ headline: '$1.2 million bridge opens' }, p('It cost $1,200,000.')),
        finds: [],
      },
      {
        what: 'rounded to its last digit',
        story: en({ headline: '$1.2 million bridge' }, p('It cost $1,184,000.')),
        finds: [],
      },
      { what: 'a year', story: vi({ headline: 'Festival hoa 2025' }, p('Lễ hội mở cửa tối nay.')), finds: [] },
      { what: 'a date', story: vi({ headline: 'Thông xe trước 30/4' }, p('Cầu thông xe cuối tháng tư.')), finds: [] },
      {
        what: 'a name with a number',
        story: vi({ headline: 'U23 Việt Nam thắng, G7 họp, Covid-19 giảm' }, p('Tin vắn.')),
        finds: [],
      },
      {
        what: 'the story’s own parts',
        story: en({ headline: '3 ways to save' }, list('walk', 'row', 'swim')),
        finds: [],
      },
      {
        what: 'its subheads',
        story: en({ headline: '2 things to know' }, h(2, 'A'), p('a'), h(2, 'B'), p('b')),
        finds: [],
      },
      {
        what: 'in the caption',
        story: vi({ headline: 'Cháy 5 nhà' }, photo({ caption: '5 căn nhà bị cháy' })),
        finds: [],
      },
      {
        what: 'in a table',
        story: vi({ headline: 'Mưa 245 mm' }, table(['Xã', 'Mưa'], ['Tân Lập', '245'])),
        finds: [],
      },
      { what: 'nothing written yet', story: vi({ headline: 'Lũ cuốn 12 căn nhà' }, p('')), finds: [] },
      { what: 'with its unit written to it', story: vi({ headline: 'Cầu dài 33 m' }, p('Mỗi nhịp 33m.')), finds: [] },
    ],
  },
];
