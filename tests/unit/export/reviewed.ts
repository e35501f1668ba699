import type { Story } from '../../../src/story/schema.ts';
import { figure, h, p, photo, story } from './a-story.ts';

const at = '2025-06-12T10:00:00.000+07:00';
const people = {
  ngoc01: { name: 'Ngọc Ánh', initials: 'NA', colour: 'teal' },
  tomle1: { name: 'Tom Lee', initials: 'TL', colour: 'red' },
};

const [lead, second, gone] = [p('Nước lên nhanh.'), p('Hai xã bị ngập.'), p('Câu này thừa.')];
const heading = h(2, 'Sơ tán');
const picture = figure(photo(null, { caption: 'Cầu Đông Hải', credit: 'Đức Tình', alt: 'Cầu' }));

/** A report in review: a word put in, one replaced, a paragraph taken out, a headline suggested, three threads, one of them settled. */
export const reviewed: Story = {
  ...story(
    { language: 'vi', headline: 'Lũ lên rất nhanh', byline: { text: 'Đức Đồng', people: [] } },
    { ...lead, text: [{ text: 'Nước lũ lên ' }, { text: 'nhanh', comments: ['thread1', 'thread2'] }, { text: '.' }] },
    heading,
    { ...second, text: [{ text: 'Ba xã bị ngập.' }] },
    picture,
  ),
  people,
  threads: [
    {
      id: 'thread1',
      anchor: { on: 'text', block: lead.id },
      quote: 'nhanh',
      entries: [
        { id: 'entry1', by: 'tomle1', at, text: 'Nhanh là bao nhiêu?' },
        { id: 'entry2', by: 'ngoc01', at, text: '20 cm một giờ.' },
      ],
    },
    {
      id: 'thread2',
      anchor: { on: 'text', block: lead.id },
      quote: 'nhanh',
      entries: [{ id: 'entry3', by: 'tomle1', at, text: 'ĐÃ XONG RỒI' }],
      resolved: { by: 'tomle1', at },
    },
    {
      id: 'thread3',
      anchor: { on: 'story' },
      quote: '',
      entries: [{ id: 'entry4', by: 'tomle1', at, text: 'Thiếu lời người dân.' }],
    },
  ],
  underReview: {
    fields: {
      kicker: '',
      headline: 'Lũ lên',
      standfirst: '',
      dateline: { text: '', place: '', source: '', date: null },
      byline: { text: 'Đức Đồng', people: [] },
      sourceCredit: '',
      section: '',
      keywords: [],
    },
    body: [lead, heading, second, gone, picture],
    makers: {},
  },
};
