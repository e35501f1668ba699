import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDraftStore } from '../../electron/services/drafts/store.ts';
import { startingStory } from '../host/drafts/typist.ts';

const folder = mkdtempSync(join(process.env['COPYDESK_TEST_FOLDER'] ?? tmpdir(), 'small-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);

afterAll(() => {
  if (mounted.status === 0) spawnSync('umount', [folder]);
});

it('a disk of one megabyte that is really full refuses, loses nothing, and takes the same change when there is room', async () => {
  if (mounted.status !== 0) {
    process.stdout.write(
      '\nNo small disk could be mounted here (that is root’s to do): the full disk was NOT tried.\n',
    );
    expect(process.getuid?.()).not.toBe(0);
    return;
  }
  const store = openDraftStore({ home: folder });
  const story = startingStory();
  expect(await store.create(story)).toMatchObject({ ok: true });
  expect(await store.change(story.id, 1, { blocks: {}, fields: { headline: 'Một' } })).toMatchObject({ ok: true });
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize));
  const long = { blocks: {}, fields: { headline: 'Hai', standfirst: 'Nước lên nhanh. '.repeat(2000) } };
  for (let attempt = 0; attempt < 3; attempt++)
    expect(await store.change(story.id, 2, long)).toMatchObject({ ok: false, failure: { code: 'drafts.disk-full' } });
  expect(await openDraftStore({ home: folder }).read(story.id)).toMatchObject({
    value: { story: { headline: 'Một' } },
  });
  rmSync(join(folder, 'filler'));
  expect(await store.change(story.id, 2, long)).toMatchObject({ ok: true, value: { seq: 2 } });
  await store.closeAll();
  expect(await openDraftStore({ home: folder }).open(story.id)).toMatchObject({
    ok: true,
    value: { seq: 2, notices: [], story: { headline: 'Hai' } },
  });
});
