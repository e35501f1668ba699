import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import { languageOf, sayFailure, spokenCodes } from '../../../electron/cli/words.ts';
import { exportFormats } from '../../../src/export/index.ts';
import { writePackage } from '../../../src/package/index.ts';
import { vietnamese } from '../export/stories.ts';

let folder = '';
let packed = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-cli-'));
  packed = join(folder, 'cau-dong-hai.story');
  const made = await writePackage(vietnamese);
  if (!made.ok) throw new Error(made.failure.detail);
  await writeFile(packed, made.value);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function copydesk(args: string[], environment = {}): Promise<{ code: number; out: string; error: string }> {
  const said = { out: '', error: '' };
  const code = await runCli(args, {
    out: (text) => (said.out += text),
    error: (text) => (said.error += text),
    environment,
  });
  return { code, ...said };
}

describe('copydesk export', () => {
  it.each(exportFormats.filter(({ id }) => id !== 'pdf').map((format) => [format.id, format] as const))(
    'writes %s and says where',
    async (to, format) => {
      const out = join(folder, 'out');
      expect(await copydesk(['export', packed, '--to', to, '--out', out])).toEqual({
        code: 0,
        out: `${out}\n`,
        error: '',
      });
      const names = format.writes === 'folder' ? await readdir(out) : [];
      const first = names.find((name) => name.endsWith(`.${format.extension}`));
      const bytes = await readFile(format.writes === 'folder' ? join(out, first ?? '') : out);
      expect(bytes.length).toBeGreaterThan(0);
      if (format.mediaType === 'text/html') expect(bytes.toString()).toContain('<h1>Khởi công cầu Đông Hải');
    },
  );

  it('says that a PDF wants the window, and writes nothing', async () => {
    const { code, error } = await copydesk(['export', packed, '--to', 'pdf', '--out', join(folder, 'a.pdf')]);
    expect(code).toBe(1);
    expect(error).toContain('Export it in Copydesk, or print the html page.');
    expect(await readdir(folder)).toEqual(['cau-dong-hai.story']);
  });

  it('sets the options of a format, and names one that there is not', async () => {
    const out = join(folder, 'story.txt');
    const args = ['export', packed, '--to', 'text', '--out', out];
    expect((await copydesk([...args, '--set', 'columns=50', 'end=true'])).code).toBe(0);
    const text = await readFile(out, 'utf8');
    expect(text.endsWith('\n-30-\n')).toBe(true);
    expect(
      Math.max(
        ...text
          .split('\n')
          .slice(1)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(50);
    const wrong = await copydesk([...args, '--set', 'columns=500']);
    expect(wrong).toMatchObject({ code: 1, error: 'copydesk: columns=500 cannot be set. Allowed: 40-120\n' });
    expect((await copydesk([...args, '--set', 'colour=red'])).error).toContain('Allowed: columns, end');
  });

  it('replaces a file that bears no mark of its own only where it was told to', async () => {
    const args = ['export', packed, '--to', 'ninjs', '--out', join(folder, 'out')];
    expect((await copydesk(args)).code).toBe(0);
    expect((await copydesk(args)).code).toBe(0);
    const text = ['export', packed, '--to', 'text', '--out', join(folder, 'a.txt')];
    expect((await copydesk(text)).code).toBe(0);
    expect((await copydesk(text)).error).toContain('or --replace where it is a file');
    expect((await copydesk([...text, '--replace'])).code).toBe(0);
  });

  it('puts one file into a folder that is there, named after the story', async () => {
    await mkdir(join(folder, 'pages'));
    const { code } = await copydesk(['export', packed, '--to', 'html-single', '--out', join(folder, 'pages')]);
    expect(code).toBe(0);
    expect(await readdir(join(folder, 'pages'))).toEqual([
      'khoi-cong-cau-dong-hai-bac-qua-song-tien-rut-ngan-nua-gio-duong-cho-nguoi-dan.html',
    ]);
  });

  it('stays in that folder whatever the story is called', async () => {
    const made = await writePackage({ ...vietnamese, story: { ...vietnamese.story, slug: '../../evil' } });
    await writeFile(packed, made.ok ? made.value : '');
    await mkdir(join(folder, 'pages'));
    await copydesk(['export', packed, '--to', 'html-single', '--out', join(folder, 'pages')]);
    expect(await readdir(join(folder, 'pages'))).toEqual(['evil.html']);
  });

  it('replaces its own earlier export, and nothing else', async () => {
    const args = ['export', packed, '--to', 'html', '--out', join(folder, 'out')];
    expect((await copydesk(args)).code).toBe(0);
    expect((await copydesk(args)).code).toBe(0);
    const other = await copydesk(['export', packed, '--to', 'html', '--out', folder]);
    expect(other.code).toBe(1);
    expect(other.error).toBe(
      `copydesk: ${folder} holds something else, and was left as it is. Choose another --out, or --replace where it is a file.\n`,
    );
    expect((await readdir(folder)).sort()).toEqual(['cau-dong-hai.story', 'out']);
  });
});

describe('a file that cannot be opened', () => {
  it('that was cut in half is named, with what to do', async () => {
    const bytes = await readFile(packed);
    await writeFile(packed, bytes.subarray(0, bytes.length / 2));
    const { code, error } = await copydesk(['export', packed, '--to', 'html', '--out', join(folder, 'out')]);
    expect(code).toBe(1);
    expect(error).toBe(
      `copydesk: ${packed} is damaged: its end is missing. Ask for it again, or use another copy; this one was not changed.\n`,
    );
    expect(await readdir(folder)).toEqual(['cau-dong-hai.story']);
  });

  it.each([
    ['that is not there', 'gone.story', 'There is no file'],
    ['that is a folder', '.', 'is not a story package'],
    ['that is no package', 'notes.txt', 'is not a story package'],
  ])('%s is named', async (_, name, sentence) => {
    await writeFile(join(folder, 'notes.txt'), 'Water rose.');
    const { code, error } = await copydesk(['show', join(folder, name)]);
    expect(code).toBe(1);
    expect(error).toContain(sentence);
    expect(error).toContain(name === '.' ? folder : join(folder, name));
  });

  it('is told in Vietnamese where that is asked for', async () => {
    const { error } = await copydesk(['show', join(folder, 'mat.story')], { COPYDESK_LANG: 'vi' });
    expect(error).toBe(`copydesk: Không có tệp ${join(folder, 'mat.story')}. Hãy kiểm tra tên tệp.\n`);
  });
});

describe('copydesk show', () => {
  it('prints the fields that are filled in, and the words', async () => {
    const { code, out } = await copydesk(['show', packed]);
    expect(code).toBe(0);
    expect(out).toContain(
      'Headline:      Khởi công cầu Đông Hải bắc qua sông Tiền, rút ngắn nửa giờ đường cho người dân hai bờ\n',
    );
    expect(out).toContain('Byline:        Đức Đồng - Đức Tình\n');
    expect(out).toMatch(/^Words: {9}\d{3}$/m);
    expect(out).not.toContain('Embargo');
  });

  it('sends nothing to the terminal that could steer it', async () => {
    const made = await writePackage({
      story: { ...vietnamese.story, body: [], media: {}, headline: 'a\u001b[31mb\u202ec\nd' },
      media: () => undefined,
    });
    await writeFile(packed, made.ok ? made.value : '');
    expect((await copydesk(['show', packed])).out).toContain('Headline:      a [31mb c d\n');
  });
});

describe('how it is called', () => {
  it('tells the exit codes in its help', async () => {
    for (const args of [['--help'], ['export', '--help'], ['help', 'export']]) {
      const { code, out, error } = await copydesk(args);
      expect({ code, error }).toEqual({ code: 0, error: '' });
      expect(out).toMatch(/0 {2}done\n {2}1 {2}failed.*\n {2}2 {2}called wrongly/);
    }
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await copydesk(['--version'])).toEqual({ code: 0, out: `${version}\n`, error: '' });
  });

  it.each([
    [[]],
    [['print']],
    [['export']],
    [['export', 'a.story']],
    [['export', 'a.story', '--to', 'html']],
    [['export', 'a.story', '--out', 'x']],
    [['export', 'a.story', '--to', 'punched-tape', '--out', 'x']],
    [['export', 'a.story', 'b.story', '--to', 'html', '--out', 'x']],
    [['show', '--loudly', 'a.story']],
  ])('wrongly, as with %j, ends with 2 and a word about it', async (args) => {
    const { code, out, error } = await copydesk(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).not.toBe('');
  });

  it.each([
    [{}, 'en'],
    [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'vi_VN', COPYDESK_LANG: 'en' }, 'en'],
    [{ LANG: 'en_GB', LC_ALL: 'vi' }, 'vi'],
  ])('with %j it speaks %s', (environment, language) => {
    expect(languageOf(environment)).toBe(language);
  });

  it('has a sentence in each language for every failure of a format, and another for a code it does not know', () => {
    expect(spokenCodes.vi).toEqual(spokenCodes.en);
    for (const code of exportFormats.flatMap(({ failures }) => failures)) expect(spokenCodes.en).toContain(code);
    expect(sayFailure({ code: 'x.y', detail: 'it rained' }, 'en')).toBe('it rained (x.y)');
  });
});
