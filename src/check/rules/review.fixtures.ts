import { p, vi, type Fixture } from '../fixture.ts';

const story = vi({}, p('Nước lên.'));
const block = story.body[0]?.id ?? '';

export const reviewFixtures: Fixture[] = [
  {
    rule: 'review.suggestion',
    trips: [
      {
        what: 'one in a paragraph',
        story,
        options: { suggestions: [{ id: 's1', block, by: 'Lan' }] },
        finds: ['block'],
      },
      {
        what: 'one of the headline',
        story,
        options: { suggestions: [{ id: 's1', field: 'headline' }] },
        finds: ['headline'],
      },
    ],
    misses: [
      { what: 'none', story, finds: [] },
      {
        what: 'a Word document, which carries them',
        story,
        options: { suggestions: [{ id: 's1', block }], target: 'docx' },
        finds: [],
      },
    ],
  },
  {
    rule: 'review.comment',
    trips: [
      {
        what: 'one on a paragraph and one on the story',
        story,
        options: { comments: [{ id: 'c1', block, by: 'Lan' }, { id: 'c2' }] },
        finds: ['block', 'story'],
      },
    ],
    misses: [{ what: 'none', story, finds: [] }],
  },
];
