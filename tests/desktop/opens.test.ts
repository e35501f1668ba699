import { describe, expect, it } from 'vitest';
import { launchCopydesk } from './launch.ts';

describe('Copydesk', () => {
  it('opens a window with its name in the title', async () => {
    const copydesk = await launchCopydesk();
    await expect.poll(() => copydesk.page.title()).toMatch(/ - Copydesk$/);
    await copydesk.close();
  });
});
