import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { cmsAdapters } from '../../../src/cms/index.ts';
import type { PushJob } from '../../../src/cms/push/job.ts';
import type { Call, Reply } from '../../../src/cms/talk.ts';
import type { ExportInput } from '../../../src/export/format.ts';
import { exportFormats } from '../../../src/export/index.ts';
import { printedFieldsOf } from '../../../src/merge/under-review.ts';
import type { Thread } from '../../../src/story/review.ts';
import type { Run, Story } from '../../../src/story/schema.ts';
import { job as aJob } from '../cms/server.ts';
import { p, story } from '../story/build.ts';

/** What must not leave: words, names, ids and notes that review alone knows. */
const SECRET = 'kíncanary';
const at = '2026-11-24T09:00:00.000Z';
const thread = (id: string, anchor: Thread['anchor']): Thread => ({
  ...{ id, anchor },
  quote: `${SECRET} quote`,
  entries: [{ id: `${id}e`, by: 'kincanary1', at, text: `${SECRET} comment @${SECRET}` }],
});
const said = (...runs: Run[]): Story['body'][number] => ({ type: 'paragraph', id: 'said1', text: runs });

const settled: Story = {
  ...story('Nước lên', said({ text: 'Nước sông lên nhanh.' }), p('more2', 'Dân đã sơ tán.')),
  kicker: 'Lũ',
  standfirst: 'Hai xã ngập.',
};
const reviewed: Story = {
  ...settled,
  kicker: `${SECRET} kicker`,
  headline: `Nước lên ${SECRET}`,
  standfirst: `${SECRET} standfirst`,
  body: [
    said(
      { text: 'Nước sông ' },
      { text: `lên ${SECRET}`, comments: ['thread1', 'kincanary2'] },
      { text: ' nhanh.', comments: ['kincanary2'] },
    ),
    p('kincanary3', `${SECRET} đoạn mới`),
  ],
  underReview: {
    fields: printedFieldsOf(settled),
    body: [
      said({ text: 'Nước sông ' }, { text: 'lên nhanh', comments: ['thread1'] }, { text: '.' }),
      ...settled.body.slice(1),
    ],
    makers: { kincanary4: { id: 'kincanary4', by: 'kincanary1', at } },
  },
  people: { kincanary1: { name: SECRET, initials: SECRET.slice(0, 12), colour: 'red' } },
  threads: [
    thread('thread1', { on: 'text', block: 'said1' }),
    thread('kincanary2', { on: 'field', field: 'headline' }),
    thread('kincanary5', { on: 'story' }),
  ],
  record: [{ id: 'kincanary6', at, by: 'kincanary1', did: 'commented', what: SECRET }],
  review: { state: 'in-review', by: 'kincanary1', at, assignee: SECRET, note: `${SECRET} note` },
};

/** Every text in a file, those of a zip unpacked. */
const textOf = (bytes: Uint8Array): string =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? Object.entries(unzipSync(bytes))
        .map(([name, file]) => `${name}\n${strFromU8(file)}`)
        .join('\n')
    : strFromU8(bytes);
const letters = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

describe('comments, suggestions and the record', () => {
  it.each(exportFormats.map((format) => [format.id, format] as const))('never leave as %s', async (_, format) => {
    const print: ExportInput['print'] = ({ page }) => Promise.resolve(ok(page));
    const made = await format.write({ story: reviewed, media: () => undefined, print });
    if (!made.ok) throw new Error(made.failure.detail);
    const text = made.value.map(({ path, bytes }) => `${path}\n${textOf(bytes)}`).join('\n');
    expect(letters(text)).not.toContain('kincanary');
    // And the story did leave.
    expect(letters(text).replace(/<[^>]+>/g, '')).toContain('nuoc');
  });

  it.each(cmsAdapters.map((adapter) => [adapter.id, adapter] as const))('are never pushed to %s', (id, adapter) => {
    const { site, ...rest } = aJob();
    const job: PushJob = {
      ...rest,
      story: reviewed,
      pictures: [],
      site: { ...site, kind: id, api: 'https://site.example/', user: 'ha' },
    };
    const talk = adapter.push(job);
    const sent: Call[] = [];
    let step = talk.next();
    // Every call is answered as by a site that holds nothing yet, until the story is written there.
    for (let calls = 0; !step.done && calls < 30; calls++) {
      const call = step.value;
      sent.push(call);
      if (call.name === 'create-post' || call.name === 'deliver') break;
      step = talk.next(answer(id, call));
    }
    expect(sent.at(-1)?.name, JSON.stringify(step.value)).toMatch(/create-post|deliver/);
    const left = sent.map(({ url, headers, body }) => JSON.stringify([decodeURIComponent(url), headers, body])).join();
    expect(letters(left)).not.toContain('kincanary');
    expect(letters(left)).toContain('nuoc len');
    expect(letters(left)).toContain('hai xa ngap');
  });
});

function answer(kind: string, { name }: Call): Reply {
  const rights = ['edit_posts', 'publish_posts', 'upload_files', 'unfiltered_html', 'manage_categories'];
  const me = { id: 1, name: 'Hà', slug: 'ha', capabilities: Object.fromEntries(rights.map((right) => [right, true])) };
  const tag = { id: 5, name: 'lũ', slug: 'lu', taxonomy: 'post_tag' };
  const body =
    kind === 'ghost'
      ? { posts: [], users: [], tags: [], meta: { pagination: { pages: 1, next: null } } }
      : name === 'sign-in'
        ? me
        : name === 'create-tag'
          ? tag
          : [];
  return { status: 200, headers: {}, body: JSON.stringify(body) };
}
