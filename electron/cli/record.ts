import { ok, type Result } from '../../src/base/result.ts';
import { recordFile } from '../../src/review/index.ts';
import { placeWritten } from '../services/exporter.ts';
import { readPackageFile } from '../services/package-file.ts';
import { printable } from './words.ts';

/**
 * `copydesk record`: who did what in a story's review, and when, as a page or as JSON: printed, or written to `out`. Fails as reading
 * a package does, and with `export.exists`, `export.write-failed`.
 */
export async function recordCommand(
  file: string,
  { format, out, language }: { format: 'html' | 'json'; out?: string | undefined; language: 'en' | 'vi' },
): Promise<Result<string>> {
  const read = await readPackageFile(file);
  if (!read.ok) return read;
  const text = recordFile(read.value.story, format, language);
  if (out === undefined) return ok(text);
  const written = await placeWritten(out, Buffer.from(text));
  return written.ok ? ok(`${printable(written.value.path)}\n`) : written;
}
