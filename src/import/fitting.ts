import { fail, ok, type Result } from '../base/result.ts';
import { plainText } from '../story/runs.ts';
import { blockTexts } from '../story/walk.ts';
import type { Imported } from './imported.ts';
import { LONGEST_PARAGRAPH } from './limits.ts';

/** What was read, unless one paragraph of it is longer than any window can show: `import.too-large` (`limit`). */
export function fitting(imported: Imported): Result<Imported> {
  const isTooLong = imported.blocks.some((block) =>
    blockTexts(block).some((text) => plainText(text).length > LONGEST_PARAGRAPH),
  );
  return isTooLong
    ? fail('import.too-large', `a paragraph is longer than ${LONGEST_PARAGRAPH} characters`, {
        limit: LONGEST_PARAGRAPH,
      })
    : ok(imported);
}
