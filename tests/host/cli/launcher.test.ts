import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { strToU8 } from 'fflate';
import { readPackage, writePackage } from '../../../src/package/index.ts';
import { readStory } from '../../../src/story/read.ts';
import { docx, picture, wp, wt } from '../import/a-docx.ts';
import { PNG } from '../import/png.ts';
import { vietnamese } from '../../unit/export/stories.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const launcher = join(root, 'electron/copydesk.mjs');

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, whatever its exit code. */
async function run(program: string, args: string[]): Promise<Ended> {
  try {
    return { code: 0, ...(await promisify(execFile)(program, args, { env: { ...process.env, COPYDESK_LANG: 'en' } })) };
  } catch (error) {
    return error as Ended;
  }
}
const copydesk = (...args: string[]): Promise<Ended> => run(process.execPath, [launcher, ...args]);

let folder = '';
let packed = '';
beforeAll(async () => {
  // Builds what may be out of date, so that no test below waits for it or is in its way.
  await copydesk('--version');
}, 60_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-launcher-'));
  packed = join(folder, 'cau.story');
  const made = await writePackage(vietnamese);
  if (!made.ok) throw new Error(made.failure.detail);
  await writeFile(packed, made.value);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the copydesk program', () => {
  it('exports in plain Node', async () => {
    const out = join(folder, 'out');
    expect(await copydesk('export', packed, '--to', 'html', '--out', out)).toEqual({
      code: 0,
      stdout: `${out}\n`,
      stderr: '',
    });
    expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('Khởi công cầu Đông Hải');
  });

  it('ends with 1 where it failed and with 2 where it was called wrongly', async () => {
    expect(await copydesk('show', join(folder, 'gone.story'))).toMatchObject({ code: 1, stdout: '' });
    expect(await copydesk('export', packed)).toMatchObject({ code: 2, stdout: '' });
  });

  it('needs no module that only Electron’s Node has', async () => {
    const host = join(root, 'out/host');
    const seen = new Set(['cli.js']);
    const modules = new Set<string>();
    for (const name of seen) {
      const source = await readFile(join(host, name), 'utf8');
      for (const [, from = ''] of source.matchAll(/^(?:import|export)[^'"]*['"]([^'"]+)['"]/gm)) {
        if (from.startsWith('./')) seen.add(from.slice(2));
        else modules.add(from);
      }
    }
    expect([...modules].sort()).toContain('node:fs/promises');
    expect([...modules].filter((name) => name === 'electron' || name.includes('sqlite'))).toEqual([]);
  });

  it('keeps the earlier export whole when the disk does not take the new one', async () => {
    const args = ['export', packed, '--to', 'html', '--out', join(folder, 'out')];
    expect((await copydesk(...args)).code).toBe(0);
    const before = await readFile(join(folder, 'out/index.html'));
    // A limit on the size of files, in blocks of 512 bytes, fails a write in its middle as a full disk does, for root too.
    const limited = 'trap "" XFSZ; ulimit -f 8; exec "$@"';
    const { code, stderr } = await run('sh', ['-c', limited, 'sh', process.execPath, launcher, ...args]);
    expect(stderr).toBe(
      `copydesk: ${join(folder, 'out')} cannot be written (EFBIG). Check the folder and the free space, or choose another --out.\n`,
    );
    expect(code).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['cau.story', 'out']);
    expect(await readFile(join(folder, 'out/index.html'))).toEqual(before);
  });
});

describe('copydesk import', () => {
  const broadcast = `Banner
Khởi công cầu Đông Hải
Thứ Tư, 19/01/2022, 21:11 [GMT+7]
(TTV) - Sáng nay, 19/1, UBND tỉnh Bình Phú tổ chức lễ khởi công xây dựng cầu Đông Hải, bắc qua sông Cái Sậy.
Cầu dài 1,2 km, rộng 12 m, có tổng mức đầu tư 900 tỷ đồng, dự kiến hoàn thành trong năm 2024.
Đức Đồng - Đức Tình
`;
  const word = docx(
    wp(wt('Khởi công cầu Đông Hải'), 'Title') +
      picture +
      wp(wt('(TTV) - Sáng nay, 19/1, UBND tỉnh Bình Phú tổ chức lễ khởi công cầu Đông Hải, bắc qua sông Cái Sậy.')),
  );

  it('prints the story as JSON', async () => {
    await writeFile(join(folder, 'tin.txt'), broadcast);
    const { code, stdout, stderr } = await copydesk('import', join(folder, 'tin.txt'), '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const story = readStory(JSON.parse(stdout));
    expect(story).toMatchObject({
      ok: true,
      value: {
        headline: 'Khởi công cầu Đông Hải',
        language: 'vi',
        dateline: { mark: '(TTV) -', date: '2022-01-19T21:11:00.000+07:00' },
        byline: { people: [{ name: 'Đức Đồng' }, { name: 'Đức Tình' }] },
      },
    });
  });

  it('writes a Word document as a story file with its picture, and never over another', async () => {
    await writeFile(join(folder, 'bai.docx'), word);
    const out = join(folder, 'bai.story');
    const done = await copydesk('import', join(folder, 'bai.docx'), '--out', out);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toContain(`bai.docx -> ${out}`);
    const opened = await readPackage(await readFile(out));
    expect(opened).toMatchObject({ ok: true, value: { story: { headline: 'Khởi công cầu Đông Hải' } } });
    expect(opened.ok && opened.value.media.size).toBe(1);
    expect(await copydesk('verify', out)).toMatchObject({ code: 0 });
    expect(await copydesk('import', join(folder, 'bai.docx'), '--out', out)).toMatchObject({ code: 1 });
  });

  it('takes the pictures beside a Markdown file along', async () => {
    await writeFile(join(folder, 'cau.png'), PNG);
    await writeFile(join(folder, 'bai.md'), `# Cầu mới\n\n![Cầu](cau.png "Cầu nhìn từ bờ bắc.")\n\n${broadcast}`);
    const { code, stdout } = await copydesk('import', join(folder, 'bai.md'), '--json');
    expect(code).toBe(0);
    expect(Object.keys((JSON.parse(stdout) as { media: object }).media)).toHaveLength(1);
  });

  it('says without either how each line was taken, and what went', async () => {
    await writeFile(join(folder, 'tin.txt'), broadcast);
    const { code, stdout } = await copydesk('import', join(folder, 'tin.txt'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^furniture +Banner$/m);
    expect(stdout).toMatch(/^headline +Khởi công cầu Đông Hải$/m);
    expect(stdout).toMatch(/^byline +Đức Đồng - Đức Tình$/m);
  });

  it.each([
    ['hong.docx', word.subarray(0, 900), 1],
    ['bai.rtf', strToU8('{\\rtf1 Xin chao}'), 1],
    ['rong.txt', new Uint8Array(), 1],
  ])('ends with 1 and one sentence where it cannot be read: %s', async (name, bytes, code) => {
    await writeFile(join(folder, name), bytes);
    const ended = await copydesk('import', join(folder, name), '--json');
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(/^copydesk: .+\n$/);
    expect(ended.stderr).toContain(name);
  });
});
