import { vi, type Fixture } from '../fixture.ts';

const options = { now: '2025-06-12T10:00:00.000+07:00' };
const [earlier, soon, later] = [
  '2025-06-12T09:59:00.000+07:00',
  '2025-06-12T12:00:00.000+07:00',
  '2025-06-13T06:00:00.000+07:00',
];

export const releaseFixtures: Fixture[] = [
  {
    rule: 'release.times',
    trips: [
      { what: 'an embargo that is over', story: vi({ embargo: earlier }), options, finds: ['embargo'] },
      {
        what: 'over by the clock of another zone',
        story: vi({ embargo: '2025-06-12T02:59:00.000Z' }),
        options,
        finds: ['embargo'],
      },
      { what: 'a schedule in the past', story: vi({ schedule: earlier }), options, finds: ['schedule'] },
      {
        what: 'an embargo and a later schedule',
        story: vi({ embargo: soon, schedule: later }),
        options,
        finds: ['schedule'],
      },
      {
        what: 'scheduled into the embargo',
        story: vi({ embargo: later, schedule: soon }),
        options,
        finds: ['schedule'],
      },
    ],
    misses: [
      { what: 'neither', story: vi({}), options, finds: [] },
      { what: 'an embargo to come', story: vi({ embargo: soon }), options, finds: [] },
      { what: 'a schedule to come', story: vi({ schedule: soon }), options, finds: [] },
    ],
  },
];
