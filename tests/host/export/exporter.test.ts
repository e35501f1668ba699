import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportFormat, exportFormats } from '../../../src/export/index.ts';
import { ok } from '../../../src/base/result.ts';
import { readPackage } from '../../../src/package/index.ts';
import type { Story } from '../../../src/story/schema.ts';
import { exportStory, type ExportOrder } from '../../../electron/services/exporter.ts';
import { p, story } from '../../unit/export/a-story.ts';
import { oneOfEverything, vietnamese } from '../../unit/export/stories.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copydesk-export-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const order = (fields: Partial<ExportOrder> = {}): ExportOrder => ({
  ...oneOfEverything,
  as: 'html',
  path: join(folder, 'out'),
  print: ({ page }) => Promise.resolve(ok(page)),
  ...fields,
});

/** Every file under a folder with its text, by its path; folders end in a slash. */
async function tree(root: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(root.length + 1);
    if (entry.isFile()) found[name] = await readFile(path, 'utf8');
    else if (entry.isDirectory() && (await readdir(path)).length === 0) found[`${name}/`] = '';
  }
  return found;
}

async function written(fields?: Partial<ExportOrder>): Promise<string> {
  const made = await exportStory(order(fields));
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value.path;
}

describe('an export on disk', () => {
  it('is a folder with the page and its pictures, and nothing besides', async () => {
    const path = await written();
    expect(path).toBe(join(folder, 'out'));
    expect(
      Object.keys(await tree(folder))
        .map((name) => name.replace(/[0-9a-f]{12}/, 'HASH'))
        .sort(),
    ).toEqual([
      'out/index.html',
      'out/media/01-boats-with-vegetables-at-dawn-HASH.png',
      'out/media/02-a-crowd-HASH.jpg',
    ]);
  });

  it.each(exportFormats.map(({ id }) => id))('goes into folders that are made for it: %s', async (as) => {
    const path = await written({ as, path: join(folder, 'a/b/c') });
    expect((await stat(path)).isDirectory()).toBe(exportFormat(as)?.writes === 'folder');
  });

  it('asks for its pictures one by one, and waits for them', async () => {
    const asked: string[] = [];
    const media = async (id: string): Promise<Uint8Array | undefined> => {
      asked.push(id);
      return Promise.resolve(oneOfEverything.media(id));
    };
    await written({ media });
    expect(asked).toEqual(Object.keys(oneOfEverything.story.media));
  });

  it('can be a package that reads back', async () => {
    const path = await written({ as: 'story', path: join(folder, 'market.story') });
    expect(await readPackage(await readFile(path))).toMatchObject({
      ok: true,
      value: { story: oneOfEverything.story },
    });
  });

  it('can be read by others, as web servers must', async () => {
    const path = await written();
    expect((await stat(path)).mode & 0o055).toBe(0o055 & ~process.umask());
    expect((await stat(join(path, 'index.html'))).mode & 0o044).toBe(0o044 & ~process.umask());
  });
});

describe('where something stands already', () => {
  const marked = exportFormats.filter(({ wrote }) => wrote);
  const unmarked = exportFormats.filter(({ wrote }) => !wrote);
  const second = (): Story => ({ ...oneOfEverything.story, headline: 'Second edition' });

  it.each(marked.map(({ id }) => id))('an untouched export of the same story is replaced: %s', async (as) => {
    await written({ as });
    await written({ as, story: second() });
    const files = await tree(folder);
    expect(Object.values(files).some((text) => text.includes('Second edition'))).toBe(true);
    expect(Object.keys(files).every((name) => name === 'out' || name.startsWith('out/'))).toBe(true);
  });

  it.each(unmarked.map(({ id }) => id))(
    'a file that does not say whose it is stays, until a person allows it: %s',
    async (as) => {
      await written({ as });
      const before = await tree(folder);
      expect(await exportStory(order({ as, story: second() }))).toMatchObject({ failure: { code: 'export.exists' } });
      expect(await tree(folder)).toEqual(before);
      await written({ as, story: second(), mayReplaceFile: true });
      expect(await tree(folder)).not.toEqual(before);
    },
  );

  it('an empty folder is filled', async () => {
    await mkdir(join(folder, 'out'));
    await written();
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['index.html', 'media']);
  });

  it.each(['html', 'html-single', 'story'])('other things are never overwritten: %s', async (as) => {
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out/thesis.txt'), 'ten years');
    const before = await tree(folder);
    expect(await exportStory(order({ as }))).toMatchObject({
      failure: { code: 'export.exists', about: { path: join(folder, 'out') } },
    });
    expect(await tree(folder)).toEqual(before);
  });

  it.each(['html', 'html-single', 'story'])('nor is a file of another kind: %s', async (as) => {
    await writeFile(join(folder, 'out'), 'ten years');
    expect(await exportStory(order({ as }))).toMatchObject({ failure: { code: 'export.exists' } });
    expect(await tree(folder)).toEqual({ out: 'ten years' });
  });

  it('nor is an export that somebody edited, added to, or that tells another story', async () => {
    const path = await written();
    const page = join(path, 'index.html');
    const text = await readFile(page, 'utf8');
    await writeFile(page, text.replace('Quay', 'Key'));
    expect(await exportStory(order())).toMatchObject({ failure: { code: 'export.exists' } });
    await writeFile(page, text);
    await writeFile(join(path, 'media/notes.txt'), 'mine');
    expect(await exportStory(order())).toMatchObject({ failure: { code: 'export.exists' } });
    await rm(join(path, 'media/notes.txt'));
    expect(await exportStory(order(vietnamese))).toMatchObject({ failure: { code: 'export.exists' } });
    expect(await readFile(page, 'utf8')).toBe(text);
    expect((await exportStory(order())).ok).toBe(true);
  });

  it('nor is what a link leads to', async () => {
    await mkdir(join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), join(folder, 'out'));
    expect(await exportStory(order())).toMatchObject({ failure: { code: 'export.exists' } });
    expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
  });

  it('a package is replaced only when the person has agreed', async () => {
    const path = join(folder, 'market.story');
    await written({ as: 'story', path });
    expect(await exportStory(order({ as: 'story', path }))).toMatchObject({ failure: { code: 'export.exists' } });
    const short = story({ headline: 'Short' }, p('Words.'));
    await written({ as: 'story', path, story: short, mayReplaceFile: true });
    expect(await readPackage(await readFile(path))).toMatchObject({ ok: true, value: { story: short } });
  });

  it('agreeing to replace a file gives no folder away', async () => {
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out/thesis.txt'), 'ten years');
    for (const as of ['html', 'html-single', 'story']) {
      expect(await exportStory(order({ as, mayReplaceFile: true }))).toMatchObject({
        failure: { code: 'export.exists' },
      });
    }
    expect(await tree(folder)).toEqual({ 'out/thesis.txt': 'ten years' });
  });
});

describe('where it cannot be written', () => {
  it('says which photo has no picture, and leaves nothing behind', async () => {
    expect(await exportStory(order({ media: () => undefined }))).toMatchObject({
      failure: { code: 'export.media-missing', about: { photo: 'cho-noi.png' } },
    });
    expect(await tree(folder)).toEqual({});
  });

  it.each(['html', 'html-single', 'story'])(
    'names the path and the reason, and leaves nothing behind: %s',
    async (as) => {
      await writeFile(join(folder, 'a-file'), 'x');
      const path = join(folder, 'a-file/a/out');
      const made = await exportStory(order({ as, path }));
      expect(made).toMatchObject({
        ok: false,
        failure: { code: 'export.write-failed', about: { path, reason: 'ENOTDIR' } },
      });
      expect(await tree(folder)).toEqual({ 'a-file': 'x' });
    },
  );
});

describe('an export that is stopped', () => {
  const stopAt = (percent: number): Partial<ExportOrder> => {
    const stop = new AbortController();
    return { signal: stop.signal, onProgress: (now) => void (now >= percent && stop.abort()) };
  };

  it.each([0, 25, 60, 70])('leaves nothing, at %i%%', async (percent) => {
    await mkdir(join(folder, 'before'));
    expect(await exportStory(order(stopAt(percent)))).toMatchObject({ failure: { code: 'export.stopped' } });
    expect(await tree(folder)).toEqual({ 'before/': '' });
  });

  it('leaves an earlier export as it was', async () => {
    await written();
    const before = await tree(folder);
    const second = { ...oneOfEverything.story, headline: 'Second edition' };
    expect(await exportStory(order({ ...stopAt(70), story: second }))).toMatchObject({
      failure: { code: 'export.stopped' },
    });
    expect(await tree(folder)).toEqual(before);
  });

  it('does not wait for a page that is still being laid out', async () => {
    const stop = new AbortController();
    const print = (): Promise<never> => {
      stop.abort();
      return new Promise(() => undefined);
    };
    const stopped = exportStory(order({ as: 'pdf', print, signal: stop.signal }));
    expect(await stopped).toMatchObject({ failure: { code: 'export.stopped' } });
    expect(await tree(folder)).toEqual({});
  });

  it('tells how far it is, never back', async () => {
    const heard: number[] = [];
    await written({ onProgress: (percent) => heard.push(percent) });
    expect(heard[0]).toBe(0);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBeGreaterThan(60);
    expect(heard.at(-1)).toBeLessThanOrEqual(100);
  });
});
