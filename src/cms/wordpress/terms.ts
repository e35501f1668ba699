import { z } from '../../base/schema.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { unescaped } from '../html-runs.ts';
import type { Site } from '../site.ts';
import type { Talk } from '../talk.ts';
import { errorOf, get, post, read, refusal } from './calls.ts';

const termSchema = z.object({ id: z.int(), name: z.string() });
const termsSchema = z.array(termSchema);
const existsSchema = z.object({ term_id: z.int() });

export type TermKind = 'categories' | 'tags';
/** What is there, by its name in lower case, decoded. */
export type Terms = Map<string, { id: number; name: string }>;

const key = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** All categories, page by page: `search` finds no name with an ampersand. */
export function* categories(site: Site): Talk<Terms> {
  const found: Terms = new Map();
  for (let page = 1; ; page++) {
    const query = { per_page: 100, page, _fields: ['id', 'name'].join(',') };
    const reply = yield get(site, 'list-categories', 'wp/v2/categories', query);
    const terms = read(reply, termsSchema, 'read');
    if (!terms.ok) return terms;
    for (const { id, name } of terms.value) found.set(key(unescaped(name)), { id, name: unescaped(name) });
    if (page >= Number(reply.headers['x-wp-totalpages'] ?? 1)) return ok(found);
  }
}

/** The tags of these names that are there. Looked for by the longest part of each that holds no ampersand. */
export function* tagsNamed(site: Site, names: readonly string[]): Talk<Terms> {
  const found: Terms = new Map();
  for (const name of names) {
    const search =
      name
        .split(/[&<>"']/)
        .sort((a, b) => b.length - a.length)[0]
        ?.trim() ?? '';
    const query = { per_page: 100, search: search || name, _fields: 'id,name' };
    const terms = read(yield get(site, 'find-tag', 'wp/v2/tags', query, name), termsSchema, 'read');
    if (!terms.ok) return terms;
    for (const term of terms.value) {
      const shown = unescaped(term.name);
      if (key(shown) === key(name)) found.set(key(name), { id: term.id, name: shown });
    }
  }
  return ok(found);
}

/** The names of tags by their ids. */
export function* tagNames(site: Site, ids: readonly number[]): Talk<Map<number, string>> {
  const names = new Map<number, string>();
  if (ids.length === 0) return ok(names);
  const query = { per_page: 100, include: ids.slice(0, 100).map(String), _fields: 'id,name' };
  const terms = read(yield get(site, 'find-tag', 'wp/v2/tags', query), termsSchema, 'read');
  if (!terms.ok) return terms;
  for (const { id, name } of terms.value) names.set(id, unescaped(name));
  return ok(names);
}

export const termNamed = (terms: Terms, name: string): { id: number; name: string } | undefined => terms.get(key(name));

/** Makes a term, or takes the one of that name. Null where the user may not make any. */
export function* makeTerm(site: Site, kind: TermKind, name: string): Talk<number | null> {
  const reply = yield post(site, kind === 'tags' ? 'create-tag' : 'create-category', `wp/v2/${kind}`, { name }, name);
  if (reply.status === 201 || reply.status === 200) {
    const made = read(reply, termSchema, 'terms');
    return made.ok ? ok(made.value.id) : made;
  }
  const { code, data } = errorOf(reply);
  const exists = existsSchema.safeParse(data);
  if (code === 'term_exists' && exists.success) return ok(exists.data.term_id);
  if (reply.status === 403) return ok(null);
  return refusal(reply, 'terms');
}

const usersSchema = z.array(z.object({ id: z.int(), name: z.string(), slug: z.string() }));

/** A user by number, login, e-mail or name. */
export function* authorNamed(site: Site, author: string): Talk<number> {
  if (/^\d+$/.test(author)) return ok(Number(author));
  const query = { search: author, per_page: 100, _fields: 'id,name,slug' };
  const users: Result<z.infer<typeof usersSchema>> = read(
    yield get(site, 'find-author', 'wp/v2/users', query, author),
    usersSchema,
    'edit-others',
  );
  if (!users.ok) return users;
  const same = users.value.find(({ name, slug }) => [name, slug].some((text) => key(text) === key(author)));
  const [first, ...others] = users.value;
  const found = same ?? (others.length === 0 ? first : undefined);
  return found ? ok(found.id) : fail('push.no-author', `no user "${author}" there`, { author });
}
