import { p, photo, vi, en, type Fixture } from '../fixture.ts';

export const sourceFixtures: Fixture[] = [
  {
    rule: 'source.missing',
    trips: [
      { what: 'an agency at the head', story: vi({}, p('HÀ NỘI (TTXVN) - Mưa lớn.')), finds: ['sourceCredit'] },
      {
        what: 'an agency in the dateline',
        story: en({ dateline: { text: '', place: '', source: 'Reuters', date: null } }),
        finds: ['sourceCredit'],
      },
      {
        what: 'an agency in the byline',
        story: vi({ byline: { text: 'Theo Reuters', people: [] } }),
        finds: ['sourceCredit'],
      },
      { what: 'a handout from nobody', story: en({}, photo({ credit: 'Handout', source: '' })), finds: ['source'] },
      {
        what: 'a handout from nobody, in Vietnamese',
        story: vi({}, photo({ credit: 'Ảnh: NVCC', source: '' })),
        finds: ['source'],
      },
    ],
    misses: [
      {
        what: 'with its source line',
        story: vi({ sourceCredit: 'Theo TTXVN' }, p('HÀ NỘI (TTXVN) - Mưa lớn.')),
        finds: [],
      },
      { what: 'one’s own house', story: vi({}, p('(BPTV) - Sáng nay mưa lớn.')), finds: [] },
      { what: 'an agency that is only quoted', story: vi({}, p('Theo Reuters, giá gạo tăng.')), finds: [] },
      { what: 'the giver is named', story: vi({}, photo({ credit: 'Công an tỉnh cung cấp', source: '' })), finds: [] },
      {
        what: 'the giver is in the source',
        story: en({}, photo({ credit: 'Handout', source: 'County police' })),
        finds: [],
      },
    ],
  },
];
