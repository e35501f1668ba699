import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address on this computer that answers: what is refused is refused by Copydesk and not by a missing network. */
export interface Outside {
  web: string;
  /** What it was asked for. */
  asked: string[];
  close: () => Promise<unknown>;
}

export async function openOutside(): Promise<Outside> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('outside');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { web, asked, close: () => new Promise((resolve) => server.close(resolve)) };
}
