import { Argument, Command, CommanderError, Option } from 'commander';
import { ok, type Result } from '../../src/base/result.ts';
import { CMS_IDS } from '../../src/cms/site.ts';
import { targetNamed, TARGETS } from '../../src/check/index.ts';
import { exportFormat, exportFormats } from '../../src/export/index.ts';
import type { ExportOption } from '../../src/export/options.ts';
import { checkCommand } from './check.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import type { ExitCode, Room } from './room.ts';
import { mergeCommand } from './merge.ts';
import { newCommand } from './new.ts';
import { pushCommand, type PushChoices } from './push.ts';
import { recordCommand } from './record.ts';
import { showCommand } from './show.ts';
import { verifyCommand } from './verify.ts';
import { version } from './version.ts';
import { languageOf, printable, sayFailure } from './words.ts';

const EXIT_CODES = `
Exit codes:
  0  done
  1  failed; what went wrong is on standard error, and nothing was overwritten. Of check: there are errors; of verify: something is missing
  2  called wrongly
  3  merged, but something must be looked at: both changed the same words, or one took out what the other changed. Of push: somebody
     changed the post on the site, and nothing was sent
  4  of push: no network, or the site is busy or fails; what is done is kept, and the same command goes on

COPYDESK_LANG=vi turns the messages to Vietnamese.`;

const STORY = (): Argument => new Argument('<story>', 'a .story file');

const sample = (option: ExportOption): string =>
  option.kind === 'choice' ? option.choices.join('|') : String(option.default) || option.kind;

/** Each format with what it writes and its options: `text  one .txt file; --set columns=69 end=false`. */
function formatsHelp(): string {
  return exportFormats
    .map(({ id, writes, extension, options }) => {
      const made = writes === 'folder' ? `a folder with a .${extension} file` : `one .${extension} file`;
      const set = options.map((option) => `${option.id}=${sample(option)}`).join(' ');
      return `  ${id.padEnd(14)} ${made}${set === '' ? '' : `; --set ${set}`}`;
    })
    .join('\n');
}

/** The program's commands; `end` hears how the chosen one came out, and its exit code where that is not for it to say. */
function commands(room: Room, end: (answer: Result<string>, code?: ExitCode) => void): Command {
  const formats = exportFormats.map(({ id }) => id);
  // Commands copy these settings when they are added, so that they are made first.
  const program = new Command('copydesk')
    .description('Works on Copydesk stories from the command line.')
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: room.out, writeErr: room.error })
    .showHelpAfterError('("copydesk --help" tells more)')
    .addHelpText('after', EXIT_CODES);
  program
    .command('export')
    .description('Write a story as a web page, a document or a news exchange format.')
    .addArgument(STORY())
    .addOption(new Option('--to <format>', 'what to write').choices(formats).makeOptionMandatory())
    .requiredOption('--out <path>', 'the folder to make, or the file; an earlier, untouched export there is replaced')
    .option('--set <option=value...>', 'an option of the format, as listed below')
    .option('--replace', 'replace the file at --out whatever it holds; never a folder')
    .addHelpText('after', `\nFormats:\n${formatsHelp()}`)
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string, options: { to: string; out: string; set?: string[]; replace?: boolean }) => {
      const format = exportFormat(options.to);
      if (!format) throw new Error(`no format "${options.to}"`);
      const written = await exportCommand(file, format, { ...options, set: options.set ?? [] });
      end(written.ok ? { ok: true, value: `${printable(written.value.path)}\n` } : written);
    });
  program
    .command('show')
    .description('Print a story’s fields and its number of words.')
    .addArgument(STORY())
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string) => end(await showCommand(file)));
  program
    .command('record')
    .description('Say who suggested, accepted, commented, settled, handed over and approved what, and when.')
    .addArgument(STORY())
    .addOption(new Option('--format <format>', 'a page, or data').choices(['html', 'json']).default('json'))
    .option('--out <file>', 'the file to make instead of printing it; one that is there is left as it is')
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string, { format, out }: { format: 'html' | 'json'; out?: string }) =>
      end(await recordCommand(file, { format, out, language: languageOf(room.environment) })),
    );
  program
    .command('new')
    .description('Write an empty story.')
    .option('--lang <language>', 'the story’s language, as vi or en-GB', 'vi')
    .option('--headline <text>', 'its headline', '')
    .requiredOption('--out <file>', 'the .story file to make; one that is there is left as it is')
    .addHelpText('after', EXIT_CODES)
    .action(async (choices: { lang: string; headline: string; out: string }) => end(await newCommand(choices)));
  program
    .command('merge')
    .description('Merge two copies of a story over the last version that both came from, which travels in the files.')
    .argument('<mine>', 'a .story file')
    .argument('<theirs>', 'another copy of the same story')
    .requiredOption('--out <file>', 'the .story file to make; one that is there is left as it is')
    .option('--json', 'what became of it for other programs: path, base, head, flags')
    .addHelpText('after', EXIT_CODES)
    .action(async (mine: string, theirs: string, options: { out: string; json?: boolean }) => {
      const merged = await mergeCommand({ mine, theirs, out: options.out }, options.json === true);
      if (merged.ok) end({ ok: true, value: merged.value.text }, merged.value.hasFlags ? 3 : 0);
      else end(merged);
    });
  program
    .command('verify')
    .description('Say whether a story file is whole, and what it has lost.')
    .addArgument(STORY())
    .option('--json', 'what is in it, for other programs')
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string, options: { json?: boolean }) => {
      const verified = await verifyCommand(file, {
        isJson: options.json === true,
        language: languageOf(room.environment),
      });
      if (verified.ok) end({ ok: true, value: verified.value.text }, verified.value.isWhole ? 0 : 1);
      else end(verified);
    });
  program
    .command('check')
    .description('Say what must be looked at before a story goes: errors, warnings, notes.')
    .addArgument(STORY())
    .addOption(new Option('--for <target>', 'where it is to go: its own rules and limits').choices(TARGETS))
    .option('--house <file>', 'the newsroom’s switches: Copydesk’s preferences.json, or its "checks" alone')
    .option('--json', 'the findings for other programs')
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string, options: { for?: string; house?: string; json?: boolean }) => {
      const checked = await checkCommand(file, {
        target: targetNamed(options.for ?? ''),
        house: options.house,
        isJson: options.json === true,
        language: languageOf(room.environment),
      });
      if (checked.ok) end({ ok: true, value: checked.value.text }, checked.value.hasErrors ? 1 : 0);
      else end(checked);
    });
  program
    .command('push')
    .description('Send a story to a CMS, once: made there, or the post that it is brought up to date.')
    .addArgument(STORY())
    .addOption(new Option('--site <kind>', 'what the site runs on').choices(CMS_IDS).makeOptionMandatory())
    .requiredOption(
      '--url <address>',
      'the site’s front page (webhook: the address to send to); https, or this computer',
    )
    .option('--user <name>', 'WordPress: whose application password it is')
    .addOption(
      new Option('--status <status>', 'what becomes of the post')
        .choices(['draft', 'pending', 'publish', 'unpublish'])
        .default('draft'),
    )
    .option('--at <time>', 'publish by itself at this time (RFC 3339, as 2026-11-24T18:00:00+07:00)')
    .option('--category <name>', 'the category; made where it is missing')
    .option('--tag <name...>', 'tags; without it the story’s keywords')
    .option('--excerpt <text>', 'the excerpt; without it the standfirst')
    .option(
      '--keep-camera',
      'leave the camera’s data in the pictures: place (GPS), serial numbers; else they are taken out',
    )
    .option('--author <name>', 'another user of the site as the author')
    .addOption(
      new Option('--body <form>', 'Ghost: the text as its own cards (lexical), or as HTML').choices([
        'lexical',
        'html',
      ]),
    )
    .option('--significant', 'move the visible date of what is published')
    .option('--wait <seconds>', 'how long to wait for a network or a server', '60')
    .option('--state <file>', 'where what was pushed is kept; without it beside the story, as STORY.push.json')
    .option('--same-as <post>', 'take this post for the story, or "new" to make another')
    .option('--again', 'forget what was pushed before')
    .option('--dry-run', 'say what would be done, as JSON, and change nothing')
    .option('--json', 'steps, the post’s id and link, and what the site changed, for other programs')
    .addHelpText('after', '\nThe application password, admin key or shared secret is read from COPYDESK_SECRET.')
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string, choices: PushChoices) => {
      const language = languageOf(room.environment);
      const pushed = await pushCommand(file, choices, room.environment, language);
      if (!pushed.ok) return end(pushed);
      const { text, code, failure } = pushed.value;
      if (failure) room.error(`copydesk: ${sayFailure(failure, language)}\n`);
      end(ok(text), code);
    });
  program
    .command('import')
    .description(
      'Turn a finished article (text, HTML, Word .docx, Markdown, ninjs) into a story; says how each line was taken.',
    )
    .argument('<file>', 'the article')
    .option('--out <story>', 'the .story file to write; nothing that is there is replaced')
    .option('--json', 'print the story as JSON')
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string, options: { out?: string; json?: boolean }) =>
      end(await importCommand(file, { ...options, language: languageOf(room.environment) })),
    );
  return program;
}

/** Runs one command. `args` are those after the program's name. Programmer errors are thrown. */
export async function runCli(args: readonly string[], room: Room): Promise<ExitCode> {
  let answer: Result<string> | undefined;
  let code: ExitCode = 0;
  try {
    await commands(room, (ended, exitCode = 0) => {
      answer = ended;
      code = exitCode;
    }).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  if (!answer) throw new Error('the command ended without an answer');
  if (answer.ok) {
    room.out(answer.value);
    return code;
  }
  room.error(`copydesk: ${sayFailure(answer.failure, languageOf(room.environment))}\n`);
  return 1;
}
