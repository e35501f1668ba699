import type { Role } from './byline-words.ts';
import { ROLES, type Person } from './schema.ts';

const VI: Record<Role, string> = {
  reporter: 'bài',
  photographer: 'ảnh',
  editor: 'biên tập',
  translator: 'dịch',
  contributor: 'cộng tác',
};
const EN: Record<Role, string> = {
  reporter: 'words',
  photographer: 'photos',
  editor: 'edited',
  translator: 'translated',
  contributor: 'additional reporting',
};

interface Group {
  roles: Role[];
  names: string[];
}

/** Neighbours who did the same, together; the order of the people stays. */
function grouped(people: readonly Person[]): Group[] {
  const groups: Group[] = [];
  for (const { name, roles } of people) {
    const ordered = ROLES.filter((role) => roles.includes(role));
    const last = groups.at(-1);
    if (last && String(last.roles) === String(ordered)) last.names.push(name);
    else groups.push({ roles: ordered, names: [name] });
  }
  return groups;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const isPlain = (group: Group): boolean => group.roles.length === 0 || String(group.roles) === 'reporter';

function vietnamese(groups: Group[]): string {
  const onlyReporters = groups.every(isPlain);
  return groups
    .map(({ roles, names }) => {
      const label = onlyReporters || roles.length === 0 ? '' : `${capital(roles.map((role) => VI[role]).join(', '))}: `;
      return label + names.join(' - ');
    })
    .join(onlyReporters ? ' - ' : '; ');
}

function english(groups: Group[]): string {
  const line = groups
    .map((group) => {
      const label = isPlain(group) ? 'by' : `${group.roles.map((role) => EN[role]).join(' and ')} by`;
      const names =
        group.names.length < 2
          ? group.names.join()
          : `${group.names.slice(0, -1).join(', ')} and ${group.names.at(-1)}`;
      return `${label} ${names}`;
    })
    .join('; ');
  return capital(line);
}

/**
 * A byline for people of whom no printed form is known: `Đức Đồng - Đức Tình` and `Bài: A; Ảnh: B` in Vietnamese,
 * `By A and B; photos by C` in every other language. Empty for nobody.
 *
 * @param language the story's language, BCP 47
 */
export function printByline(people: readonly Person[], language: string): string {
  const groups = grouped(people);
  if (groups.length === 0) return '';
  return /^vi\b/i.test(language) ? vietnamese(groups) : english(groups);
}
