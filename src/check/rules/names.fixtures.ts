import { en, p, photo, vi, type Fixture } from '../fixture.ts';

export const nameFixtures: Fixture[] = [
  {
    rule: 'name.spelling',
    trips: [
      {
        what: 'a tone mark apart',
        story: vi(
          {},
          p('Ông Huỳnh Quốc Thạnh đến kiểm tra.'),
          p('Ông Huỳnh Quốc Thạnh nói.'),
          p('Ông Huỳnh Quốc Thanh về.'),
        ),
        finds: ['Huỳnh Quốc Thanh'],
      },
      {
        what: 'two words, after a form of address',
        story: vi({}, p('Bà Mỹ Ngân cho biết.'), p('Sau đó, bà Mỹ Ngăn về.')),
        finds: ['Mỹ Ngăn'],
      },
      {
        what: 'between caption and body',
        story: vi(
          {},
          photo({ caption: 'Bà Lê Thị Mỹ Ngan tại cầu' }),
          p('Bà Lê Thị Mỹ Ngân cho biết.'),
          p('Bà Lê Thị Mỹ Ngân về.'),
        ),
        finds: ['Lê Thị Mỹ Ngan'],
      },
      {
        what: 'only the given name, later',
        story: vi({}, p('Ông Huỳnh Quốc Thạnh đến.'), p('Ông Thanh nhấn mạnh.')),
        finds: ['Thanh'],
      },
      {
        what: 'a letter apart',
        story: en({}, p('Ruth Penhallow came first.'), p('“It knows,” said Ruth Penhalow.')),
        finds: ['Ruth Penhalow'],
      },
      {
        what: 'letters swapped',
        story: en({}, p('Robert Whitfield spoke.'), p('Then Robert Whitfeild left.')),
        finds: ['Robert Whitfeild'],
      },
    ],
    misses: [
      { what: 'the same everywhere', story: vi({}, p('Ông Huỳnh Quốc Thạnh đến.'), p('Ông Thạnh nói.')), finds: [] },
      {
        what: 'two brothers side by side',
        story: vi({}, p('Hai anh em Nguyễn Văn Nam và Nguyễn Văn Năm cứu ba người.')),
        finds: [],
      },
      { what: 'another given name', story: vi({}, p('Ông Trần Văn Nam đến.'), p('Ông Trần Văn Tâm nói.')), finds: [] },
      { what: 'a possessive', story: en({}, p('Ruth Penhallow’s cap.'), p('Ruth Penhallow smiled.')), finds: [] },
      {
        what: 'a family',
        story: en({}, p('Ruth Penhallow came.'), p('Then the Ruth Penhallows of this world.')),
        finds: [],
      },
      { what: 'two states', story: en({}, p('North Carolina won.'), p('South Carolina lost.')), finds: [] },
      { what: 'two first names', story: en({}, p('Jon Reyl rowed.'), p('Amos Reyl steered.')), finds: [] },
      {
        what: 'two districts',
        story: vi({}, p('Huyện Tân Thuận và Mỹ Lợi.'), p('Xã Mỹ Lộc, xã Tân Thuần.')),
        finds: [],
      },
      {
        what: 'a man and a woman of like names',
        story: vi({}, p('Ông Trần Văn Thạnh đến.'), p('Bà Thanh nói.')),
        finds: [],
      },
    ],
  },
  {
    rule: 'name.title',
    trips: [
      {
        what: 'deputy here, head there',
        story: vi(
          {},
          p('Ông Huỳnh Quốc Thạnh, Phó Chủ tịch UBND tỉnh, đến.'),
          p('Chủ tịch UBND tỉnh Huỳnh Quốc Thạnh kết luận.'),
        ),
        finds: ['Huỳnh Quốc Thạnh'],
      },
      {
        what: 'in English',
        story: en({}, p('Deputy Mayor Jane Castellan opened it.'), p('Mayor Jane Castellan said no.')),
        finds: ['Jane Castellan'],
      },
      {
        what: 'two ranks',
        story: vi({}, p('Thượng tá Lê Văn Hùng chỉ huy.'), p('Trung tá Lê Văn Hùng cho biết.')),
        finds: ['Lê Văn Hùng'],
      },
      {
        what: 'a man here, a woman there',
        story: vi({}, p('Ông Đỗ Văn Kịp đến.'), p('Bà Đỗ Văn Kịp nói.')),
        finds: ['Đỗ Văn Kịp'],
      },
    ],
    misses: [
      {
        what: 'the same title in two orders',
        story: vi(
          {},
          p('Ông Huỳnh Quốc Thạnh, Phó Chủ tịch UBND tỉnh Bình Phú, đến.'),
          p('Phó Chủ tịch UBND tỉnh Huỳnh Quốc Thạnh kết luận.'),
        ),
        finds: [],
      },
      {
        what: 'two people of one board',
        story: vi({}, p('Dự có Chủ tịch UBND tỉnh Lê Văn Hùng, Phó Chủ tịch UBND tỉnh Huỳnh Quốc Thạnh.')),
        finds: [],
      },
      {
        what: 'two offices of one person',
        story: vi(
          {},
          p('Ông Lê Văn Hùng, Phó Chủ tịch UBND tỉnh, đến.'),
          p('Ông Lê Văn Hùng, Chủ tịch Hội Chữ thập đỏ, nói.'),
        ),
        finds: [],
      },
      {
        what: 'what she was before',
        story: en({}, p('Former deputy mayor Jane Castellan ran.'), p('Mayor Jane Castellan won.')),
        finds: [],
      },
      { what: 'a couple', story: vi({}, p('Vợ chồng ông bà Đỗ Văn Kịp.'), p('Ông Đỗ Văn Kịp nói.')), finds: [] },
    ],
  },
];
