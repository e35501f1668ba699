import { describe, expect, it } from 'vitest';
import type { ExportInput } from '../../../src/export/format.ts';
import { ninjs } from '../../../src/export/ninjs/index.ts';
import { generateStory } from '../story/generate.ts';
import { chance } from '../story/random.ts';
import { hasNinjsSchema, ninjsValidator } from './ninjs-schema.ts';
import { edges, hostile, oneOfEverything, vietnamese } from './stories.ts';

async function json(input: ExportInput): Promise<unknown> {
  const made = await ninjs.write(input);
  if (!made.ok) throw new Error(made.failure.detail);
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(made.value[0]?.bytes));
}

const stories: Record<string, ExportInput> = {
  vietnamese,
  'one of everything': oneOfEverything,
  'one of everything, with an address': {
    ...oneOfEverything,
    options: { address: 'https://news.example/market/', publisher: 'Eastbridge Wire' },
  },
  hostile,
  ...Object.fromEntries(Object.entries(edges).map(([name, story]) => [name, { story, media: () => undefined }])),
};

/** The schema lies outside the project, whose tests pass without it; a run without it says so in its list. */
const told = hasNinjsSchema
  ? 'against the schema of ninjs 3.1'
  : 'NOT RUN: ../shared/schemas has no schema of ninjs 3.1';

describe.each(hasNinjsSchema ? ['against the schema of ninjs 3.1'] : [])('%s', () => {
  it.each(Object.entries(stories))('%s is valid', async (_, input) => {
    const validate = ninjsValidator();
    validate(await json(input));
    expect(validate.errors).toBeNull();
  });

  it('so are 1,000 generated stories', { timeout: 120_000 }, async () => {
    const validate = ninjsValidator();
    for (let seed = 1; seed <= 1000; seed++) {
      const input = generateStory(chance(seed));
      const options = seed % 2 === 0 ? { address: 'https://news.example/a' } : {};
      if (!validate(await json({ ...input, options }))) {
        throw new Error(`seed ${seed}: ${JSON.stringify(validate.errors)}`);
      }
    }
  });

  it('would refuse a document that is wrong', async () => {
    const validate = ninjsValidator();
    expect(validate({ ...((await json(vietnamese)) as object), urgency: 12 })).toBe(false);
    expect(validate({ ...((await json(vietnamese)) as object), editorNote: 'x' })).toBe(false);
  });
});

it(told, () => {
  if (!hasNinjsSchema) console.warn(told);
});

describe('what ninjs tells', () => {
  it('says who, where and when, and of each photo what it shows and whose it is', async () => {
    expect(await json(vietnamese)).toMatchObject({
      type: 'text',
      language: 'vi',
      by: 'Đức Đồng - Đức Tình',
      located: 'Đông Hải',
      contentCreated: '2025-06-12T10:30:00.000+07:00',
      infoSources: [
        { name: 'STV', role: 'source' },
        { name: 'Theo Đài Phát thanh - Truyền hình Sông Tiền', role: 'credit' },
      ],
      people: [
        { name: 'Đức Đồng', rel: 'reporter' },
        { name: 'Đức Tình', rel: 'photographer' },
      ],
      associations: [
        {
          name: 'featuremedia',
          type: 'picture',
          copyrightNotice: '© STV 2025',
          infoSources: [
            { name: 'Đức Tình', role: 'credit' },
            { name: 'STV', role: 'source' },
          ],
          renditions: [{ name: 'original', contentType: 'image/jpeg', width: 1200, height: 800 }],
        },
      ],
    });
  });
});
