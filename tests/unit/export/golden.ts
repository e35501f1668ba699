import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import type { ExportedFile } from '../../../src/export/format.ts';

/** Where the exports lie that people have looked at and found right: `<story>/<format>/…`. */
export const GOLDEN = fileURLToPath(new URL('../../fixtures/exports/', import.meta.url));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const isText = (path: string): boolean => /[.](?:html|md|txt|json|xml|rels)$/.test(path);

/** Pictures within a text file as their hash: nobody reads base64, and one sign that differs still shows. */
const readable = (text: string): string =>
  text.replace(
    /;base64,([A-Za-z0-9+/=]{200,})/g,
    (_, base64: string) => `;base64,(sha256 ${sha256(Buffer.from(base64, 'base64'))})`,
  );

/** What people can look at of a file: itself, a Word document's parts, nothing of a picture. */
function looks({ path, bytes }: ExportedFile): [path: string, text: string][] {
  const text = (part: Uint8Array): string =>
    readable(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part));
  if (path.endsWith('.docx')) {
    return Object.entries(unzipSync(bytes))
      .filter(([part]) => isText(part))
      .map(([part, content]) => [`${path}/${part}`, text(content)]);
  }
  // What goes to the window that lays it out; the PDF itself is looked at in tests/desktop.
  if (path.endsWith('.pdf')) return [[`${path}.html`, text(bytes)]];
  return isText(path) ? [[path, text(bytes)]] : [];
}

/** An export as files to be kept: every file's length and hash in `files.txt`, and beside it what can be read of them. */
export function goldenFiles(files: readonly ExportedFile[]): Record<string, string> {
  const list = files.map(({ path, bytes }) => `${sha256(bytes)} ${String(bytes.length).padStart(8)} ${path}\n`);
  return { 'files.txt': list.join(''), ...Object.fromEntries(files.flatMap(looks)) };
}

/** Everything under a folder, by its path there. */
export function readGolden(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** Puts these files in the place of whatever the folder held. */
export function writeGolden(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
