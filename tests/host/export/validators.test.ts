import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportInput, FormatId } from '../../../src/export/format.ts';
import { exportFormat } from '../../../src/export/index.ts';
import { readyPackages } from '../../setup/packages.ts';
import { edges, hostile, oneOfEverything, vietnamese } from '../../unit/export/stories.ts';
import { generateStory } from '../../unit/story/generate.ts';
import { chance } from '../../unit/story/random.ts';

const run = promisify(execFile);

/** The IPTC's XML Schema is read where it lies, beside the project; it is no part of it. */
const NEWSML = fileURLToPath(new URL('../../../../shared/schemas/NewsML-G2_2.35-spec-All-Power.xsd', import.meta.url));
const VNU = fileURLToPath(new URL('../../../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

/** The slow judges see so many generated stories in one go. */
const GENERATED = 1000;

const bare = (story: ExportInput['story']): ExportInput => ({ story, media: () => undefined });
const inputs: ExportInput[] = [
  vietnamese,
  oneOfEverything,
  hostile,
  { ...oneOfEverything, options: { address: 'https://news.example/market/', publisher: 'Eastbridge Wire' } },
  ...Object.values(edges).map(bare),
  ...Array.from({ length: GENERATED }, (_, index) => generateStory(chance(index + 1))),
];

/** Writes every story in a format; answers the paths of the files that one opens. */
async function written(id: FormatId): Promise<string[]> {
  const format = exportFormat(id);
  if (!format) throw new Error(`there is no format ${id}`);
  const folder = await mkdtemp(join(process.env['COPYDESK_TEST_FOLDER'] ?? tmpdir(), `${id}-`));
  const paths: string[] = [];
  for (const [index, input] of inputs.entries()) {
    const made = await format.write(input);
    if (!made.ok) throw new Error(made.failure.detail);
    for (const [place, file] of made.value.entries()) {
      const path = join(folder, String(index), file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.bytes);
      if (place === 0) paths.push(path);
    }
  }
  return paths;
}

/** What a judge says of the files, empty where it finds nothing. */
const verdict = (program: string, args: readonly string[]): Promise<string> =>
  run(program, [...args], { maxBuffer: 64 * 1024 * 1024 }).then(
    () => '',
    (error: { stdout?: string; stderr?: string; message: string }) =>
      (error.stdout || error.stderr || error.message)
        .split('\n')
        .filter((line) => !line.endsWith(' validates'))
        .join('\n')
        .slice(0, 4000) || error.message.slice(0, 200),
  );

beforeAll(async () => {
  await readyPackages({
    purpose: 'the judges of exported pages and XML',
    packages: ['libxml2-utils'],
    probe: ['xmllint', '--version'],
  });
  await readyPackages({
    purpose: 'the Nu validator of HTML',
    packages: ['default-jre-headless'],
    probe: ['java', '-version'],
  });
}, 300_000);

describe(`${inputs.length} stories`, () => {
  it(
    'are HTML pages in which the Nu validator finds no error and nothing to warn of',
    { timeout: 180_000 },
    async () => {
      const paths = await written('html');
      expect(await verdict('java', ['-Xss8m', '-jar', VNU, '--Werror', ...paths])).toBe('');
    },
  );

  it('are well-formed RSS items', { timeout: 60_000 }, async () => {
    expect(await verdict('xmllint', ['--noout', '--nonet', ...(await written('rss-item'))])).toBe('');
  });
});

/** The schema lies outside the project, whose tests pass without it; a run without it says so in its list. */
const hasSchema = existsSync(NEWSML);
const told = hasSchema ? 'by the IPTC’s schema' : 'NOT RUN: ../shared/schemas has no schema of NewsML-G2';

it(`NewsML-G2, ${told}`, { timeout: 120_000 }, async () => {
  const paths = await written('newsml-g2');
  const schema = hasSchema ? ['--schema', NEWSML] : [];
  expect(await verdict('xmllint', ['--noout', '--nonet', ...schema, ...paths])).toBe('');
});
