import { en, p, pullQuote, quote, vi, type Fixture } from '../fixture.ts';

const words = 'Người dân hai bờ đợi cây cầu này đã hơn hai mươi năm rồi';

export const quoteFixtures: Fixture[] = [
  {
    rule: 'quote.speaker',
    trips: [
      {
        what: 'nobody says it',
        story: vi({}, p('Cầu dài 300 m.'), p(`“${words}.”`), p('Cầu rộng 12 m.')),
        finds: [`“${words}.”`],
      },
      {
        what: 'nobody says it, in English',
        story: en(
          {},
          p('The ferry is green.'),
          p('“You hear the water and you hear the wheel all day.” The oak was dry.'),
        ),
        finds: ['“You hear the water and you hear the wheel all day.”'],
      },
      { what: 'a quote block with nobody under it', story: vi({}, p('Cầu dài 300 m.'), quote(words)), finds: [words] },
      {
        what: 'a pull quote of words that are nowhere else',
        story: vi({}, p('Cầu dài.'), pullQuote(words)),
        finds: [words],
      },
    ],
    misses: [
      { what: 'said behind', story: vi({}, p(`“${words}”, ông Thạnh nhấn mạnh.`)), finds: [] },
      {
        what: 'said in the paragraph before',
        story: vi({}, p('Bà Ngân cho biết mặt cầu đã xong.'), p(`“${words}.”`)),
        finds: [],
      },
      {
        what: 'said after',
        story: en({}, p('“It was never going to be easy to build it.”'), p('Reyl said so twice.')),
        finds: [],
      },
      { what: 'a name and a colon', story: vi({}, p(`Ông Kịp: “${words}”.`)), finds: [] },
      { what: 'a motto', story: vi({}, p('Nhà thầu tổ chức “ba ca, bốn kíp”.')), finds: [] },
      { what: 'a quote block with its speaker', story: vi({}, quote(words, 'Ông Kịp')), finds: [] },
      {
        what: 'a pull quote of the story’s own words',
        story: vi({}, p(`“${words}”, ông Thạnh nói.`), p('Cầu dài.'), pullQuote(`${words}.`)),
        finds: [],
      },
      { what: 'a title in straight marks', story: en({}, p('She sang "The Water Is Wide" at noon.')), finds: [] },
    ],
  },
];
