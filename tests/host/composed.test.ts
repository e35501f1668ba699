import { expect, it } from 'vitest';
import { openPreferences } from '../../electron/shell/preferences.ts';
import { openLibrary } from '../../electron/services/library.ts';
import { openMediaStore } from '../../electron/services/media.ts';
import { writePackage, readPackage } from '../../src/package/index.ts';
import type { Story } from '../../src/story/schema.ts';
import { defaultHouse } from '../../src/settings/house.ts';
import { everyKind } from '../desktop/newsroom.ts';
import { decomposed } from '../unit/story/decomposed.ts';
import { newHome } from './folder.ts';

/** A story with something in every field, each block kind that this Copydesk knows, a comment and a record. */
function full(): Story {
  const story = everyKind();
  const at = '2025-06-12T10:30:00.000+07:00';
  return {
    ...story,
    // What a newer Copydesk wrote stays as it came.
    body: story.body.filter(({ type }) => type !== 'unknown'),
    kicker: 'Thời sự',
    standfirst: 'Nước lên.',
    sourceCredit: 'Theo Đài tỉnh',
    section: 'Xã hội',
    keywords: ['lũ lụt', 'sơ tán'],
    editorNote: 'hỏi lại số vốn',
    byline: { text: 'Đức Đồng', people: [{ name: 'Đức Đồng', roles: ['reporter'] }] },
    dateline: { text: 'Thứ Năm, 12/06/2025', mark: 'HÀ NỘI (TTXVN) -', place: 'Hà Nội', source: 'TTXVN', date: null },
    review: { state: 'in-review', by: 'nguoi1', at, assignee: 'Lê Hà', note: 'Xem lại số' },
    people: { nguoi1: { name: 'Lê Hà', initials: 'LH', colour: 'blue' } },
    threads: [
      {
        id: 'luong1',
        anchor: { on: 'story' },
        quote: 'số vốn',
        entries: [{ id: 'loi1', by: 'nguoi1', at, text: 'Số này ở đâu ra?' }],
      },
    ],
    record: [{ id: 'viec1', at, by: 'nguoi1', did: 'commented', what: 'Số này ở đâu ra?' }],
  };
}

it('a story that comes taken apart is stored, listed and found whole: as new, as a package, and by a change', async () => {
  const home = await newHome();
  const library = await openLibrary({ home, media: openMediaStore({ home }) });
  const whole = full();
  const apart = decomposed(whole);
  expect(apart.headline).not.toBe(whole.headline);

  expect(await library.create(apart)).toMatchObject({
    ok: true,
    value: { headline: whole.headline, authors: ['Đức Đồng'] },
  });
  const stored = await library.open(whole.id);
  expect(stored.ok && stored.value.story).toEqual(whole);

  const packed = await writePackage({ story: apart, media: () => undefined });
  const unpacked = packed.ok ? await readPackage(packed.value) : packed;
  if (!unpacked.ok) throw new Error(unpacked.failure.detail);
  const adopted = await library.adopt(unpacked.value.story);
  if (!adopted.ok) throw new Error(adopted.failure.detail);
  expect(adopted.value.id).not.toBe(whole.id);
  const copy = await library.open(adopted.value.id);
  expect(copy.ok && copy.value.story.body).toEqual(whole.body);

  const { body, headline, threads } = decomposed({
    ...whole,
    headline: 'Bão số 9 đổ bộ',
    body: whole.body.slice(0, 2),
  });
  const blocks = Object.fromEntries(body.map((block) => [block.id, block]));
  await library.change(whole.id, 1, { blocks, fields: { headline, threads } });
  const changed = await library.open(whole.id);
  expect(changed.ok && changed.value.story).toEqual({
    ...whole,
    headline: 'Bão số 9 đổ bộ',
    updatedAt: expect.any(String) as string,
  });
  await library.closeAll();

  const again = await openLibrary({ home, media: openMediaStore({ home }) });
  const kept = await again.read(whole.id);
  expect(kept.ok && JSON.stringify(kept.value.story)).toBe(
    kept.ok && JSON.stringify(kept.value.story).normalize('NFC'),
  );
  for (const text of ['bao so 9', 'Bão số 9', 'Bão số 9'.normalize('NFD')])
    expect(await again.find(text)).toMatchObject({ ok: true, value: { ids: [whole.id] } });
  await again.closeAll();
});

it('settings are kept whole: one’s own name, places, bylines, mark, sections and approvers', async () => {
  const home = { folder: await newHome(), trouble: null, isReadable: true };
  const failed = (what: string, error: unknown): never => {
    throw new Error(what, { cause: error });
  };
  const house = {
    ...defaultHouse,
    source: 'Đài TTĐ',
    places: [{ name: 'Huế', zone: 'Asia/Ho_Chi_Minh' }],
    sections: ['Thời sự'],
    people: [{ byline: 'Đức Tình', name: 'Nguyễn Đức Tình', department: 'Ban Thời sự' }],
  };
  const chosen = {
    house,
    approvers: ['Lê Hà'],
    person: { name: 'Đỗ Thị Ánh', initials: 'ĐTÁ', colour: 'teal' as const },
  };
  const preferences = await openPreferences(home, failed);
  expect(preferences.choose(decomposed(chosen))).toMatchObject(chosen);
  await preferences.flush();
  expect((await openPreferences(home, failed)).settings()).toMatchObject(chosen);
});
