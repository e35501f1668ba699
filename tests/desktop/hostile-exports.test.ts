import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/export/index.ts';
import { hostile } from '../unit/export/stories.ts';
import { generateStory } from '../unit/story/generate.ts';
import { chance } from '../unit/story/random.ts';
import { createDetector, type Detector } from './detector.ts';
import { newFolder } from './launch.ts';
import { openExport } from './opened-export.ts';

let detector: Detector;
beforeAll(async () => {
  detector = await createDetector();
});
afterAll(() => detector.close());

describe('the detector', () => {
  it.each([
    ['a script', 'x.html', '<script>alert(1)</script>', 'alert(1)'],
    ['a handler', 'x.html', '<img src="data:image/png,x" onerror="alert(2)">', 'alert(2)'],
    ['a picture from elsewhere', 'x.html', '<img src="file:///x.png">', 'asked for file:///x.png'],
    ['an address that runs', 'x.html', '<a href="javascript:alert(1)">x</a>', 'a javascript:alert(1)'],
    ['a frame', 'x.html', '<iframe srcdoc="x"></iframe>', 'frame about:srcdoc'],
    ['a script in XML', 'x.xml', '<x><script xmlns="http://www.w3.org/1999/xhtml">alert(3)</script></x>', 'alert(3)'],
  ])('hears %s', async (_, name, content, expected) => {
    const file = join(newFolder(), name);
    await writeFile(file, content);
    expect(await detector.open(file)).toContain(expected);
  });

  it('hears nothing of a page that is only read', async () => {
    const file = join(newFolder(), 'x.html');
    await writeFile(file, '<!DOCTYPE html><title>x</title><p>Text <a href="https://example.org/">link</a>');
    expect(await detector.open(file)).toEqual([]);
  });
});

describe.each(exportFormats.map((format) => [format.id, format] as const))('%s, opened in Chromium', (_, format) => {
  it('does nothing, whatever stands in every field and block', async () => {
    expect(await openExport(detector, format, hostile)).toEqual({});
  });

  it('does nothing, whatever was generated', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      expect(await openExport(detector, format, generateStory(chance(seed))), `seed ${seed}`).toEqual({});
    }
  });
});
