import { homedir } from 'node:os';

const FRAME =
  /^\s+at (?:(?:async |new )*([\w.$<>#[\] ]+) \()?((?:file:|node:|app:|\/|[A-Za-z]:[\\/])[^()]*:\d+:\d+)\)?$/;
const MAX_FRAMES = 12;

/**
 * What may be written down of an error that somebody else worded: its name, its code, what the system was asked for, and
 * where it came from, by functions and the last two parts of a file's path. Its message never is: it quotes what the
 * program was at, which may be a story's text, a password or a person's folder.
 */
export function traceOf(error: unknown): string {
  if (error === undefined) return '';
  if (!(error instanceof Error)) return `(a thrown ${error === null ? 'null' : typeof error})`;
  const { code, syscall } = error as NodeJS.ErrnoException;
  const what = [word(error.name) ?? 'Error', word(code), word(syscall)].filter(Boolean).join(' ');
  const cause = error.cause === undefined || error.cause === error ? '' : ` because of ${traceOf(error.cause)}`;
  return `${[what, ...framesOf(error)].join(' < ')}${cause}`;
}

/** The value where it is a name or a code, which holds no sentence. */
function word(value: unknown): string | null {
  return typeof value === 'string' && /^\w{1,40}$/.test(value) ? value : null;
}

function framesOf({ stack = '', message }: Error): string[] {
  // A message of several lines may look like frames.
  const after = message === '' ? 0 : stack.lastIndexOf(message) + message.length;
  return stack
    .slice(after)
    .split('\n')
    .flatMap((line) => {
      const [, name, place = ''] = FRAME.exec(line) ?? [];
      if (!place) return [];
      const file = place.startsWith('node:') ? place : place.split(/[\\/]/).slice(-2).join('/');
      return [name ? `${name} ${file}` : file];
    })
    .slice(0, MAX_FRAMES);
}

/**
 * A text of the program's own without the person: their home folder is `~`, and of a file elsewhere that a system's error
 * names, as `open '/media/usb/…'` does, only the kind is kept: exports bear the words of a headline.
 */
export function withoutPerson(text: string, dataFolder: string): string {
  const quoted = text.replace(/'((?:[A-Za-z]:)?[\\/][^'\n]*)'?/g, (whole, path: string) =>
    path.startsWith(dataFolder) ? whole : `'(a file${/[.]\w{1,10}$/.exec(path)?.[0] ?? ''})'`,
  );
  return quoted.replaceAll(dataFolder, '(data)').replaceAll(homedir(), '~');
}
