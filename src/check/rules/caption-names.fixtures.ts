import { en, p, photo, vi, type Fixture } from '../fixture.ts';

const vietnamese = p(
  'Sáng nay ông Huỳnh Quốc Thạnh dẫn đầu đoàn công tác kiểm tra tiến độ thi công cầu Vàm Xáng ở tỉnh Bình Phú.',
);
const english = p(
  'Ruth Penhallow, 84, handed two apples across the rail and stepped aboard the ferry a little after seven.',
);

export const captionNameFixtures: Fixture[] = [
  {
    rule: 'caption.name',
    trips: [
      {
        what: 'somebody else',
        story: vi({}, photo({ caption: 'Ông Trần Văn Lợi tại công trường' }), vietnamese),
        finds: ['Trần Văn Lợi'],
      },
      {
        what: 'with a title',
        story: vi({}, photo({ caption: 'Bà Lê Thị Hoa, Giám đốc Ban Quản lý dự án' }), vietnamese),
        finds: ['Lê Thị Hoa'],
      },
      {
        what: 'in English',
        story: en({}, photo({ caption: 'Walter Finch waves from the ferry.' }), english),
        finds: ['Walter Finch'],
      },
      {
        what: 'from left',
        story: en({}, photo({ caption: 'From left, Ruth Penhallow and Walter Finch.' }), english),
        finds: ['Walter Finch'],
      },
    ],
    misses: [
      {
        what: 'the one of whom it tells',
        story: vi({}, photo({ caption: 'Ông Huỳnh Quốc Thạnh tại công trường' }), vietnamese),
        finds: [],
      },
      {
        what: 'by surname',
        story: en(
          {},
          photo({ caption: 'Ruth Penhallow waves.' }),
          p(`Penhallow was first. ${'The ferry is green. '.repeat(6)}`),
        ),
        finds: [],
      },
      {
        what: 'the caption says who it is',
        story: en({}, photo({ caption: 'From left, treasurer Dee Castellan and volunteer Joan Whitlow.' }), english),
        finds: [],
      },
      { what: 'a place', story: en({}, photo({ caption: 'Mist over Cooper Lane at dawn.' }), english), finds: [] },
      {
        what: 'the photographer',
        story: vi({}, photo({ caption: 'Cầu Vàm Xáng sáng nay. Ảnh: Hữu Nghĩa' }), vietnamese),
        finds: [],
      },
      { what: 'nothing written yet', story: vi({}, photo({ caption: 'Ông Trần Văn Lợi' }), p('')), finds: [] },
    ],
  },
];
