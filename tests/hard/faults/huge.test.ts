import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainText } from '../../../src/story/runs.ts';
import { figure } from '../../bench/figures.ts';
import { newFolder } from '../../desktop/launch.ts';
import { savedStory, storyId } from '../../desktop/newsroom.ts';
import { docx, wp, wt } from '../../host/import/a-docx.ts';
import { Desk } from '../content/desk.ts';
import { many } from '../length.ts';

const MEGA = 1024 * 1024;
const text = (repeated: string, megabytes: number): string =>
  repeated.repeat(Math.ceil((megabytes * MEGA) / repeated.length));

/** A zip whose one file unfolds to so many megabytes of zeros. */
function bomb(name: string, megabytes: number): Uint8Array {
  return zipSync({ [name]: [new Uint8Array(megabytes * MEGA), { level: 9 }] });
}

/** A zip that claims one byte for what unfolds to 64 MB. */
function lying(): Uint8Array {
  const whole = Buffer.from(bomb('word/document.xml', 64));
  const packed = deflateRawSync(new Uint8Array(64 * MEGA), { level: 9 });
  const end = whole.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  whole.writeUInt32LE(1, end + 24);
  expect(packed.length).toBeLessThan(whole.length * 2);
  return whole;
}

/** Files that are too much for any program, by what they are. */
const HUGE: [what: string, name: string, bytes: () => Uint8Array | string][] = [
  ['a Word document of 46 MB of tiny words', 'to.docx', () => docx(text(wp(wt('lũ')), 46))],
  [
    'a Word document that nests 500,000 deep',
    'sau.docx',
    () => docx(`${'<w:p>'.repeat(500_000)}${'</w:p>'.repeat(500_000)}`),
  ],
  [
    'a Word document that nests tables 5,000 deep',
    'bang.docx',
    () => docx(`${'<w:tbl><w:tr><w:tc>'.repeat(5_000)}${wp(wt('lũ'))}${'</w:tc></w:tr></w:tbl>'.repeat(5_000)}`),
  ],
  ['a bomb that unfolds to 400 MB', 'bom.docx', () => bomb('word/document.xml', 400)],
  ['a bomb that says it is one byte', 'doi.docx', lying],
  ['a page that nests a million deep', 'sau.html', () => `<p>lũ${'<div>'.repeat(1_000_000)}`],
  [
    'a page of unclosed marks that multiply',
    'nhan.html',
    () => `${'<b><i><u>'.repeat(30_000)}${'<p>lũ'.repeat(30_000)}`,
  ],
  ['a page of 19 MB of tables', 'bang.html', () => text('<table><tr><td>lũ', 19)],
  [
    'a page of a million attributes',
    'thuoc.html',
    () => `<p ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}=${n}`).join(' ')}>lũ`,
  ],
  ['Markdown that quotes 200,000 deep', 'sau.md', () => `${'>'.repeat(200_000)} lũ`],
  ['Markdown of open brackets', 'ngoac.md', () => '['.repeat(500_000)],
  [
    'Markdown of lists 3,000 deep',
    'ds.md',
    () => Array.from({ length: 3_000 }, (_, n) => `${' '.repeat(2 * n)}- lũ`).join('\n'),
  ],
  ['JSON that nests ten million deep', 'sau.json', () => `{"bodies":${'['.repeat(10_000_000)}`],
  [
    'JSON of a million versions of the text',
    'to.json',
    () => JSON.stringify({ bodies: Array.from({ length: 1_000_000 }, () => ({ value: '<p>lũ' })) }),
  ],
  ['a text of one line of 15 MB', 'dong.txt', () => text('lũ', 15)],
  ['a text of ten million empty lines', 'trong.txt', () => '\n'.repeat(10_000_000)],
];
const PACKAGES: typeof HUGE = [
  ['a package that unfolds to 400 MB', 'bom.story', () => bomb('story.json', 400)],
  [
    'a package that nests a million deep',
    'sau.story',
    () => zipSync({ 'story.json': new TextEncoder().encode('['.repeat(1_000_000)) }),
  ],
];

let desk: Desk;
let id: string;
const under = 'Bài đang viết trong lúc nhập';
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

it('begins with a story that is being written', async () => {
  await desk.begin();
  await desk.page.keyboard.type('Chữ đang viết.');
  await desk.page.getByRole('textbox', { name: 'Headline', exact: true }).fill(under);
  await expect.poll(() => desk.page.title()).toContain(under);
  await expect.poll(() => storyId(desk.page, under).catch(() => '')).not.toBe('');
  id = await storyId(desk.page, under);
});

let refused = 0;
let taken = 0;
/** Each of them, or every second one. */
const STEP = many(1, 2);

it.each([...HUGE, ...PACKAGES].filter((_, n) => n % STEP === 0))(
  '%s ends in a message or a story, and the window goes on',
  async (what, name, bytes) => {
    const { page, app } = desk;
    const file = join(newFolder(), name);
    writeFileSync(file, bytes());
    await desk.show(id);
    await expect.poll(() => page.title()).toContain(under);
    const before = await page.locator('[role=option]').count();
    const pid = await app.evaluate(() => process.pid);
    await desk.choose(file);
    await desk.menu(name.endsWith('.story') ? 'open-package' : 'import');
    const told = page.getByRole('region', { name: 'Messages' }).or(page.getByRole('alert'));
    const came = async (): Promise<string> => {
      if ((await told.filter({ hasText: /./ }).count()) > 0) return 'told';
      const isOther = !(await page.title()).includes(under) || (await page.locator('[role=option]').count()) > before;
      return isOther ? 'taken' : '';
    };
    await expect.poll(came, { timeout: 60_000 }).not.toBe('');
    if ((await came()) === 'told') refused++;
    else taken++;
    process.stdout.write(`${what}: ${await came()}: ${(await told.allInnerTexts()).join(' ').slice(0, 160)}\n`);
    for (const button of await page.getByRole('button', { name: 'Dismiss', exact: true }).all())
      await button.click().catch(() => null);
    // The same program, the same page, and one can write on.
    expect(await app.evaluate(() => process.pid)).toBe(pid);
    await desk.show(id);
    await expect.poll(() => page.title()).toContain(under);
    await page.getByRole('textbox', { name: 'Story body' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Tiếp.');
    await expect.poll(async () => JSON.stringify((await savedStory(page, id)).body)).toContain('Tiếp.');
  },
  240_000,
);

it('in all', async () => {
  const written = async (): Promise<string> => {
    const [first] = (await savedStory(desk.page, id)).body;
    return first?.type === 'paragraph' ? plainText(first.text) : '';
  };
  await expect.poll(written).toBe(`Chữ đang viết.${' Tiếp.'.repeat(refused + taken)}`);
  const { ran, active, asked } = await desk.watch.look();
  expect({ ran, active, asked }).toEqual({ ran: [], active: [], asked: [] });
  figure('hard', 'files that are too much: refused by a message, taken; crashes', `${refused}, ${taken}; 0`);
});
