import { cleanText } from '../clean.ts';

/**
 * HTML that may stand in a page as it is. The templates below make it out of escaped text; whoever makes one by hand
 * answers for it (the style sheet, the addresses of pictures).
 */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | Markup | null | undefined | readonly Part[];

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => NAMES[sign] ?? '');

function partSource(part: Part): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'object') return part.map(partSource).join('');
  return escape(cleanText(String(part)).replace(/\n/g, ' '));
}

/** A piece of a page: markup`<p>${text}</p>`. Strings are escaped, so nothing typed in the newsroom can become markup. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((source, string, index) => source + partSource(parts[index - 1]) + string));
}

/** Text whose line ends are kept, as `<br>`. */
export function lines(text: string): Markup {
  return new Markup(cleanText(text).split('\n').map(escape).join('<br>'));
}

/** An attribute with a blank before it, or nothing where the value is null. */
export function attribute(name: `${Lowercase<string>}`, value: string | null): Markup {
  return value === null ? markup`` : markup` ${new Markup(name)}="${value.replace(/\s+/g, ' ').trim()}"`;
}
