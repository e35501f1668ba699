import { readJson } from '../../base/json.ts';

/** The attributes of a block as they stand in its comment. */
export type Attributes = Record<string, unknown>;

/** As WordPress writes attributes: no sign in them may end the comment or look like markup. */
function attributesText(attributes: Attributes): string {
  return JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022');
}

/** A core block with its comments: what Gutenberg opens as a block. */
export function block(name: string, attributes: Attributes, html: string): string {
  const shown = Object.keys(attributes).length > 0 ? `${attributesText(attributes)} ` : '';
  return `<!-- wp:${name} ${shown}-->\n${html}\n<!-- /wp:${name} -->`;
}

/** One block at the top level of a post, or what stands between two. */
export interface Piece {
  /** `core/paragraph` and the like; null for HTML outside any block. */
  name: string | null;
  attributes: Attributes;
  /** What is within its comments, with the blocks nested in it. */
  inner: string;
  /** All of it. */
  source: string;
}

const DELIMITER = /<!--\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(\{[^]*?\}\s+)?(\/)?-->/g;

const nameOf = (name: string): string => (name.includes('/') ? name : `core/${name}`);

function attributesOf(text: string | undefined): Attributes {
  const read = readJson(text ?? '{}');
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Attributes) : {};
}

/** The pieces of a post's content, in order. A comment that is never closed reaches to the end, as WordPress reads it. */
export function pieces(content: string): Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  let open = { at: 0, from: 0, name: '', attributes: {} as Attributes };
  let outside = 0;
  const between = (to: number): void => {
    const source = content.slice(outside, to);
    if (source.trim() !== '') found.push({ name: null, attributes: {}, inner: source, source: source.trim() });
  };
  for (const { 0: whole, 1: closes, 2: name = '', 3: attributes, 4: isVoid, index } of content.matchAll(DELIMITER)) {
    const end = index + whole.length;
    if (closes) {
      if (depth === 0 || --depth > 0) continue;
      const source = content.slice(open.at, end);
      found.push({ name: open.name, attributes: open.attributes, inner: content.slice(open.from, index), source });
      outside = end;
    } else if (isVoid) {
      if (depth > 0) continue;
      between(index);
      found.push({ name: nameOf(name), attributes: attributesOf(attributes), inner: '', source: whole });
      outside = end;
    } else if (depth++ === 0) {
      between(index);
      open = { at: index, from: end, name: nameOf(name), attributes: attributesOf(attributes) };
    }
  }
  if (depth > 0) {
    const source = content.slice(open.at);
    found.push({ name: open.name, attributes: open.attributes, inner: content.slice(open.from), source });
  } else between(content.length);
  return found;
}

/** HTML without the comments of blocks. */
export const withoutDelimiters = (html: string): string => html.replace(DELIMITER, '');
