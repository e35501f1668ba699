import { spawn } from 'node:child_process';

/** What became of a command: its exit code (null where it was ended or never began) and all it printed. */
export interface Outcome {
  code: number | null;
  output: string;
}

/** Runs a command to its end, without a shell and without input. Answers also where the command does not exist. */
export type Run = (command: string, args: readonly string[], options?: RunOptions) => Promise<Outcome>;

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Ends the command early. */
  signal?: AbortSignal;
}

export const runCommand: Run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });

/** Runs a command that has the terminal for itself; answers its exit code (1 where a signal ended it). */
export function handOver(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

/**
 * The last lines of what a command printed, for a message. Addresses are left out: a registry's or mirror's address may
 * hold a password, and logs travel.
 */
export function lastWords(output: string, lines = 6): string {
  const text = output.replace(/\b[a-z]+:\/\/\S+/gi, '<address>');
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .slice(-lines)
    .join('\n');
}
