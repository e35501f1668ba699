import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPhoto, createStory } from '../../../src/story/create.ts';
import { storySchema } from '../../../src/story/schema.ts';
import { duplicateOf, storyFromTemplate, storyLike, templateSchema } from '../../../src/story/template.ts';

const FOLDER = fileURLToPath(new URL('../../../assets/templates/', import.meta.url));
const files = (language: string): string[] => readdirSync(`${FOLDER}${language}`).sort();

describe('house templates', () => {
  it('are there in both languages, three of each', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(['en', 'vi']);
    for (const language of ['en', 'vi']) expect(files(language)).toHaveLength(3);
  });

  it.each(['en', 'vi'].flatMap((language) => files(language).map((file) => [language, file] as const)))(
    '%s/%s makes a story that can be stored, in NFC',
    (language, file) => {
      const text = readFileSync(`${FOLDER}${language}/${file}`, 'utf8');
      expect(text).toBe(text.normalize('NFC'));
      const template = templateSchema.parse(JSON.parse(text));
      const story = storyFromTemplate(template, language);
      expect(storySchema.safeParse(story).error).toBeUndefined();
      expect(story).toMatchObject({ language, headline: '', review: { state: 'draft' } });
    },
  );
});

const original = createStory({
  language: 'vi',
  headline: 'Giá rau tuần này',
  standfirst: 'Rau tăng giá',
  slug: 'gia-rau',
  kicker: 'Thị trường',
  section: 'Kinh tế',
  embargo: '2025-06-12T10:30:00.000+07:00',
  review: { state: 'approved' },
  createdAt: '2025-06-12T10:30:00.000+07:00',
  media: { ['a'.repeat(64)]: { type: 'image/jpeg', name: 'cho.jpg', width: 4, height: 3, bytes: 9 } },
  body: [{ type: 'figure', id: 'figu0001', photos: [createPhoto({ media: 'a'.repeat(64), credit: 'Minh Đức' })] }],
});

describe('a story like another', () => {
  it('has its text, pictures, kicker and section, and begins the rest anew', () => {
    const like = storyLike(original);
    expect(like).toMatchObject({
      kicker: 'Thị trường',
      section: 'Kinh tế',
      body: original.body,
      media: original.media,
    });
    expect(like).toMatchObject({ headline: '', standfirst: '', slug: '', embargo: null, review: { state: 'draft' } });
    expect(like.id).not.toBe(original.id);
  });
});

describe('a duplicate', () => {
  it('is the whole story as another one, a draft', () => {
    const copy = duplicateOf(original, 'Giá rau tuần này (bản sao)');
    const { id, headline, review, createdAt, updatedAt, ...rest } = copy;
    expect(original).toMatchObject(rest);
    expect([id, createdAt, updatedAt]).not.toEqual([original.id, original.createdAt, original.updatedAt]);
    expect([headline, review.state]).toEqual(['Giá rau tuần này (bản sao)', 'draft']);
  });
});
