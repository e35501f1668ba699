import { en, p, photo, vi, type Fixture } from '../fixture.ts';

export const photoFixtures: Fixture[] = [
  {
    rule: 'photo.alt',
    trips: [
      {
        what: 'the second of two photos has none',
        story: vi({}, photo({}, { alt: ' ' })),
        finds: ['alt'],
      },
    ],
    misses: [
      { what: 'a photo with alt text', story: vi({}, photo({})), finds: [] },
      { what: 'a decorative photo', story: vi({}, photo({ alt: '', decorative: true })), finds: [] },
      {
        what: 'a wire text, which shows none',
        story: vi({}, photo({ alt: '' })),
        options: { target: 'text' },
        finds: [],
      },
    ],
  },
  {
    rule: 'photo.credit',
    trips: [{ what: 'nobody is named', story: vi({}, photo({ credit: '' })), finds: ['credit'] }],
    misses: [{ what: 'somebody is', story: vi({}, photo({})), finds: [] }],
  },
  {
    rule: 'photo.rights',
    trips: [
      { what: 'the house may not use it', story: vi({}, photo({ usageBlocked: true })), finds: ['rights'] },
      {
        what: 'a licence that ran out yesterday',
        story: vi({}, photo({ usageExpires: '2025-06-11' })),
        options: { now: '2025-06-12T10:00:00.000+07:00' },
        finds: ['rights'],
      },
      { what: 'the rights forbid it', story: vi({}, photo({ rights: 'Không được đăng lại' })), finds: ['rights'] },
      {
        what: 'the rights forbid it, in English',
        story: en({}, photo({ rights: 'NOT FOR PUBLICATION' })),
        finds: ['rights'],
      },
      { what: 'a picture from “the internet”', story: vi({}, photo({ credit: 'Internet' })), finds: ['rights'] },
      { what: 'a picture that was collected', story: vi({}, photo({ credit: 'Sưu tầm' })), finds: ['rights'] },
      {
        what: 'somebody’s picture without rights or source',
        story: vi({}, photo({ credit: 'Trần Văn Lạ', source: '' })),
        finds: ['rights'],
      },
    ],
    misses: [
      {
        what: 'a licence on its last day',
        story: vi({}, photo({ usageExpires: '2025-06-12' })),
        options: { now: '2025-06-12T10:00:00.000+07:00' },
        finds: [],
      },
      {
        what: 'a rights holder',
        story: vi({}, photo({ credit: 'Trần Lạ', source: '', rightsHolder: 'Trần Lạ' })),
        finds: [],
      },
      { what: 'a supplier is named', story: vi({}, photo({ source: 'TTXVN' })), finds: [] },
      { what: 'a licence', story: en({}, photo({ source: '', rights: 'CC0 1.0' })), finds: [] },
      {
        what: 'the reporter’s own picture',
        story: vi({ byline: { text: 'Hữu Nghĩa', people: [{ name: 'Hữu Nghĩa', roles: [] }] } }, photo({ source: '' })),
        finds: [],
      },
      {
        what: 'a photographer called Stone',
        story: en({}, photo({ credit: 'Internet Archive / Ann Stone' })),
        finds: [],
      },
    ],
  },
  {
    rule: 'photo.to-come',
    trips: [
      { what: 'its picture is still to be supplied', story: vi({}, photo({ media: null })), finds: ['picture'] },
      {
        what: 'its file is not on this computer',
        story: vi({}, photo({})),
        options: { missing: new Set(['a'.repeat(64)]) },
        finds: ['picture'],
      },
    ],
    misses: [
      { what: 'it is there', story: vi({}, photo({})), finds: [] },
      {
        what: 'another story’s file is missing',
        story: vi({}, photo({})),
        options: { missing: new Set(['b'.repeat(64)]) },
        finds: [],
      },
    ],
  },
  {
    rule: 'photo.none',
    trips: [{ what: 'a story of words alone', story: vi({ headline: 'Lũ lên' }, p('Nước lên.')), finds: ['story'] }],
    misses: [
      { what: 'a story with one', story: vi({ headline: 'Lũ lên' }, p('Nước lên.'), photo({})), finds: [] },
      { what: 'a page on which nothing is written yet', story: vi({}, p('')), finds: [] },
    ],
  },
  {
    rule: 'photo.twice',
    trips: [
      { what: 'the same picture twice', story: vi({}, photo({}), p('Nước lên.'), photo({})), finds: ['picture'] },
    ],
    misses: [
      {
        what: 'two pictures',
        story: vi({}, photo({}), photo({ media: 'b'.repeat(64) })),
        finds: [],
      },
      { what: 'two that are both to come', story: vi({}, photo({ media: null }, { media: null })), finds: [] },
    ],
  },
  {
    rule: 'photo.caption-long',
    trips: [{ what: '601 characters', story: vi({}, photo({ caption: 'ộ'.repeat(601) })), finds: ['ộ'.repeat(601)] }],
    misses: [{ what: '600', story: vi({}, photo({ caption: 'ộ'.repeat(600) })), finds: [] }],
  },
];
