import { fail, type Result } from '../../base/result.ts';
import { fitting } from '../fitting.ts';
import type { Imported } from '../imported.ts';
import { emptyReceipt, tally } from '../receipt.ts';
import { Budget, MAX_HTML_LENGTH, overBudget, type TimeLimit } from './budget.ts';
import { Gatherer } from './gather.ts';
import { settleLanguages } from './languages.ts';
import { parsePage } from './tree.ts';
import { Walk } from './walk.ts';

export { MAX_HTML_LENGTH } from './budget.ts';

export interface HtmlOptions {
  /** When to give up. Without it the work goes on to its end, in time that grows with the page's length. */
  timeLimit?: TimeLimit;
  /** Whether the page is a file, whose pictures may lie beside it. */
  hasFolder?: boolean;
}

function read(html: string, budget: Budget, hasFolder: boolean): Imported {
  const receipt = emptyReceipt();
  const gather = new Gatherer(receipt, hasFolder);
  const walk = new Walk(gather, budget);
  // Halves of surrogate pairs that tags keep apart must not meet later.
  walk.run(parsePage(html.toWellFormed(), budget));
  const blocks = gather.body.finish();
  settleLanguages(blocks, walk.language);
  for (const block of blocks) tally(receipt.kept, block.type);
  const imported: Imported = { blocks, pictures: gather.pictures, receipt, title: walk.sharedTitle || walk.title };
  if (walk.keywords.length > 0) imported.fields = { keywords: walk.keywords };
  return imported;
}

/**
 * A foreign page or clipboard's HTML as story blocks with fresh ids: an allow-list, so nothing that runs, loads or hides comes
 * through. Knows what Google Docs, Word and LibreOffice write, and Copydesk's own exported pages. Fetches nothing.
 *
 * Fails with `import.too-large` (longer than MAX_HTML_LENGTH, unfolding to millions of elements, or with a paragraph beyond
 * LONGEST_PARAGRAPH; `limit` names which)
 * and `import.too-long` (past the time limit).
 */
export function htmlToBlocks(html: string, options: HtmlOptions = {}): Result<Imported> {
  if (html.length > MAX_HTML_LENGTH) {
    return fail('import.too-large', `the page has ${html.length} characters, more than ${MAX_HTML_LENGTH}`, {
      limit: MAX_HTML_LENGTH,
    });
  }
  try {
    return fitting(read(html, new Budget(options.timeLimit), options.hasFolder ?? false));
  } catch (error) {
    const failure = overBudget(error);
    if (!failure) throw error;
    return { ok: false, failure };
  }
}
