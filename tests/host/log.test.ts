import { readdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLog } from '../../electron/services/log.ts';
import { traceOf, withoutPerson } from '../../electron/services/trace.ts';
import { newHome } from './folder.ts';

const clock = (): string => '2025-06-12T10:31:07.000+07:00';

it('writes a failure as one line: when, what and about what', async () => {
  const home = await newHome();
  const log = openLog(home, { clock });
  log.write({ code: 'drafts.disk-full', detail: 'ENOSPC:\nno space left', about: { story: 'abcdefgh' } });
  log.write({ code: 'media.missing', detail: 'no picture' });
  await log.flush();
  expect(await readFile(join(home, 'logs', 'copydesk.log'), 'utf8')).toBe(
    `${clock()} drafts.disk-full ENOSPC: no space left {"story":"abcdefgh"}\n${clock()} media.missing no picture\n`,
  );
});

it('leaves out secrets and words of stories', async () => {
  const home = await newHome();
  const log = openLog(home, { clock });
  const about = { apiKey: 'k-123', password: 'p-123', headline: 'Chưa được đăng', file: 'a.jpg' };
  log.write({ code: 'cms.refused', detail: 'GET https://desk:s3cret@news.example/wp-json', about });
  await log.flush();
  const text = await readFile(join(home, 'logs', 'copydesk.log'), 'utf8');
  expect(text).toContain('"file":"a.jpg"');
  for (const secret of ['k-123', 'p-123', 'Chưa', 's3cret']) expect(text).not.toContain(secret);
});

it('names no person and no file of theirs', async () => {
  const home = join(homedir(), 'copydesk');
  const detail = `EIO: i/o error, open '/media/usb/Nước lũ.html'; rename '${home}/a.json' -> '/x/${homedir()}'`;
  expect(withoutPerson(`${detail} ${homedir()}/Bài`, home)).toBe(
    "EIO: i/o error, open '(a file.html)'; rename '(data)/a.json' -> '(a file)' ~/Bài",
  );
});

it('writes of an error where it came from, and never its message', () => {
  const words = 'Bà Tư nói\n    at chim (/home/lan/x.js:1:1)\n  nước lũ';
  function quote(): never {
    throw Object.assign(new TypeError(words, { cause: new Error(words) }), { code: 'EIO', syscall: 'open' });
  }
  let thrown: unknown;
  try {
    quote();
  } catch (error) {
    thrown = error;
  }
  const told = traceOf(thrown);
  expect(told).toMatch(
    /^TypeError EIO open < quote host\/log[.]test[.]ts:\d+:\d+ < .* because of Error < quote host\//,
  );
  for (const word of ['Bà', 'chim', 'lan', 'lũ', homedir()]) expect(told).not.toContain(word);
  expect(traceOf('Bà Tư')).toBe('(a thrown string)');
  expect(traceOf(Object.assign(new Error(), { name: 'Bà Tư', stack: 'Error: Bà Tư' }))).toBe('Error');
});

it('begins a new file at 1 MB and keeps three old ones', async () => {
  const home = await newHome();
  const log = openLog(home, { clock });
  for (let n = 1; n <= 6; n++) {
    log.write({ code: 'test.round', detail: `round ${n}` });
    await log.flush();
    const file = join(home, 'logs', 'copydesk.log');
    await writeFile(file, (await readFile(file, 'utf8')) + 'x'.repeat(1024 * 1024));
  }
  log.write({ code: 'test.round', detail: 'round 7' });
  await log.flush();
  const names = (await readdir(join(home, 'logs'))).sort();
  expect(names).toEqual(['copydesk.1.log', 'copydesk.2.log', 'copydesk.3.log', 'copydesk.log']);
  const rounds = await Promise.all(
    names.map(async (name) => (await readFile(join(home, 'logs', name), 'utf8')).match(/round \d/)?.[0]),
  );
  expect(rounds).toEqual(['round 6', 'round 5', 'round 4', 'round 7']);
});

it('says once that it cannot be written', async () => {
  const home = await newHome();
  await writeFile(join(home, 'logs'), 'a file in its place');
  const lost: Error[] = [];
  const log = openLog(home, { onLost: (error) => lost.push(error) });
  log.write({ code: 'one', detail: '' });
  log.write({ code: 'two', detail: '' });
  await log.flush();
  expect(lost).toHaveLength(1);
});
