import { en, p, table, vi, type Fixture } from '../fixture.ts';

export const sumFixtures: Fixture[] = [
  {
    rule: 'sum.wrong',
    trips: [
      {
        what: 'the total first',
        story: vi({}, p('Đoàn có tổng cộng 120 người, gồm 50 nam và 60 nữ.')),
        finds: ['tổng cộng 120 người, gồm 50 nam và 60 nữ'],
      },
      {
        what: 'the total last',
        story: vi({}, p('Có 50 nam và 60 nữ, tổng cộng 120 người.')),
        finds: ['50 nam và 60 nữ, tổng cộng 120 người'],
      },
      {
        what: 'in English',
        story: en({}, p('The crew was a total of 9 people: 4 men and 6 women.')),
        finds: ['a total of 9 people: 4 men and 6 women'],
      },
      {
        what: 'three sums of money',
        story: en({}, p('Suppers raised $40,000, the raffle $30,000 and the grant $50,000, for a total of $118,400.')),
        finds: ['40,000, the raffle $30,000 and the grant $50,000, for a total of $118,400'],
      },
      {
        what: 'the last row of a table',
        story: vi(
          {},
          table(
            ['Xã', 'Hộ', 'Người'],
            ['Tân Lập', '1.200', '4.800'],
            ['Mỹ Lợi', '800', '3.100'],
            ['Tổng cộng', '2.000', '7.800'],
          ),
        ),
        finds: ['7.800'],
      },
    ],
    misses: [
      { what: 'it adds up', story: vi({}, p('Tổng cộng 110 người, gồm 50 nam và 60 nữ.')), finds: [] },
      { what: 'some among them', story: vi({}, p('Tổng số 120 người, trong đó có 50 nam và 60 trẻ em.')), finds: [] },
      {
        what: 'what each gift holds',
        story: vi({}, p('Trao tổng cộng 100 phần quà, gồm 5 kg gạo và 1 lít dầu.')),
        finds: [],
      },
      {
        what: 'a bridge of 9 spans',
        story: vi({}, p('Toàn tuyến dài 4,6 km; phần vượt sông gồm 9 nhịp, mỗi nhịp dài 33 m.')),
        finds: [],
      },
      { what: 'no total is stated', story: vi({}, p('Có 50 nam và 60 nữ.')), finds: [] },
      {
        what: 'a total of something else',
        story: en({}, p('The total of 9 votes, up from 4 last year, was enough.')),
        finds: [],
      },
      {
        what: 'a table that adds up, with a percentage rounded',
        story: vi(
          {},
          table(
            ['Xã', 'Hộ', '%'],
            ['A', '1.000', '33,3'],
            ['B', '1.000', '33,3'],
            ['C', '1.000', '33,3'],
            ['Tổng', '3.000', '100'],
          ),
        ),
        finds: [],
      },
      {
        what: 'a table without a total',
        story: vi({}, table(['Xã', 'Hộ'], ['A', '1'], ['B', '5'], ['C', '7'])),
        finds: [],
      },
      {
        what: 'rounded parts',
        story: en({}, p('A total of 1.2 million people: 0.7 million men and 0.6 million women.')),
        finds: [],
      },
    ],
  },
];
