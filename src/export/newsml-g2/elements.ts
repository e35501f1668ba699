import { cleanLine, isBlank } from '../clean.ts';
import { attribute, markup, Markup } from '../page/markup.ts';

/** An element with a text; nothing where that is empty. */
export function element(name: string, text: string, attributes: readonly Markup[] = []): Markup | null {
  const tag = new Markup(name);
  return isBlank(text) ? null : markup`<${tag}${attributes}>${text}</${tag}>\n`;
}

/** Somebody or something named in words, without a code: `<located literal="Huế"><name>Huế</name></located>`. */
export function named(name: string, said: string, attributes: readonly Markup[] = []): Markup | null {
  const line = cleanLine(said);
  const tag = new Markup(name);
  if (line === '') return null;
  return markup`<${tag}${attribute('literal', line)}${attributes}>\n<name>${line}</name>\n</${tag}>\n`;
}

/** What a text or a person is to the item, for which the IPTC has no code. */
export const roleUri = (role: string): Markup => attribute('roleuri', `urn:x-copydesk:role:${role}`);
