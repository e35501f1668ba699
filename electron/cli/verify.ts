import { ok, type Result } from '../../src/base/result.ts';
import { readPackageFile } from '../services/package-file.ts';
import { printable, sayFailure } from './words.ts';

/** `copydesk verify`: whether a package is whole, and what it has lost. `isWhole` decides the exit code. */
export async function verifyCommand(
  file: string,
  { isJson, language }: { isJson: boolean; language: 'en' | 'vi' },
): Promise<Result<{ text: string; isWhole: boolean }>> {
  const read = await readPackageFile(file, { partly: true });
  if (!read.ok) {
    if (!isJson) return read;
    const { code, detail } = read.failure;
    return ok({ text: `${JSON.stringify({ whole: false, code, detail })}\n`, isWhole: false });
  }
  const { story, head, history, media, others, missing } = read.value;
  const isWhole = missing.length === 0;
  if (isJson) {
    const about = {
      whole: isWhole,
      story: story.id,
      head,
      lineage: history.lineage,
      versions: history.versions.map(({ version }) => version.hash),
      pictures: [...media.keys()],
      others: [...others.keys()],
      missing,
    };
    return ok({ text: `${JSON.stringify(about, null, 2)}\n`, isWhole });
  }
  const lines = missing.map(({ name, reason }) =>
    sayFailure({ code: 'package.incomplete', detail: reason, about: { file: name, what: reason } }, language),
  );
  const whole = language === 'vi' ? 'Gói bài còn nguyên vẹn' : 'The package is whole';
  const text = isWhole ? `${whole}: ${printable(file)}\n` : `${lines.join('\n')}\n`;
  return ok({ text, isWhole });
}
