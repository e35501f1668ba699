import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of this test alone, on loopback. */
export interface TestServer {
  url: string;
  /** What it was asked, in order: `GET /path`, and its headers. */
  asked: { line: string; headers: IncomingMessage['headers']; body: string }[];
  close: () => Promise<void>;
}

const running = new Set<TestServer>();

/** Starts a server that answers as `answer` says. */
export async function startServer(
  answer: (request: { line: string; url: string; body: string }, reply: ServerResponse) => void,
): Promise<TestServer> {
  const asked: TestServer['asked'] = [];
  const server: Server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const line = `${request.method ?? ''} ${request.url ?? ''}`;
      const body = Buffer.concat(parts).toString('utf8');
      asked.push({ line, headers: request.headers, body });
      answer({ line, url: request.url ?? '', body }, reply);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const made: TestServer = {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((done) => {
        running.delete(made);
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
  running.add(made);
  return made;
}

/** Ends every server that a test has left running. */
export const closeServers = async (): Promise<void> => {
  await Promise.all([...running].map((server) => server.close()));
};
