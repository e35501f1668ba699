import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { FORMAT_IDS, type ExportedFile, type ExportFormat, type ExportInput } from '../../../src/export/format.ts';
import { exportFormat, exportFormats } from '../../../src/export/index.ts';
import { figure, p, photo, picture, story, withPictures } from './a-story.ts';
import { READERS, sourceOf } from './readers.ts';
import { asPage, elementsOf, parseErrors } from './read-page.ts';
import { edges, hostile, oneOfEverything, vietnamese } from './stories.ts';

/** A PDF is laid out by a window, which is tested in tests/formats: here the page that goes there stands for it. */
const print: ExportInput['print'] = ({ page }) => Promise.resolve(ok(page));

async function written(format: ExportFormat, input: ExportInput): Promise<ExportedFile[]> {
  const made = await format.write({ print, ...input });
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value;
}

/** The text that a reader of the first file sees, in one line. */
async function readable(format: ExportFormat, [first]: ExportedFile[]): Promise<string> {
  const reader = READERS[format.mediaType];
  if (!first || !reader) throw new Error(`nobody here reads ${format.mediaType}`);
  return (await reader(first)).replace(/\s+/g, ' ');
}

const samples = { vietnamese, oneOfEverything, hostile };

describe('the list of formats', () => {
  it('names every folder of src/export', () => {
    const root = fileURLToPath(new URL('../../../src/export', import.meta.url));
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const written = exportFormats.map(({ id }) => id);
    const shared = new Set(['page']);
    for (const { name } of folders.filter(({ name }) => !shared.has(name)))
      expect(written.some((id) => id === name || id.startsWith(`${name}-`))).toBe(true);
    expect(folders.length).toBeGreaterThan(0);
  });

  it('has each id once, and finds it', () => {
    expect(new Set(exportFormats.map(({ id }) => id)).size).toBe(exportFormats.length);
    for (const format of exportFormats) expect(exportFormat(format.id)).toBe(format);
    expect(exportFormat('punched-tape')).toBeUndefined();
    expect(exportFormats.map(({ id }) => id)).toEqual(FORMAT_IDS);
  });
});

describe.each(exportFormats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  it.each(Object.entries(samples))('gives the same bytes for the same story: %s', async (_, input) => {
    expect(await written(format, structuredCloned(input))).toEqual(await written(format, input));
  });

  it.each(Object.entries(edges))('writes a story that is %s', async (_, edge) => {
    const files = await written(format, { story: edge, media: () => undefined });
    expect(files[0]?.bytes.length).toBeGreaterThan(0);
  });

  it.each(['vietnamese', 'oneOfEverything'] as const)('loses no text of %s', async (name) => {
    const { story: told } = samples[name];
    const text = await readable(format, await written(format, samples[name]));
    const { kicker, headline, standfirst, byline, sourceCredit } = told;
    for (const field of [kicker, headline, standfirst, byline.text, sourceCredit, told.dateline.text])
      expect(text).toContain(field);
    for (const said of textsOf(told.body)) expect(text).toContain(said.replace(/\s+/g, ' ').trim());
  });

  it('prints every caption and credit', async () => {
    const text = await readable(format, await written(format, oneOfEverything));
    expect(text).toContain('Boats at Quay Street on Sunday. Photo: Ann Roe');
    expect(text).toContain('Buyers wait. Photo: Tom Lee');
    expect(text).toContain('The harbour master, to be photographed tomorrow. Photo: Tom Lee');
  });

  it('keeps the editor’s note and the review in the house', async () => {
    const note = 'CHECK WITH LEGAL';
    const told = story({ headline: 'Flood', editorNote: note, review: { state: 'changes-asked' } }, p('Water rose.'));
    const [first] = await written(format, { story: told, media: () => undefined });
    const source = first ? sourceOf(first) : '';
    expect(source).toContain('Water rose.');
    expect(source).not.toContain(note);
    expect(source).not.toContain('changes-asked');
  });

  it('carries every picture, each once', async () => {
    const files = await written(format, oneOfEverything);
    const pictures = Object.keys(oneOfEverything.story.media).map((id) => oneOfEverything.media(id));
    expect(pictures.length).toBe(2);
    expect(format.pictures === 'beside').toBe(format.writes === 'folder');
    if (format.writes === 'file') expect(files).toHaveLength(1);
    else expect(files.slice(1).map(({ bytes }) => bytes)).toEqual(pictures);
  });

  it('names its files so that they are safe on every system', async () => {
    for (const input of Object.values(samples)) {
      for (const { path } of await written(format, input)) {
        expect(path).toMatch(/^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*[.][a-z0-9]+$/);
        expect(path.length).toBeLessThan(100);
      }
    }
  });

  it('says which photo has no picture', async () => {
    if (format.pictures === 'none') return;
    const lost = await picture('market.jpg');
    const told = story({ headline: 'Lost' }, figure(photo(null)), figure(photo(lost, { caption: 'The market' })));
    const made = await format.write({ print, ...withPictures(told, lost), media: () => undefined });
    expect(made).toMatchObject({
      ok: false,
      failure: { code: 'export.media-missing', about: { photo: 'market.jpg', number: 2 } },
    });
    const unlisted = await format.write({ print, story: told, media: () => lost.bytes });
    expect(unlisted).toMatchObject({ failure: { code: 'export.media-missing', about: { photo: 'The market' } } });
    expect(format.failures).toContain('export.media-missing');
  });

  it('knows its own work, and nothing that was touched', async () => {
    const files = await written(format, oneOfEverything);
    const { id } = oneOfEverything.story;
    if (!format.wrote) {
      expect(format.writes).toBe('file');
      return;
    }
    expect(await format.wrote(files, id)).toBe(true);
    expect(await format.wrote([...files].reverse(), id)).toBe(true);
    expect(await format.wrote(files, 'anotherstory23456789')).toBe(false);
    expect(await format.wrote([], id)).toBe(false);
    expect(await format.wrote([...files, { path: 'notes.txt', bytes: new Uint8Array([65]) }], id)).toBe(false);
    for (const [index, { bytes }] of files.entries()) {
      const touched = bytes.slice();
      touched[Math.floor(bytes.length / 2)] = (touched[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
      expect(await format.wrote(files.with(index, { path: files[index]?.path ?? '', bytes: touched }), id)).toBe(false);
    }
  });

  it('is inert whatever was typed', async () => {
    for (const file of await written(format, hostile)) {
      if (!file.path.endsWith('.html')) continue;
      const page = asPage(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes));
      expect(parseErrors(page)).toEqual([]);
      for (const { name, attributes } of elementsOf(page)) {
        if (name === 'script') expect(attributes).toEqual({ type: 'application/ld+json' });
        expect(name).not.toMatch(/^(?:svg|iframe|object|embed|base|form|input|math|template)$/);
        for (const [attribute, value] of Object.entries(attributes)) {
          expect(attribute).not.toMatch(/^(?:on|style$|srcdoc|formaction|xlink)/);
          if (attribute === 'href') expect(value).toMatch(/^(?:https?:\/\/[^/\s]|mailto:)/);
          if (attribute === 'src')
            expect(value).toMatch(
              /^(?:media\/[a-z0-9-]+[.][a-z]+|data:(?:image\/[a-z]+|application\/octet-stream);base64,[A-Za-z0-9+/=]*)$/,
            );
        }
      }
    }
  });
});

function structuredCloned(input: ExportInput): ExportInput {
  return { ...input, story: structuredClone(input.story) };
}

/** All texts of the body, as the story holds them. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    const isText =
      value.length > 0 &&
      value.every((run) => typeof (run as { text?: unknown }).text === 'string' && !('id' in (run as object)));
    return isText ? [value.map((run) => (run as { text: string }).text).join('')] : value.flatMap(textsOf);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'string' && ['title', 'description', 'fallback'].includes(key) ? [part] : textsOf(part),
  );
}
