import type { Result } from '../../../src/base/result.ts';
import type { Imported } from '../../../src/import/imported.ts';
import { formatOf, readArticle } from '../../../src/import/read.ts';
import { docxToBlocks } from './docx.ts';

/** A file's bytes as blocks, whatever the format. Failures are readArticle's and docxToBlocks'. */
export async function readBytes(name: string, bytes: Uint8Array): Promise<Result<Imported>> {
  return formatOf(name, bytes) === 'docx' ? docxToBlocks(bytes) : readArticle(name, bytes);
}
