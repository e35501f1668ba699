import { createStory } from '../../../src/story/create.ts';
import type { Story } from '../../../src/story/schema.ts';
import type { Errand } from './errand.ts';

/** The story of an errand: a line of text and its pictures, each of which can be told on the site by its alt text. */
export function smallStory({ story: id, name, pictures }: Errand, media: readonly string[]): Story {
  const figures = media.map((one, n) => ({
    type: 'figure' as const,
    id: `fig${n}`,
    photos: [
      {
        id: `pho${n}`,
        media: one,
        alt: `${name} ${n}`,
        caption: [{ text: `Chú thích ${name}` }],
        credit: 'Lê Hà',
        source: '',
        rights: '',
      },
    ],
  }));
  const files = media.map((one, n) => {
    const file = { type: 'image/png', name: `${n}.png`, width: pictures[n]?.[1] ?? 1, height: 16, bytes: 1 };
    return [one, file] as const;
  });
  const body = [{ type: 'paragraph' as const, id: 'lead', text: [{ text: `Bài ${name}` }] }, ...figures];
  return {
    ...createStory({
      language: 'vi',
      headline: `Bài ${name}`,
      slug: `bai-${name}`,
      body,
      media: Object.fromEntries(files),
    }),
    id,
  };
}
