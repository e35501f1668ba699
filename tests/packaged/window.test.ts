import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchCopydesk, type Copydesk } from '../desktop/launch.ts';
import { packagedCopydesk } from './packaged.ts';

describe('the packaged program', () => {
  let copydesk: Copydesk;
  beforeAll(async () => {
    copydesk = await launchCopydesk({ program: packagedCopydesk() });
  });
  afterAll(() => copydesk.close());

  it('opens its window', async () => {
    await expect.poll(() => copydesk.page.title()).toMatch(/ - Copydesk$/);
  });

  it('runs from its archive, not from the checkout', async () => {
    const place = await copydesk.app.evaluate(({ app }) => ({ isPackaged: app.isPackaged, path: app.getAppPath() }));
    expect(place).toEqual({
      isPackaged: true,
      path: join(dirname(packagedCopydesk().executable), 'resources', 'app.asar'),
    });
  });

  it('carries no npm packages beside its own bundles', async () => {
    const resources = join(dirname(packagedCopydesk().executable), 'resources');
    expect(existsSync(join(resources, 'app.asar'))).toBe(true);
    expect(existsSync(join(resources, 'app.asar.unpacked'))).toBe(false);
  });
});
