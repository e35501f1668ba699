import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Errand, Told } from './errand.ts';

/** The program in one file, which starts in half the time: it does so some two times in each push. */
export async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('program.ts', import.meta.url)),
      write: false,
      rolldownOptions: { external: [/^node:/], output: { format: 'es', codeSplitting: false } },
    },
  });
  const [program] = 'output' in made ? made.output : [];
  if (!program) throw new Error('no program was built');
  const path = join(process.env['COPYDESK_TEST_FOLDER'] ?? tmpdir(), 'pushing-program.mjs');
  await writeFile(path, program.code);
  return path;
}

/** The pushing program as a process of its own, which a test kills (SIGKILL) and starts anew. */
export class Killable {
  /** Hears what the program that lives now says, and that it ended by itself. */
  hear: (told: Told | { is: 'ended'; words: string }) => void = () => undefined;
  readonly #program: string;
  #child: ChildProcess | null = null;
  #words = '';

  constructor(program: string) {
    this.#program = program;
  }

  #start(): ChildProcess {
    const child = fork(this.#program, {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#words = '';
    child.stderr?.on('data', (some: Buffer) => (this.#words += some.toString('utf8')));
    child.on('message', (told) => {
      if (child === this.#child) this.hear(told as Told);
    });
    child.on('exit', () => {
      if (child !== this.#child) return;
      this.#child = null;
      this.hear({ is: 'ended', words: this.#words });
    });
    return child;
  }

  /** Tells the program; a new one is started where none lives. */
  say(what: Errand | { network: string } | { go: string }): void {
    this.#child ??= this.#start();
    this.#child.send(what);
  }

  /** Ends it as it is: it hears nothing of it and tidies up nothing. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    const [code, signal] = (await gone) as [number | null, string | null];
    if (signal !== 'SIGKILL') throw new Error(`it had ended by itself (${code ?? signal}): ${this.#words}`);
  }
}
