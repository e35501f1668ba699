import { execFile } from 'node:child_process';
import { relative } from 'node:path';

/** A rule that an engine saw broken, and where. */
export interface Finding {
  rule: string;
  file: string;
}

export type Engine = 'tsc' | 'depcruise' | 'eslint' | 'knip' | 'prettier';

/** What `npm run check` runs. */
export const { ENGINES } = (await import(new URL('../../.config/engines.js', import.meta.url).href)) as {
  ENGINES: { name: Engine; script: string; args: string[]; forPrograms: string[]; env?: NodeJS.ProcessEnv }[];
};

/** Runs one engine over the house; answers everything that it found. An engine that breaks down throws. */
export async function inspect(name: Engine, house: string): Promise<Finding[]> {
  const engine = ENGINES.find((candidate) => candidate.name === name);
  if (!engine) throw new Error(`npm run check does not run ${name}`);
  const args = [`node_modules/${engine.script}`, ...engine.args, ...engine.forPrograms];
  const { stdout, stderr } = await runNode(house, args, engine.env);
  if (stdout === '') throw new Error(`${name} found nothing, not even what is planted. ${stderr}`);
  return READERS[name](stdout, house);
}

/** Runs a Node script in the house; answers what it wrote and the code it ended with, whatever that is. */
export function runNode(
  house: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((answer, refuse) => {
    const options = { cwd: house, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') refuse(new Error(`${args[0]} broke down`, { cause: error }));
      else answer({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

const READERS: Record<Engine, (output: string, house: string) => Finding[]> = {
  tsc: (output) =>
    [...output.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm)]
      .map(([, file = '', rule = '']) => ({ file, rule }))
      // A room whose neighbour has errors cannot see it: a consequence, not a finding.
      .filter(({ rule }) => rule !== 'TS6305'),

  depcruise: (output) => {
    const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    return summary.violations.map(({ from, rule }) => ({ file: from, rule: rule.name }));
  },

  eslint: (output, house) => {
    const files = JSON.parse(output) as { filePath: string; messages: { ruleId: string | null; message: string }[] }[];
    return files.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, message }) => ({
        file: relative(house, filePath),
        // ESLint's own complaint about an excuse has no rule.
        rule: ruleId ?? message.split(' (')[0] ?? '',
      })),
    );
  },

  knip: (output) => {
    const { issues } = JSON.parse(output) as { issues: ({ file: string } & Record<string, unknown>)[] };
    return issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds)
        .filter(([, found]) => Array.isArray(found) && found.length > 0)
        .map(([rule]) => ({ file, rule })),
    );
  },

  prettier: (output) =>
    output
      .split('\n')
      .filter(Boolean)
      .map((file) => ({ file, rule: 'layout' })),
};
