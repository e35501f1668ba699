import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { answers, CACHE, end, freePort, install, serve } from './process.ts';

/** A real Ghost on loopback. */
export interface Ghost {
  url: string;
  version: string;
  /** An Admin API key of a custom integration, as a person copies it. */
  key: string;
  /** Asks the Admin API as the owner, for what a test looks up or changes by itself. */
  ask: <T>(path: string, init?: { method?: string; json?: unknown }) => Promise<T>;
  /** A person of that role, with a key of their own, which has their rights alone. */
  person: (role: 'Contributor' | 'Author') => Promise<string>;
  stop: () => Promise<void>;
}

interface Integrations {
  integrations: { api_keys: { type: string; secret: string }[] }[];
}

/** Starts one, with an owner and an integration. */
export async function startGhost(): Promise<Ghost> {
  await install('install-ghost.sh', CACHE);
  const program = join(CACHE, 'ghost');
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-ghost-'));
  const content = join(folder, 'content');
  await cp(join(program, 'content'), content, { recursive: true });
  for (const name of ['data', 'images', 'files', 'media', 'logs', 'settings', 'adapters', 'public'])
    await mkdir(join(content, name), { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const never = { freeRetries: 100_000 };
  const settings = {
    url: `${url}/`,
    server: { host: '127.0.0.1', port },
    database: {
      client: 'better-sqlite3',
      connection: { filename: join(content, 'data/ghost.db') },
      useNullAsDefault: true,
    },
    paths: { contentPath: content },
    mail: { transport: 'stub', from: 'nobody@example.test' },
    logging: { level: 'error', transports: ['stdout'] },
    privacy: { useUpdateCheck: false, useGravatar: false, useRpcPing: false },
    security: { staffDeviceVerification: false },
    spam: { user_login: never, user_reset: never, global_reset: never, global_block: never },
  };
  await writeFile(join(folder, 'config.development.json'), JSON.stringify(settings));
  // Ghost reads its own version from the working folder.
  await symlink(join(program, 'package.json'), join(folder, 'package.json'));
  const server = serve(join(CACHE, 'node/bin/node'), [join(program, 'index.js')], {
    cwd: folder,
    env: { NODE_ENV: 'development' },
    log: join(folder, 'server.log'),
  });
  const api = `${url}/ghost/api/admin/`;
  await answers(`${api}site/`, server, (status) => status === 200);
  const owner = {
    name: 'Owner',
    email: 'owner@example.test',
    password: 'lamp-river-4711-sesame',
    blogTitle: 'Copydesk test',
  };
  /** Somebody at the site's own pages, with their own session. */
  const visitor = (): Ghost['ask'] => {
    let cookie = '';
    return async <T>(path: string, { method = 'GET', json }: { method?: string; json?: unknown } = {}): Promise<T> => {
      const reply = await fetch(api + path, {
        method,
        headers: { origin: url, cookie, 'content-type': 'application/json', 'accept-version': 'v6.0' },
        ...(json !== undefined && { body: JSON.stringify(json) }),
      });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${path}: ${reply.status} ${text}`);
      cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      return (/^[{[]/.test(text) ? JSON.parse(text) : null) as T;
    };
  };
  const ask = visitor();
  await ask('authentication/setup/', { method: 'POST', json: { setup: [owner] } });
  await ask('session/', { method: 'POST', json: { username: owner.email, password: owner.password } });
  const made = await ask<Integrations>('integrations/?include=api_keys', {
    method: 'POST',
    json: { integrations: [{ name: 'Copydesk' }] },
  });
  const key = made.integrations[0]?.api_keys.find(({ type }) => type === 'admin')?.secret ?? '';
  const { version } = JSON.parse(await readFile(join(program, 'package.json'), 'utf8')) as { version: string };
  return {
    url,
    version,
    key,
    ask,
    person: async (role) => {
      const email = `${role.toLowerCase()}@example.test`;
      const { roles } = await ask<{ roles: { id: string; name: string }[] }>('roles/');
      const roleId = roles.find(({ name }) => name === role)?.id;
      await ask('invites/', { method: 'POST', json: { invites: [{ email, role_id: roleId }] } });
      // What the e-mail, which goes to nobody, would bring.
      const database = new DatabaseSync(join(content, 'data/ghost.db'));
      const { token = '' } = { ...database.prepare('SELECT token FROM invites WHERE email = ?').get(email) };
      database.close();
      const invitation = { name: role, email, password: owner.password, token };
      const own = visitor();
      await own('authentication/invitation/', { method: 'POST', json: { invitation: [invitation] } });
      await own('session/', { method: 'POST', json: { username: email, password: owner.password } });
      const { users } = await own<{ users: { id: string }[] }>('users/me/');
      const { apiKey } = await own<{ apiKey: { id: string; secret: string } }>(`users/${users[0]?.id}/token/`);
      return apiKey.secret.includes(':') ? apiKey.secret : `${apiKey.id}:${apiKey.secret}`;
    },
    stop: async () => {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
