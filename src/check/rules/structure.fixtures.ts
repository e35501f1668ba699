import { h, p, table, vi, type Fixture } from '../fixture.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'nước').join(' ');

export const structureFixtures: Fixture[] = [
  {
    rule: 'heading.skipped',
    trips: [
      { what: 'the first subhead is a small one', story: vi({}, h(3, 'Chi phí')), finds: ['Chi phí'] },
      { what: 'from large to smallest', story: vi({}, h(2, 'Cầu'), p('Nước.'), h(4, 'Cát')), finds: ['Cát'] },
    ],
    misses: [
      { what: 'down one at a time, up at once', story: vi({}, h(2, 'A'), h(3, 'B'), h(4, 'C'), h(2, 'D')), finds: [] },
    ],
  },
  {
    rule: 'paragraph.long',
    trips: [{ what: '121 words', story: vi({}, p(words(121))), finds: [words(121)] }],
    misses: [
      { what: '120 words', story: vi({}, p(words(120))), finds: [] },
      { what: 'a long cell is no paragraph', story: vi({}, table(['Xã'], [words(130)])), finds: [] },
    ],
  },
];
