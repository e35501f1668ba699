import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bringAxe, faults } from '../axe.ts';
import { launchCopydesk, type Copydesk } from '../launch.ts';
import { BRIDGE, chooseMenu, openPush, openSample } from './desk.ts';
import { shot } from '../shot.ts';

const SHARED = 'khóa chung của tòa soạn';

interface Heard {
  line: string;
  body: Buffer;
  signature: string;
  key: string;
}

let copydesk: Copydesk;
let receiver: Server;
let url: string;
let heard: Heard[];
let assets: Set<string>;

/** A newsroom's own endpoint: it knows each picture by its hash and refuses what is not signed with the shared secret. */
beforeEach(async () => {
  heard = [];
  assets = new Set();
  receiver = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const { 'x-copydesk-signature': signature = '', 'idempotency-key': key = '' } = request.headers;
      const path = request.url ?? '';
      heard.push({ line: `${request.method ?? ''} ${path}`, body, signature: String(signature), key: String(key) });
      const signed = request.method === 'GET' ? Buffer.from(`${url.replace('/in', '')}${path}`) : body;
      const wanted = `sha256=${createHmac('sha256', SHARED).update(signed).digest('hex')}`;
      if (signature !== wanted) return reply.writeHead(401).end();
      if (request.method === 'GET') return reply.writeHead(assets.has(path.split('/').at(-1) ?? '') ? 200 : 404).end();
      const hash = /name="media_id"\r\n\r\n([0-9a-f]{64})/.exec(body.toString('latin1'))?.[1];
      if (hash !== undefined) assets.add(hash);
      reply.writeHead(200, { 'content-type': 'application/json' });
      return reply.end(JSON.stringify({ id: 'tin-1', url: 'https://desk.example/tin-1', version: heard.length }));
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`;
  copydesk = await launchCopydesk();
  copydesk.page.setDefaultTimeout(15_000);
  await copydesk.page.locator('.editor-body').waitFor();
});
afterEach(async () => {
  await copydesk.close();
  receiver.closeAllConnections();
  await new Promise((done) => receiver.close(done));
});

test('A newsroom’s own endpoint is added, tried with a wrong and the right secret, and gets the story signed, its photos once', async () => {
  const { page } = copydesk;
  await bringAxe(page);
  await chooseMenu(copydesk, 'settings');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Sites' }).click();
  await settings.getByRole('textbox', { name: 'Address' }).fill(url);
  await settings.getByLabel('Kind').selectOption({ label: 'Newsroom endpoint (ninjs)' });
  await settings.getByRole('button', { name: 'Find the site' }).click();
  await settings.getByText('Found: Newsroom endpoint (ninjs)', { exact: true }).waitFor();
  await settings.getByRole('textbox', { name: 'Name' }).last().fill('Cổng tin');
  await settings.getByLabel('Shared secret').fill('không đúng');
  await shot(page, 'endpoint-add');
  expect(await faults(page)).toEqual([]);
  await settings.getByRole('button', { name: 'Add the site' }).click();
  await settings.getByRole('button', { name: 'Test the connection' }).click();
  await settings.getByText(/does not take this user name and password/).waitFor();
  await settings.getByLabel('New password or key').fill(SHARED);
  await settings.getByRole('button', { name: 'Keep it' }).click();
  await settings.getByText(/It answers and takes the key\./).waitFor();
  await page.keyboard.press('Escape');

  await openSample(page, BRIDGE);
  heard = [];
  const dialog = await openPush(page);
  await dialog.getByText('A new post is made.').waitFor();
  expect(heard.filter(({ line }) => line.startsWith('POST'))).toEqual([]);
  await dialog.getByRole('button', { name: 'Send as a draft' }).click();
  await dialog.getByText('It is on Cổng tin now.').waitFor();
  const sent = heard.filter(({ line }) => line.startsWith('POST')).map(({ line }) => line);
  expect(sent).toEqual(['POST /in/assets', 'POST /in']);
  const item = JSON.parse(heard.at(-1)?.body.toString('utf8') ?? '') as Record<string, unknown>;
  expect(JSON.stringify(item)).toContain(BRIDGE);
  expect(heard.at(-1)?.key).not.toBe('');
  // It cannot be read back, so there is nothing to look at.
  expect(await dialog.getByRole('button', { name: 'Look now' }).count()).toBe(0);

  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Headline' }).fill('Cầu Vàm Xáng hợp long');
  heard = [];
  const again = await openPush(page);
  await again.getByText('Photos that are there already, and are not sent again').waitFor();
  await again.getByRole('button', { name: 'Send the update' }).click();
  await again.getByText('Updated on Cổng tin.').waitFor();
  expect(heard.filter(({ line }) => line.startsWith('POST')).map(({ line }) => line)).toEqual(['POST /in']);
  await page.keyboard.press('Escape');
  await chooseMenu(copydesk, 'pull');
  await page
    .getByRole('dialog', { name: 'Open from a site' })
    .getByText(/No site is set up yet/)
    .waitFor();
});
