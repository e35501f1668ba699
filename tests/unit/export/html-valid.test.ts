import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../../src/export/index.ts';
import { asPage } from './read-page.ts';
import { edges, hostile, oneOfEverything, vietnamese } from './stories.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // A headline is as long as the desk made it; a title that is cut loses words.
      'long-title': 'off',
      // The order of headings is the author's, who is told of a skipped level while writing.
      'heading-level': 'off',
      // An aside within an article is a landmark only once it has a name (HTML-AAM): pull quotes have none on purpose.
      'unique-landmark': 'off',
    },
  }),
);

/** Every complaint about a page, warnings too, with its place. */
async function complaints(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page, 'index.html');
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

const stories = {
  vietnamese,
  'one of everything': oneOfEverything,
  hostile,
  ...Object.fromEntries(Object.entries(edges).map(([name, story]) => [name, { story, media: () => undefined }])),
};
const formats = exportFormats.filter(({ mediaType }) => mediaType === 'text/html');

describe.each(formats.map((format) => [format.id, format] as const))('html-validate on %s', (_, format) => {
  it.each(Object.entries(stories))('has nothing to say about %s', async (_, input) => {
    const made = await format.write(input);
    if (!made.ok) throw new Error(made.failure.detail);
    expect(await complaints(asPage(new TextDecoder().decode(made.value[0]?.bytes)))).toEqual([]);
  });

  it('would complain of a page that is wrong', async () => {
    expect(
      await complaints(
        '<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><p><div></div></p><img src="a"></body></html>\n',
      ),
    ).not.toEqual([]);
  });
});
