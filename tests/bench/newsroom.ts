import { nodeDisk, type Disk } from '../../electron/services/disk/disk.ts';
import { openDraftStore } from '../../electron/services/drafts/store.ts';
import { createParagraph, createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { seeded, words } from './words.ts';

/** The story number `n` of a made-up newsroom: 800 words; one in a hundred has the word “sạtlở”. */
function madeUpStory(n: number): Story {
  const random = seeded(n + 1);
  const rare = n % 100 === 0 ? ' sạtlở' : '';
  const day = String(1 + (n % 28)).padStart(2, '0');
  const at = `2025-${String(1 + (n % 12)).padStart(2, '0')}-${day}T10:30:00.000+07:00`;
  return createStory({
    language: 'vi',
    headline: `${words(9, random)} ${n}`,
    section: ['Thời sự', 'Kinh tế', 'Văn hóa', 'Thể thao'][n % 4],
    byline: { text: `Phóng viên ${n % 30}`, people: [{ name: `Phóng viên ${n % 30}`, roles: ['reporter'] }] },
    createdAt: at,
    updatedAt: at,
    body: Array.from({ length: 16 }, (_, part) =>
      createParagraph([{ text: `${words(50, random)}${part === 0 ? rare : ''}.` }]),
    ),
  });
}

/** A disk that waits for nothing: for filling a folder whose power nobody cuts. */
const hasty: Disk = {
  ...nodeDisk,
  open: async (path, as) => ({ ...(await nodeDisk.open(path, as)), sync: async () => undefined }),
  syncFolder: async () => undefined,
};

/** Puts so many made-up stories into a data folder. */
export async function fill(home: string, count: number): Promise<void> {
  const drafts = openDraftStore({ home, disk: hasty });
  for (let n = 0; n < count; n += 20) {
    const some = Array.from({ length: Math.min(20, count - n) }, (_, index) => madeUpStory(n + index));
    const made = await Promise.all(some.map((story) => drafts.create(story)));
    if (made.some((one) => !one.ok)) throw new Error('a made-up story could not be kept');
  }
}
