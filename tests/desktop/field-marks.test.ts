import { describe, expect, it } from 'vitest';
import { launchCopydesk } from './launch.ts';
import { newStory } from './newsroom.ts';

describe('a field', () => {
  it('leaves Enter to an input method that is composing a word', async () => {
    const { page } = await launchCopydesk();
    await newStory(page);
    const headline = page.getByRole('textbox', { name: 'Headline' });
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'Nước', selectionStart: 4, selectionEnd: 4 });
    // 229 is what a key says that an input method has taken.
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    expect(await headline.evaluate((field) => field === document.activeElement)).toBe(true);
    await client.send('Input.insertText', { text: 'Nước' });
    await expect.poll(() => headline.inputValue()).toBe('Nước');
    await expect.poll(() => page.title()).toBe('Nước - Copydesk');
  });

  it('marks exactly the letters past its limit, where they stand', async () => {
    const { page } = await launchCopydesk();
    await newStory(page);
    await page
      .getByRole('textbox', { name: 'Headline' })
      .fill(`${'Khởi công cầu Đông Hải '.repeat(5)}trước mùa nước nổi`);
    const mark = page.locator('.field-headline mark');
    await expect.poll(() => mark.textContent()).toBe(' mùa nước nổi');
    // The layer behind breaks its lines as the control does, or the mark would stand beside its letters.
    const sizes = await page
      .locator('.field-headline .field-layers > *')
      .evaluateAll((layers) => layers.map((layer) => [layer.clientWidth, layer.clientHeight]));
    expect(sizes).toHaveLength(2);
    expect(sizes[0]).toEqual(sizes[1]);
  });
});
