import { ok, type Result } from '../../src/base/result.ts';
import { fromUtf8 } from '../../src/base/bytes.ts';
import type { ExportFormat } from '../../src/export/format.ts';
import type { ExportOptions } from '../../src/export/options.ts';
import type { Story } from '../../src/story/schema.ts';

/** More of a file than this nobody reads in a preview, in characters. */
const MOST = 40_000;

/** What a format that writes text would write, cut where it is long; `rest` counts what was cut off. Null: it writes no text. */
export async function exportSource(
  format: ExportFormat,
  story: Story,
  options: ExportOptions,
): Promise<Result<{ text: string; rest: number } | null>> {
  if (!/^text\/|json$|xml$/.test(format.mediaType)) return ok(null);
  // One byte stands for each picture: what is inside a picture is not read here.
  const made = await format.write({ story, options, media: () => new Uint8Array(1) });
  if (!made.ok) return made;
  const text = made.value[0] && fromUtf8(made.value[0].bytes);
  if (text === undefined || text === null) return ok(null);
  return ok({ text: text.slice(0, MOST), rest: Math.max(0, text.length - MOST) });
}
