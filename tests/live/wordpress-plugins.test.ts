import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cmsAdapter } from '../../src/cms/index.ts';
import { Desk, jobOf, report, siteOf } from './desk.ts';
import { FaultProxy } from './faults/proxy.ts';
import { startWordPress, type WordPress } from './servers/wordpress.ts';

let wordpress: WordPress;
let desk: Desk;

beforeAll(async () => {
  wordpress = await startWordPress();
}, 240_000);
beforeEach(async () => {
  await wordpress.reset();
  desk = new Desk(
    siteOf('wordpress', wordpress.url, `${wordpress.url}/wp-json/`, 'editor'),
    wordpress.passwords.editor,
  );
});
afterAll(() => wordpress.stop());

/** Runs with code of a plugin's in the site. */
async function withPlugin(code: string, run: () => Promise<void>): Promise<void> {
  const folder = join(wordpress.folder, 'wp-content/mu-plugins');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'test.php'), `<?php ${code}`);
  try {
    await run();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs with a desk that reaches the site through a proxy. */
async function throughProxy(run: (proxied: Desk, proxy: FaultProxy) => Promise<void>): Promise<void> {
  const proxy = new FaultProxy(() => wordpress.url);
  await proxy.start();
  try {
    const site = siteOf('wordpress', proxy.url, `${proxy.url}/wp-json/`, 'editor');
    await run(new Desk(site, wordpress.passwords.editor), proxy);
  } finally {
    await proxy.stop();
  }
}

/** PHP dies while it makes a picture's smaller copies, once for each time that the file is there. */
const DIES = `add_filter('intermediate_image_sizes_advanced', function ($sizes) {
  $die = WP_CONTENT_DIR . '/die';
  if (is_file($die)) { unlink($die); http_response_code(500); exit; }
  return $sizes;
});`;
const dieOnce = (): Promise<void> => writeFile(join(wordpress.folder, 'wp-content/die'), '');
interface RestMedia {
  source_url: string;
  missing_image_sizes?: string[];
  media_details: { sizes?: Record<string, unknown> };
}
const mediaThere = (): Promise<RestMedia[]> => wordpress.ask('wp/v2/media?per_page=100&context=edit');
const isWhole = ({ missing_image_sizes: missing = [], media_details: { sizes = {} } }: RestMedia): boolean =>
  missing.length === 0 && 'thumbnail' in sizes;

test('An upload that was half made when PHP died is finished, not repeated', async () => {
  await withPlugin(DIES, async () => {
    await dieOnce();
    const pushed = await desk.push(jobOf(desk.site, report(desk.album, 11)));
    expect(pushed).toMatchObject({ did: 'created', uploaded: 3, readBack: [] });
    const sent = desk.steps.filter(({ call }) => call.name === 'upload-photo');
    expect(sent.map(({ answer }) => answer?.got === 'reply' && answer.reply.status).sort()).toEqual([201, 201, 500]);
    expect(desk.steps.filter(({ call }) => call.name === 'finish-photo')).toHaveLength(1);
    const media = await mediaThere();
    expect(media).toHaveLength(3);
    expect(media.every(isWhole)).toBe(true);
  });
});

test('A half-made upload whose answer was lost as well is found by its hash and finished by the next try', async () => {
  await withPlugin(DIES, async () => {
    await throughProxy(async (proxied, proxy) => {
      await dieOnce();
      let isFirst = true;
      proxy.choose = (path, method) => {
        if (method !== 'POST' || !path.endsWith('/media') || !isFirst) return null;
        isFirst = false;
        return 'drop-after';
      };
      const job = jobOf(proxied.site, report(proxied.album, 12));
      expect(await proxied.run(job)).toMatchObject({ is: 'waiting', failure: { code: 'push.unreachable' } });
      expect(await mediaThere()).toHaveLength(1);
      const pushed = await proxied.push(job);
      expect(pushed).toMatchObject({ did: 'created', uploaded: 2, reused: 1 });
      const media = await mediaThere();
      expect(media).toHaveLength(3);
      expect(media.every(isWhole)).toBe(true);
    });
  });
});

test('A picture too large for the server before WordPress, or for WordPress itself, is told with its name and size', async () => {
  const tooLarge = {
    is: 'person',
    failure: { code: 'push.too-large', about: { photo: 'lu-song-lam-1.png', megabytes: 1 } },
  };
  await throughProxy(async (proxied, proxy) => {
    proxy.choose = (path, method) => (method === 'POST' && path.endsWith('/media') ? 'too-large' : null);
    expect(await proxied.run(jobOf(proxied.site, report(proxied.album, 13)))).toMatchObject(tooLarge);
  });
  // What a host's own limit plugin says, in WordPress's own words.
  const limit = `add_filter('wp_handle_sideload_prefilter', function ($file) {
    $file['error'] = 'The uploaded file exceeds the upload_max_filesize directive in php.ini.';
    return $file;
  });`;
  await withPlugin(limit, async () => {
    expect(await desk.run(jobOf(desk.site, report(desk.album, 13)))).toMatchObject(tooLarge);
  });
  expect(await wordpress.ask<unknown[]>('wp/v2/posts?status=draft,publish')).toHaveLength(1);
});

test('Where a site has renamed its API, the address that a person types finds it all the same, and the push goes there', async () => {
  const renamed = `add_filter('rest_url_prefix', fn() => 'toa-soan');
    add_action('wp_loaded', function () {
      if (!get_option('renamed')) { update_option('renamed', 1); flush_rewrite_rules(false); }
    });`;
  await withPlugin(renamed, async () => {
    const found = await desk.hold(cmsAdapter('wordpress').discover(wordpress.url));
    expect(found).toMatchObject({ ok: true, value: { api: `${wordpress.url}/toa-soan/` } });
    const there = new Desk(
      siteOf('wordpress', wordpress.url, `${wordpress.url}/toa-soan/`, 'editor'),
      wordpress.passwords.editor,
    );
    expect((await fetch(`${wordpress.url}/wp-json/wp/v2/posts`)).headers.get('content-type')).toContain('text/html');
    const pushed = await there.push(jobOf(there.site, report(there.album, 14), { category: 'Politics' }));
    expect(pushed).toMatchObject({ did: 'created', uploaded: 3, post: { categories: ['Politics'] } });
    expect(pushed.post.editLink).toBe(`${wordpress.url}/wp-admin/post.php?post=${pushed.post.id}&action=edit`);
  });
});
