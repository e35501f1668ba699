import { cp, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, CACHE, end, freePort, here, install, serve } from './process.ts';

/** The Debian release whose WordPress is tested: its stable one, which does not move. */
const SUITE = process.env['COPYDESK_LIVE_WORDPRESS'] ?? 'trixie';

type Role = 'admin' | 'editor' | 'author' | 'contributor' | 'subscriber';

/** A real WordPress on loopback. */
export interface WordPress {
  url: string;
  folder: string;
  version: string;
  /** Application passwords. */
  passwords: Record<Role, string>;
  /** Asks the REST API as the administrator, for what a test looks up by itself. */
  ask: <T>(path: string, init?: RequestInit) => Promise<T>;
  /** As it was when it started. */
  reset: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts one. `home` is the address under which it is reached where that is not its own (a proxy before it). */
export async function startWordPress({
  home,
  uploadLimit = '8M',
}: { home?: string; uploadLimit?: string } = {}): Promise<WordPress> {
  await install('install-wordpress.sh', CACHE, SUITE);
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-wordpress-'));
  await cp(join(CACHE, `wordpress-${SUITE}`), folder, { recursive: true });
  const { version, passwords } = JSON.parse(await readFile(join(folder, '.accounts.json'), 'utf8')) as Pick<
    WordPress,
    'version' | 'passwords'
  >;
  const database = join(folder, 'wp-content/database/.ht.sqlite');
  const kept = `${database}.kept`;
  // Before anybody writes in it: a copy taken in the middle of that is broken, and each test begins with it.
  await copyFile(database, kept);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await writeFile(join(folder, '.home'), home ?? url);
  const limits = {
    upload_max_filesize: uploadLimit,
    post_max_size: uploadLimit,
    memory_limit: '256M',
    // Compiled scripts are kept: a request then costs a third. Files are read anew when they change.
    'opcache.enable_cli': '1',
    'opcache.revalidate_freq': '0',
    display_errors: '0',
    log_errors: '1',
  };
  const settings = Object.entries(limits).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const server = serve('php', [...settings, '-S', `127.0.0.1:${port}`, '-t', folder, here('router.php')], {
    cwd: folder,
    env: { PHP_CLI_SERVER_WORKERS: '6' },
    log: join(folder, 'server.log'),
  });
  await answers(`${url}/wp-json/`, server, (status) => status === 200);
  return {
    url,
    folder,
    version,
    passwords,
    ask: async <T>(path: string, init: RequestInit = {}): Promise<T> => {
      const authorization = `Basic ${Buffer.from(`admin:${passwords.admin}`).toString('base64')}`;
      const reply = await fetch(`${url}/wp-json/${path}`, {
        ...init,
        headers: { authorization, 'content-type': 'application/json', ...(init.headers as Record<string, string>) },
      });
      if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
      return (await reply.json()) as T;
    },
    reset: () => copyFile(kept, database),
    stop: async () => {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
