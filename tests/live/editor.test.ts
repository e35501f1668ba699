import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInBrowser } from '../desktop/browser.ts';
import type { Base } from '../../src/cms/push/job.ts';
import { Desk, jobOf, report, siteOf } from './desk.ts';
import { startWordPress, type WordPress } from './servers/wordpress.ts';
import { shot } from '../desktop/shot.ts';

let wordpress: WordPress;
let browser: ElectronApplication;
let page: Page;

/** A block as the block editor holds it. */
interface EditorBlock {
  name: string;
  isValid: boolean;
  attributes: Record<string, unknown>;
  innerBlocks: EditorBlock[];
}
declare global {
  interface Window {
    wp: {
      data: {
        select: (store: string) => { getBlocks: () => EditorBlock[]; isSavingPost: () => boolean };
        dispatch: (store: string) => {
          savePost: () => Promise<void>;
          set: (scope: string, name: string, value: unknown) => void;
        };
      };
      blocks: { serialize: (blocks: EditorBlock[]) => string };
    };
  }
}

beforeAll(async () => {
  wordpress = await startWordPress();
  ({ browser, page } = await openInBrowser(`${wordpress.url}/wp-login.php`));
  await page.getByLabel('Username or Email Address').fill('editor');
  await page.getByLabel('Password', { exact: true }).fill('editor-password');
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.waitForURL(/wp-admin/);
}, 600_000);
afterAll(async () => {
  await browser.close();
  await wordpress.stop();
});

/** Opens a post in the block editor as an editor does, and answers what it made of it. */
async function edited(post: string): Promise<{ blocks: EditorBlock[]; written: string }> {
  await page.goto(`${wordpress.url}/wp-admin/post.php?post=${post}&action=edit`);
  await page.waitForFunction(() => window.wp.data.select('core/block-editor').getBlocks().length > 0);
  return page.evaluate(() => {
    // The welcome that everybody gets once.
    window.wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
    const blocks = window.wp.data.select('core/block-editor').getBlocks();
    const plain = ({ name, isValid, attributes, innerBlocks }: EditorBlock): EditorBlock => ({
      ...{ name, isValid, attributes: JSON.parse(JSON.stringify(attributes)) as Record<string, unknown> },
      innerBlocks: innerBlocks.map(plain),
    });
    return { blocks: blocks.map(plain), written: window.wp.blocks.serialize(blocks) };
  });
}

const all = (blocks: readonly EditorBlock[]): EditorBlock[] =>
  blocks.flatMap((block) => [block, ...all(block.innerBlocks)]);

test('The block editor opens a pushed story as blocks, finds none invalid, and would write what we wrote', async () => {
  const desk = new Desk(
    siteOf('wordpress', wordpress.url, `${wordpress.url}/wp-json/`, 'editor'),
    wordpress.passwords.editor,
  );
  const story = report(desk.album, 51);
  const pushed = await desk.push(jobOf(desk.site, story, { featured: 'pho1' }));
  const { blocks, written } = await edited(pushed.post.id);
  const every = all(blocks);
  expect(every.filter(({ isValid }) => !isValid).map(({ name }) => name)).toEqual([]);
  expect(every.map(({ name }) => name)).not.toContain('core/freeform');
  expect(every.map(({ name }) => name)).not.toContain('core/missing');
  expect(every.length).toBeGreaterThan(25);
  // A bracket, which might begin a shortcode, is an entity of ours alone.
  expect(written).toBe(pushed.post.content.replaceAll('&#91;', '['));
  await shot(page, 'block-editor');
});

test('What an editor changes there and saves comes together with what the desk changed meanwhile', async () => {
  const desk = new Desk(
    siteOf('wordpress', wordpress.url, `${wordpress.url}/wp-json/`, 'editor'),
    wordpress.passwords.editor,
  );
  const story = report(desk.album, 52);
  const first = await desk.push(jobOf(desk.site, story));
  await edited(first.post.id);
  const canvas = page.frameLocator('iframe[name="editor-canvas"]');
  const lead = canvas.getByText('Nước lên').first();
  await lead.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' (biên tập viên)');
  await page.evaluate(() => window.wp.data.dispatch('core/editor').savePost());
  await page.waitForFunction(() => !window.wp.data.select('core/editor').isSavingPost());
  const base: Base = { story: first.story, post: first.post };
  const mine = {
    ...story,
    body: story.body.map((block) => (block.id === 'head' ? { ...block, text: [{ text: 'Sơ tán 1.500 hộ' }] } : block)),
  } as typeof story;
  const merged = await desk.push(jobOf(desk.site, mine, {}, { base }));
  expect(merged.did).toBe('updated');
  expect(merged.combined).not.toEqual([]);
  const { blocks } = await edited(first.post.id);
  expect(all(blocks).filter(({ isValid }) => !isValid)).toEqual([]);
  const text = JSON.stringify(blocks);
  expect(text).toContain('(biên tập viên)');
  expect(text).toContain('1.500 hộ');
});
