import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../../../src/export/index.ts';
import { createDetector, type Detector } from '../../desktop/detector.ts';
import { openExport } from '../../desktop/opened-export.ts';
import { many } from '../length.ts';
import { hostileStory } from './hostile-story.ts';
import { vectors } from './vectors.ts';
import { reportWay } from './ways.ts';

/** So many vectors in one story; a page of all of them would be no story any more. */
const TOGETHER = 400;
const VECTORS = many(10_000, TOGETHER);

let detector: Detector;
beforeAll(async () => {
  detector = await createDetector();
});
afterAll(() => detector.close());

describe.each(exportFormats.map((format) => [format.id, format] as const))(
  '%s, opened in Chromium with scripts on',
  (id, format) => {
    it(`runs nothing, asks for nothing and keeps nothing that could, of ${VECTORS.toLocaleString('en')} vectors`, async () => {
      const all = vectors(VECTORS);
      let slowest = 0;
      for (let n = 0; n < all.length; n += TOGETHER) {
        const part = all.slice(n, n + TOGETHER);
        const words = part.map((vector) => vector.words);
        const found = await openExport(
          detector,
          format,
          { story: hostileStory(part), media: () => undefined },
          words,
          (ms) => (slowest = Math.max(slowest, ms)),
        );
        expect(found, `vectors from ${n}`).toEqual({});
      }
      reportWay({
        ...{ way: `out: ${id}, opened in Chromium`, vectors: all.length, kept: all.length },
        ...{ ran: 0, active: 0, requests: 0, slowest },
      });
    });
  },
);
