import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import { printedFieldsOf } from '../../../src/merge/under-review.ts';
import { mergeStories } from '../../../src/merge/index.ts';
import { writePackage } from '../../../src/package/index.ts';
import { recordFile, recordOf, recordWords, sayDeed, suggested, suggestedDeeds } from '../../../src/review/index.ts';
import { deedSchema, type Deed } from '../../../src/story/review.ts';
import type { Story } from '../../../src/story/schema.ts';
import { p, story } from '../story/build.ts';

const at = (minute: number): string => `2026-11-24T09:${String(minute).padStart(2, '0')}:00.000Z`;
const people = {
  lan01: { name: 'Lan', initials: 'L', colour: 'teal' },
  minh1: { name: 'Minh <b>', initials: 'M', colour: 'red' },
};
const deed = (id: string, minute: number, by: string, did: Deed['did'], what: string): Deed => ({
  ...{ id, by, did, what },
  at: at(minute),
});
const recorded: Story = {
  ...story('Lũ & “bão”', p('one1', 'Nước lên.')),
  people,
  record: [
    deed('deed3', 3, 'minh1', 'state', 'approved'),
    deed('deed1', 1, 'lan01', 'sent', 'ready'),
    deed('deed2', 2, 'ghost', 'merged', ''),
  ],
};

it('every deed has a sentence in both languages, with nothing left to fill in', () => {
  for (const language of ['en', 'vi'] as const)
    for (const did of deedSchema.shape.did.options) {
      const said = sayDeed({ at: at(1), by: 'Lan', did, what: did === 'state' ? 'killed' : 'lời' }, language);
      expect(said).toContain('Lan');
      expect(said).not.toMatch(/[{}]|undefined/);
    }
  expect(sayDeed({ at: at(1), by: '', did: 'state', what: 'changes-asked' }, 'vi')).toBe(
    `${recordWords.vi.nobody}: Cần sửa`,
  );
});

it('the record is told by time, as a page whose names are text, and as data', () => {
  expect(recordOf(recorded).map(({ did }) => did)).toEqual(['sent', 'merged', 'state']);
  const page = recordFile(recorded, 'html', 'en');
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('Lũ &amp; “bão”');
  expect(page).toContain('Minh &lt;b&gt;: Approved');
  expect(page).not.toContain('<b>');
  expect(page.match(/<tr>/g)).toHaveLength(4);
  expect(JSON.parse(recordFile(recorded, 'json', 'en'))).toEqual({
    story: recorded.id,
    headline: recorded.headline,
    record: [
      { at: at(1), by: 'Lan', did: 'sent', what: 'ready' },
      { at: at(2), by: '', did: 'merged', what: '' },
      { at: at(3), by: 'Minh <b>', did: 'state', what: 'approved' },
    ],
  });
});

it('what was suggested is told once, under who suggested it, also after two desks told of it', () => {
  const clean = story('Lũ', p('one1', 'Nước lên.'));
  const base: Story = { ...clean, underReview: { fields: printedFieldsOf(clean), body: clean.body, makers: {} } };
  let count = 0;
  const made = suggested(
    base,
    { ...base, headline: 'Lũ lớn', body: [p('one1', 'Nước lên nhanh.')] },
    { by: 'minh1', at: at(5), newId: () => `sugg${count++}` },
  );
  const deeds = suggestedDeeds(made);
  expect(deeds.map(({ by, at: when, did, what }) => [by, when, did, what])).toEqual([
    ['minh1', at(5), 'suggested', 'Lũ → Lũ lớn'],
    ['minh1', at(5), 'suggested', 'nhanh'],
  ]);
  const told = { ...made, record: deeds };
  expect(suggestedDeeds(told)).toEqual([]);
  const [one, two] = [told, { ...made, record: [...suggestedDeeds(made), deed('deed9', 9, 'lan01', 'sent', '')] }];
  expect(mergeStories(base, one, two).story.record).toHaveLength(3);
});

it('copydesk record prints it, or writes it where nothing is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-record-'));
  try {
    const made = await writePackage({ story: recorded, media: () => undefined });
    if (!made.ok) throw new Error(made.failure.detail);
    const file = join(folder, 'a.story');
    await writeFile(file, made.value);
    const run = async (...args: string[]): Promise<[number, string]> => {
      let out = '';
      const code = await runCli(['record', file, ...args], {
        out: (text) => (out += text),
        error: (text) => (out += text),
        environment: { COPYDESK_LANG: 'vi' },
      });
      return [code, out];
    };
    expect(await run()).toEqual([0, recordFile(recorded, 'json', 'vi')]);
    const page = join(folder, 'record.html');
    expect(await run('--format', 'html', '--out', page)).toEqual([0, `${page}\n`]);
    expect(await readFile(page, 'utf8')).toContain('Minh &lt;b&gt;: Đã duyệt');
    expect((await run('--format', 'html', '--out', page))[0]).toBe(1);
    expect((await run('--format', 'pdf'))[0]).toBe(2);
  } finally {
    await rm(folder, { recursive: true });
  }
});
