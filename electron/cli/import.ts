import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { shortened } from '../../src/base/text.ts';
import { ok, type Result } from '../../src/base/result.ts';
import { compose, propose, withPictures } from '../../src/import/article.ts';
import { tally, type Receipt } from '../../src/import/receipt.ts';
import type { Arrangement } from '../../src/import/recognise/index.ts';
import { createStory } from '../../src/story/create.ts';
import type { MediaFile, Story } from '../../src/story/schema.ts';
import { readForeignFile } from '../services/import/reader.ts';
import { inspectPicture } from '../services/pictures/inspect.ts';
import { exportStory } from '../services/exporter.ts';
import { printable } from './words.ts';

/** A file as a story, with its pictures and how each of its lines was taken. */
interface Made {
  story: Story;
  media: Map<string, Uint8Array>;
  receipt: Receipt;
  arrangement: Arrangement;
}

async function make(file: string, language: string): Promise<Result<Made>> {
  const read = await readForeignFile(file);
  if (!read.ok) return read;
  const imported = read.value;
  const arrangement = propose(imported, language);
  const { fields, body, receipt } = compose(imported, arrangement);
  const media = new Map<string, Uint8Array>();
  const files: Record<string, MediaFile> = {};
  const byPhoto = new Map<string, string>();
  for (const { photoId, source, alt } of imported.pictures) {
    if (source.kind !== 'bytes') continue;
    const inspected = inspectPicture(alt || 'picture', source.bytes);
    if (!inspected.ok) {
      tally(receipt.dropped, 'unsupported-picture');
      continue;
    }
    const id = createHash('sha256').update(source.bytes).digest('hex');
    media.set(id, source.bytes);
    files[id] = inspected.value.file;
    byPhoto.set(photoId, id);
  }
  const story = createStory({
    language: arrangement.language,
    ...fields,
    body: withPictures(body, byPhoto),
    media: files,
  });
  return ok({ story, media, receipt, arrangement });
}

const counts = (part: Receipt['kept'] | Receipt['changed'] | Receipt['dropped']): string =>
  Object.entries(part)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'nothing';

/** How each line was taken, and what was kept, changed and dropped. */
function report({ arrangement, receipt }: Made): string {
  const lines = arrangement.lines.map(({ part, text, proposal }) => {
    const doubt = proposal && proposal.part !== part ? ` (${proposal.part}? ${proposal.rule})` : '';
    const short = shortened(text, 90);
    return `${part.padEnd(14)} ${printable(short)}${doubt}\n`;
  });
  const texts = (receipt.texts ?? []).map(({ name, text }) => `  ${name}: ${printable(text)}\n`);
  return `${lines.join('')}Kept: ${counts(receipt.kept)}\nChanged: ${counts(receipt.changed)}\nDropped: ${counts(receipt.dropped)}\n${texts.join('')}`;
}

/**
 * `copydesk import`: a text, page, document, Markdown or ninjs file as a story. With `json` the Story is printed; with `out` it is written as
 * a package, never over another file; without either the answer says how each line would be taken.
 */
export async function importCommand(
  file: string,
  { out, json, language }: { out?: string; json?: boolean; language: string },
): Promise<Result<string>> {
  const made = await make(file, language);
  if (!made.ok) return made;
  const { story, media } = made.value;
  if (out !== undefined) {
    const path = out.endsWith('.story') ? out : `${out}.story`;
    const written = await exportStory({ story, media: (id) => media.get(id), as: 'story', path });
    if (!written.ok) return written;
    if (!json) return ok(`${report(made.value)}${printable(basename(file))} -> ${printable(written.value.path)}\n`);
  }
  return ok(json ? `${JSON.stringify(story, null, 2)}\n` : report(made.value));
}
