import { en, p, photo, vi, type Fixture } from '../fixture.ts';

const byline = { text: 'Hữu Nghĩa', people: [] };
const whole = vi({ headline: 'Cầu mới', byline }, p('Nước lên nhanh.'));

const unsigned = vi({ headline: 'Cầu mới' }, p('Nước lên nhanh.'));

export const fieldFixtures: Fixture[] = [
  {
    rule: 'field.required',
    trips: [
      {
        what: 'an empty story lacks all that the house asks for',
        story: vi({}, p('')),
        finds: ['headline', 'byline', 'body'],
      },
      { what: 'blanks are no headline', story: vi({ headline: '  ', byline }, p('Nước lên.')), finds: ['headline'] },
      {
        what: 'the house asks for a section',
        story: whole,
        options: { house: { levels: {}, required: ['section'] } },
        finds: ['section'],
      },
      {
        what: 'a byline that the post on the site has, and this story no more',
        story: unsigned,
        options: { there: whole },
        finds: ['byline'],
      },
      { what: 'ninjs needs a slug', story: whole, options: { target: 'ninjs' }, finds: ['slug'] },
    ],
    misses: [
      { what: 'a story with all of them', story: whole, finds: [] },
      {
        what: 'a story that is a photo with its caption',
        story: en({ headline: 'Mist', byline }, photo({ caption: 'Mist over the Alder' })),
        finds: [],
      },
      {
        what: 'a package for a colleague who goes on with it',
        story: vi({}, p('')),
        options: { target: 'story' },
        finds: [],
      },
    ],
  },
  {
    rule: 'field.byline-there',
    trips: [
      {
        what: 'a post that was pulled goes back as it stands there, under its site’s own author',
        story: unsigned,
        options: { target: 'wordpress', there: unsigned },
        finds: ['byline'],
      },
    ],
    misses: [
      { what: 'a story that is nowhere yet needs its byline', story: unsigned, finds: [] },
      {
        what: 'one whose byline was taken out since needs it back',
        story: unsigned,
        options: { target: 'wordpress', there: whole },
        finds: [],
      },
      { what: 'one that was signed since', story: whole, options: { target: 'wordpress', there: unsigned }, finds: [] },
      {
        what: 'a house that asks for no byline',
        story: unsigned,
        options: { there: unsigned, house: { levels: {}, required: [] } },
        finds: [],
      },
    ],
  },
  {
    rule: 'field.limit',
    trips: [
      { what: 'a headline of 121 characters', story: vi({ headline: 'ệ'.repeat(121) }), finds: ['headline'] },
      {
        what: 'a slug too long for Ghost',
        story: vi({ slug: 'a'.repeat(192) }),
        options: { target: 'ghost' },
        finds: ['slug'],
      },
    ],
    misses: [
      { what: 'a headline of 120', story: vi({ headline: 'ệ'.repeat(120) }), finds: [] },
      {
        what: 'the same in decomposed letters, which are as many to a reader',
        story: vi({ headline: 'ệ'.repeat(120).normalize('NFD') }),
        finds: [],
      },
      { what: 'a long slug where nobody limits it', story: vi({ slug: 'a'.repeat(192) }), finds: [] },
    ],
  },
];
