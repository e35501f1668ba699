import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import { p, photo, vi } from '../../../src/check/fixture.ts';
import { writePackage } from '../../../src/package/index.ts';
import type { Story } from '../../../src/story/schema.ts';

const sample = fileURLToPath(new URL('../../../assets/stories/cau-vam-xang.story', import.meta.url));
let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'copydesk-check-'))));
afterEach(() => rm(folder, { recursive: true }));

async function packed(story: Story): Promise<string> {
  const made = await writePackage({ story, media: () => new Uint8Array() });
  if (!made.ok) throw new Error(made.failure.detail);
  const path = join(folder, 'lu.story');
  await writeFile(path, made.value);
  return path;
}

async function copydesk(args: string[], environment = {}): Promise<{ code: number; out: string; error: string }> {
  const said = { out: '', error: '' };
  const code = await runCli(['check', ...args], {
    out: (text) => (said.out += text),
    error: (text) => (said.error += text),
    environment,
  });
  return { code, ...said };
}

const flood = vi({ headline: 'Lũ lên', media: {} }, p('Nước xx.'), photo({ media: null }));

it('finds nothing in the sample and ends with 0', async () => {
  expect(await copydesk([sample])).toEqual({ code: 0, out: 'No findings\n', error: '' });
});

it('names each error and ends with 1', async () => {
  expect(await copydesk([await packed(flood)])).toEqual({
    code: 1,
    out:
      'error    The byline is empty.  (field.required)\n' +
      'error    “xx” was to be filled in.  (placeholder.left)\n' +
      'error    Photo 1 is still to come.  (photo.to-come)\n' +
      '3 errors\n',
    error: '',
  });
});

it('speaks Vietnamese where the computer does', async () => {
  const { out } = await copydesk([await packed(flood)], { LANG: 'vi_VN.UTF-8' });
  expect(out).toContain('error    Chưa có bút danh.  (field.required)\n');
  expect(out).toMatch(/3 lỗi\n$/);
});

it('answers JSON with places for other programs', async () => {
  const { code, out } = await copydesk([await packed(flood), '--json', '--for', 'wordpress']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    target: 'wordpress',
    counts: { error: 3, warning: 0, note: 0 },
    findings: [
      {
        level: 'error',
        rule: 'field.required',
        place: { in: 'field', field: 'byline' },
        message: 'The byline is empty.',
      },
      { place: { in: 'text', block: flood.body[0]?.id, text: 0, from: 5, to: 7 }, about: { text: 'xx' } },
      { rule: 'photo.to-come' },
    ],
  });
});

it('asks less of a package for a colleague', async () => {
  expect(await copydesk([await packed(flood), '--for', 'story'])).toMatchObject({ code: 0 });
});

it('says what is wrong with the call, or the file', async () => {
  expect(await copydesk([sample, '--for', 'nowhere'])).toMatchObject({ code: 2 });
  expect(await copydesk([join(folder, 'gone.story')])).toMatchObject({ code: 1, out: '' });
});

it('judges by the newsroom’s own switches, from its preferences or alone', async () => {
  const story = await packed(flood);
  const house = join(folder, 'preferences.json');
  const checks = { levels: { 'placeholder.left': 'warning', 'photo.to-come': 'off' }, required: ['headline'] };
  for (const data of [{ theme: 'dark', checks }, checks]) {
    await writeFile(house, JSON.stringify(data));
    expect(await copydesk([story, '--house', house])).toEqual({
      code: 0,
      out: 'warning  “xx” was to be filled in.  (placeholder.left)\n1 warning\n',
      error: '',
    });
  }
  await writeFile(house, JSON.stringify({ required: ['slug'] }));
  expect((await copydesk([story, '--house', house])).out).toContain('The slug is empty.');
});

it.each([
  ['{', /does not hold a newsroom’s switches/],
  ['{"levels":{"photo.alt":"loud"}}', /levels\.photo\.alt/],
  ['[]', /does not hold a newsroom’s switches/],
])('names what is wrong with the switches: %s', async (content, expected) => {
  const house = join(folder, 'house.json');
  await writeFile(house, content);
  const { code, out, error } = await copydesk([sample, '--house', house]);
  expect([code, out]).toEqual([1, '']);
  expect(error).toMatch(expected);
  expect((await copydesk([sample, '--house', join(folder, 'gone.json')])).error).toContain('ENOENT');
});
