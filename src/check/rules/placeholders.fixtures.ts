import { en, list, p, photo, vi, type Fixture } from '../fixture.ts';

export const placeholderFixtures: Fixture[] = [
  {
    rule: 'placeholder.left',
    trips: [
      { what: 'TK in a paragraph', story: en({}, p('The bridge cost TK million.')), finds: ['TK'] },
      { what: 'TODO in the headline', story: en({ headline: 'TODO better headline' }), finds: ['TODO'] },
      {
        what: 'xx for a figure',
        story: vi({}, p('Có xx hộ dân bị ngập, xxx người phải sơ tán.')),
        finds: ['xx', 'xxx'],
      },
      { what: 'a year and a day to fill in', story: vi({}, p('Khởi công ngày xx/6/20xx.')), finds: ['xx', '20xx'] },
      { what: 'XX people', story: vi({}, p('Hơn XX người dự.')), finds: ['XX'] },
      {
        what: 'a note in brackets',
        story: vi({}, p('Ông Hòa [kiểm tra lại tên] cho biết.')),
        finds: ['[kiểm tra lại tên]'],
      },
      { what: 'question marks in a list', story: en({}, list('cost: ???')), finds: ['???'] },
      { what: 'a caption', story: en({}, photo({ caption: 'From left: TK' })), finds: ['TK'] },
      { what: 'an alt text', story: en({}, photo({ alt: 'TK' })), finds: ['alt'] },
    ],
    misses: [
      { what: 'the twentieth century', story: vi({}, p('Từ đầu thế kỷ XX đến Đại hội XX, thời kỳ XX.')), finds: [] },
      {
        what: 'a bank account',
        story: vi({}, p('Ủng hộ qua TK 0123456789, số TK của Hội; chủ TK: Hội Chữ thập đỏ.')),
        finds: [],
      },
      {
        what: 'a film and a shirt',
        story: en({}, p('He wore an XXL shirt to see “xXx” and the TKO in round two.')),
        finds: [],
      },
      { what: 'todo in Spanish', story: en({}, p('“Todo bien,” he said.')), finds: [] },
      { what: 'an aside in brackets', story: vi({}, p('Đoàn (gồm 5 người) kiểm tra cầu (bổ sungcát).')), finds: [] },
      { what: 'one question', story: en({}, p('Who pays?')), finds: [] },
    ],
  },
];
