import { z } from '../base/schema.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { safeLink } from '../story/links.ts';

interface Named<Kind extends string, Value> {
  /** As in `copydesk export --set id=value`; the window's words hold a label for each. */
  id: OptionId;
  kind: Kind;
  default: Value;
}

/** One choice that a format offers. A dialog draws it by its kind; `copydesk export --set id=value` sets it. */
export type ExportOption =
  | Named<'switch', boolean>
  /** A line of text; empty for none. */
  | Named<'text', string>
  /** Where something lies on the web: http or https; empty where that is not known yet. */
  | Named<'address', string>
  | (Named<'choice', string> & { choices: readonly string[] })
  /** A whole number. */
  | (Named<'number', number> & { min: number; max: number });

/** Every option of every format, each with one meaning wherever it is offered. */
export const OPTION_IDS = ['address', 'publisher', 'header', 'paper', 'columns', 'end', 'review', 'camera'] as const;
export type OptionId = (typeof OPTION_IDS)[number];

/** What was chosen; what is not named is as the option's default says. */
export type ExportOptions = Partial<Record<OptionId, string | number | boolean>>;

/** Where the page, or the file with its pictures beside it, will lie: the canonical address, and the base of its pictures'. */
export const ADDRESS = { id: 'address', kind: 'address', default: '' } as const satisfies ExportOption;
/** Who publishes: an organisation's name. Without it the source in the dateline counts. */
export const PUBLISHER = { id: 'publisher', kind: 'text', default: '' } as const satisfies ExportOption;
/** Whether headline, standfirst, byline and dateline come before the text. */
export const HEADER = { id: 'header', kind: 'switch', default: true } as const satisfies ExportOption;
/** The sheet that pages are laid out for. */
export const PAPER = {
  id: 'paper',
  kind: 'choice',
  choices: ['a4', 'letter'],
  default: 'a4',
} as const satisfies ExportOption;
/** How many characters a line of plain text holds. */
export const COLUMNS = {
  id: 'columns',
  kind: 'number',
  min: 40,
  max: 120,
  default: 69,
} as const satisfies ExportOption;
/** Whether plain text ends in `-30-`, as on the wires. */
export const END = { id: 'end', kind: 'switch', default: false } as const satisfies ExportOption;
/** Whether open comments and suggestions go along, for a colleague who works in Word. */
export const REVIEW = { id: 'review', kind: 'switch', default: false } as const satisfies ExportOption;
/** Whether the pictures keep the camera's EXIF: where they were taken (GPS), with which camera, its serial numbers. */
export const CAMERA = { id: 'camera', kind: 'switch', default: false } as const satisfies ExportOption;

interface Values {
  switch: boolean;
  text: string;
  address: string;
  choice: string;
  number: number;
}

/** The option as chosen, or its default. */
export function chosen<O extends ExportOption>(option: O, options: ExportOptions | undefined): Values[O['kind']] {
  return (options?.[option.id] ?? option.default) as Values[O['kind']];
}

function schemaOf(option: ExportOption): z.ZodType<string | number | boolean> {
  switch (option.kind) {
    case 'switch':
      return z.boolean();
    case 'text':
      return z.string();
    case 'address':
      return z.string().refine((value) => value === '' || (/^https?:/i.test(value) && safeLink(value) === value));
    case 'choice':
      return z.enum(option.choices);
    case 'number':
      return z.int().min(option.min).max(option.max);
  }
}

/** What the option takes, for a message: `a4, letter`, `40-120`, `https://…`. */
function allowed(option: ExportOption): string {
  switch (option.kind) {
    case 'switch':
      return 'true, false';
    case 'text':
      return '…';
    case 'address':
      return 'https://…';
    case 'choice':
      return option.choices.join(', ');
    case 'number':
      return `${option.min}-${option.max}`;
  }
}

/** A typed value for what was written on a command line. */
function typed(option: ExportOption, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (option.kind === 'switch' && /^(?:true|false)$/.test(value)) return value === 'true';
  if (option.kind === 'number' && /^\d+$/.test(value)) return Number(value);
  return value;
}

/**
 * Checks what was chosen against what a format offers. Texts that say a number or true/false count as such.
 *
 * Fails with `export.bad-option` (`option`, `value`, `allowed`: what it takes, or the options that there are).
 */
export function readOptions(
  offered: readonly ExportOption[],
  raw: Readonly<Record<string, unknown>>,
): Result<ExportOptions> {
  const options: ExportOptions = {};
  for (const [id, value] of Object.entries(raw)) {
    const option = offered.find((each) => each.id === id);
    const read = option && schemaOf(option).safeParse(typed(option, value));
    if (!option || !read?.success) {
      const about = {
        option: id,
        value: String(value),
        allowed: option ? allowed(option) : offered.map((each) => each.id).join(', ') || '-',
      };
      return fail('export.bad-option', `${id}=${about.value} is no option here; allowed: ${about.allowed}`, about);
    }
    options[option.id] = read.data;
  }
  return ok(options);
}
