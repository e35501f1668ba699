import { ok, type Failure, type Result } from '../../src/base/result.ts';
import { MAX_ARTICLE_BYTES } from '../../src/import/limits.ts';
import type { ForeignArticle } from '../../src/ipc/calls/import.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { CallInput } from '../../src/ipc/contract.ts';

type Told = Pick<Failure, 'code' | 'about'>;

/** What the host made of the files: articles to arrange, ids of stories that are whole already, and what could not be read. */
export interface Read {
  articles: ForeignArticle[];
  stories: string[];
  failures: Told[];
}

/** A dropped file as the call takes it, or why it cannot be asked at all. */
async function inputOf(file: File): Promise<Result<CallInput<'import.article'>>> {
  const about = { file: file.name };
  if (file.size > MAX_ARTICLE_BYTES)
    return { ok: false, failure: { code: 'import.too-large', detail: `${file.size} bytes`, about } };
  try {
    return ok({ from: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    // A folder, or a file that has gone since.
    return {
      ok: false,
      failure: { code: 'import.unreadable', detail: String(error), about: { ...about, reason: '' } },
    };
  }
}

/** Has the host read the files, or ask for them where none are given. */
export async function readArticles(host: Client, files?: readonly File[]): Promise<Read> {
  const read: Read = { articles: [], stories: [], failures: [] };
  const inputs: Result<CallInput<'import.article'>>[] = files
    ? await Promise.all(files.map(inputOf))
    : [ok({ from: 'dialog' as const })];
  for (const input of inputs) {
    const answer = input.ok ? await host.call('import.article', input.value) : input;
    if (!answer.ok) {
      read.failures.push(answer.failure);
      continue;
    }
    read.articles.push(...answer.value.articles);
    read.stories.push(...answer.value.stories);
    read.failures.push(...answer.value.failures);
  }
  return read;
}

/** Keeps an article as a story that is not opened; answers its id. */
export async function keepArticle(host: Client, article: ForeignArticle, language: string): Promise<Result<string>> {
  const { compose, propose } = await import('../../src/import/article.ts');
  const imported = { ...article, pictures: [] };
  const { fields, body } = compose(imported, propose(imported, language));
  const created = await host.call('stories.create', { language: fields.language ?? language });
  if (!created.ok) return created;
  const { id } = created.value;
  const blocks = Object.fromEntries(body.map((block) => [block.id, block]));
  const change = { blocks, order: body.map((block) => block.id), fields, media: article.media };
  const kept = await host.call('stories.change', { id, seq: 1, change });
  await host.call('stories.close', { id });
  return kept.ok ? ok(id) : kept;
}
