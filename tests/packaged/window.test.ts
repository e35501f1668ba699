import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchCopydesk, type Copydesk } from '../desktop/launch.ts';
import { drivenCopydesk, packagedCopydesk, resourcesOf } from './packaged.ts';

describe('the packaged program', () => {
  let copydesk: Copydesk;
  let resources: string;
  beforeAll(async () => {
    const program = await drivenCopydesk();
    resources = resourcesOf(program);
    copydesk = await launchCopydesk({ program });
  });
  afterAll(() => copydesk.close());

  it('opens its window', async () => {
    await expect.poll(() => copydesk.page.title()).toMatch(/ - Copydesk$/);
  });

  it('runs from its archive, not from the checkout', async () => {
    const place = await copydesk.app.evaluate(({ app }) => ({ isPackaged: app.isPackaged, path: app.getAppPath() }));
    expect(place).toEqual({
      isPackaged: true,
      path: join(resources, 'app.asar'),
    });
  });

  it('carries no npm packages beside its own bundles', async () => {
    const ours = resourcesOf(packagedCopydesk());
    expect(existsSync(join(ours, 'app.asar'))).toBe(true);
    expect(existsSync(join(ours, 'app.asar.unpacked'))).toBe(false);
  });
});
