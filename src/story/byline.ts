import { LABEL, labelRoles, NOTES, TITLES, type Role } from './byline-words.ts';
import type { Person, StoryFields } from './schema.ts';

export { printByline } from './byline-print.ts';

/** A dash with a blank on either side parts names, a hyphen within one does not (`Jean-Luc`, `Nguyễn-Võ`). */
const SEPARATOR = '\\s[-–—]\\s?|[-–—]\\s|—|\\s?[,;&|•·](?:\\s(?:và|and)(?=\\s))?\\s?|\\s(?:và|and)(?=\\s)';
const TOKEN = new RegExp(`(?<brackets>\\([^()]*\\))|(?<label>${LABEL})|(?<separator>${SEPARATOR})`, 'giu');
const GENERATION = /^(?:jr|sr|ii|iii|iv|phd|md)\.?$/i;
/** `PV Đức Đồng` is Đức Đồng, a reporter; `PV Đài Sông Tiền` is a department and stays whole. */
const TITLE_BEFORE =
  /^(?:pv|phóng viên|ctv|cộng tác viên|btv|biên tập viên)\s(?!(?:báo|đài|ban|tổ|nhóm|thời sự|thường trú)(?!\p{L}))(?=\S+\s\S)/iu;

interface Reading {
  people: Person[];
  byName: Map<string, Person>;
  /** What the last label said; it holds until the next one or the line's end. */
  roles: Role[];
  /** The separator before the part being read. */
  before: string;
}

const join = (a: readonly Role[], b: readonly Role[]): Role[] => [...new Set([...a, ...b])];

/** A title after a comma or on its own line tells what those before it did; people with a role of their own keep it. */
function readTitle(title: Role, reading: Reading): void {
  for (const person of reading.people) if (person.roles.length === 0) person.roles = [title];
}

function readName(part: string, reading: Reading): void {
  let name = part;
  let roles = reading.roles;
  const note = /^(.*\S)\s\(([^()]*)\)$/.exec(name);
  const noted = note && NOTES[(note[2] ?? '').trim().toLowerCase()];
  if (note?.[1] && noted) [name, roles] = [note[1], [noted]];
  const title = TITLE_BEFORE.exec(name)?.[0];
  if (title) {
    name = name.slice(title.length);
    roles = join(roles, [TITLES[title.trim().toLowerCase()] ?? 'editor']);
  }
  const same = reading.byName.get(name);
  if (same?.name === name && same.roles.length > 0 && roles.length > 0) {
    same.roles = join(same.roles, roles);
    return;
  }
  const person = { name, roles: [...roles] };
  reading.people.push(person);
  reading.byName.set(name, person);
}

function readPart(raw: string, reading: Reading): void {
  const part = raw.trim();
  if (!/[\p{L}\p{N}]/u.test(part)) return;
  const last = reading.people.at(-1);
  const afterComma = reading.before.includes(',');
  const title = TITLES[part.toLowerCase()];
  const describes = last && !TITLES[last.name.toLowerCase()] && (afterComma || reading.before === '');
  if (last && afterComma && GENERATION.test(part)) last.name += `, ${part}`;
  else if (title && describes) readTitle(title, reading);
  else readName(part, reading);
}

/** `Theo A/B` names A, of the outlet B; `A is a staff writer at B` names A; brackets round the whole line say nothing. */
const OF_OUTLET = /^theo (?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3})\s?\/\s?\p{Lu}[^/]*$/u;
const INTRODUCED =
  /^(?<name>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}) (?:is|was) an? (?:staff |freelance )?(?:writer|reporter|correspondent|editor|photographer)\b/u;

function withoutFrame(line: string): string {
  const inner = /^\(([^()]*)\)\.?$/.exec(line)?.[1] ?? line;
  const outlet = OF_OUTLET.exec(inner.replace(/^Theo /, 'theo '));
  return outlet?.groups?.name ?? INTRODUCED.exec(inner)?.groups?.name ?? inner;
}

/**
 * The people whom a printed byline names, in its order, with the roles that it states.
 *
 * Understands names parted by spaced dashes, commas, semicolons, `&`, `và`, `and` and line ends; labels such as `By`,
 * `Bài, ảnh:`, `Photos by`; titles after a name (`Staff Writers`, `PV`) and notes in brackets (`(ảnh)`). A department's
 * byline (`PV`) is one person of that name; `Theo A/B` names A. Roles are empty where the line states none. Never fails: what is no label
 * and no title is a name.
 */
export function parseByline(text: string): Person[] {
  const reading: Reading = { people: [], byName: new Map(), roles: [], before: '' };
  for (const line of text.split(/[\r\n\u2028\u2029]+/)) {
    const tidy = withoutFrame(line.replace(/\s+/g, ' ').trim());
    let from = 0;
    reading.roles = [];
    reading.before = '';
    for (const token of tidy.matchAll(TOKEN)) {
      const { label, separator } = token.groups ?? {};
      if (label === undefined && separator === undefined) continue;
      // "Stand by Me" is no label: without its colon, "by" counts only where a part begins.
      if (label !== undefined && !label.endsWith(':') && tidy.slice(from, token.index).trim() !== '') continue;
      readPart(tidy.slice(from, token.index), reading);
      from = token.index + token[0].length;
      if (separator !== undefined) reading.before = separator;
      else reading.roles = labelRoles(label ?? '');
    }
    readPart(tidy.slice(from), reading);
  }
  return reading.people;
}

/**
 * A byline whose text was changed: its people are those whom the text names now. A role that a person was given beside the text
 * stays theirs for as long as the text names them and says nothing else of them.
 */
export function bylineOf(before: StoryFields['byline'], text: string): StoryFields['byline'] {
  const stated = new Map(parseByline(before.text).map(({ name, roles }) => [name, roles]));
  const given = new Map(
    before.people.filter(({ name }) => stated.get(name)?.length === 0).map((one) => [one.name, one]),
  );
  const people = parseByline(text).map((person) =>
    person.roles.length === 0 ? { ...person, roles: given.get(person.name)?.roles ?? [] } : person,
  );
  return { text, people };
}

const DEPARTMENT =
  /^(?:(?:nhóm |tổ )?(?:pv|p\.v\.?|phóng viên|btv|biên tập viên|ctv|cộng tác viên)(?=$|\s(?:báo|đài|ban|tổ|nhóm|thời sự|thường trú))|(?:nhóm|tổ|ban|phòng|đài|báo|tòa soạn|toà soạn|trung tâm)\s|(?:the\s)?(?:[\p{L}.]+\s){0,4}(?:staff|newsroom|desk|bureau|editors|news service)$)/iu;

/** Whether a byline's name is one of a desk or department and of no person: `PV`, `Nhóm PV`, `Ban Thời sự`, `Ledger Staff`. */
export const isDepartment = (name: string): boolean => DEPARTMENT.test(name.trim());
