import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fail, ok, type Result } from '../../src/base/result.ts';

/** An X server without a screen, for tests alone. */
export interface Display {
  /** As DISPLAY wants it, such as `:99`. */
  name: string;
  /** Ends the server, and answers when it has gone. */
  end: () => Promise<void>;
}

/**
 * Starts Xvfb on a display number that is free: the server picks it and tells it on a pipe.
 * Failure code: `display.not-started`, with what the server said.
 */
export function startDisplay(env: NodeJS.ProcessEnv = process.env): Promise<Result<Display>> {
  return new Promise((resolve) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const gone = new Promise<void>((left) => {
      server.on('close', () => left());
      server.on('error', (error) => {
        said += error.message;
        left();
      });
    });
    void gone.then(() => resolve(fail('display.not-started', `Xvfb could not start: ${said.trim()}`)));

    let number = '';
    (server.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      number += chunk.toString();
      if (!number.endsWith('\n')) return;
      resolve(ok({ name: `:${number.trim()}`, end: () => (server.kill(), gone) }));
    });
  });
}
