import { once } from 'node:events';
import { expect, test } from 'vitest';
import { launchCopydesk, type Copydesk } from './launch.ts';
import { openStoryOf, paragraphs, photoToCome, savedStory } from './newsroom.ts';

const PLACES = ['Standfirst', 'Story body', 'Caption', 'Credit'] as const;
type Place = (typeof PLACES)[number];
const WORDS = ' nước đã rút khỏi 12 xã ven sông.';

async function begin(): Promise<{ copydesk: Copydesk; id: string }> {
  const copydesk = await launchCopydesk();
  await copydesk.page.getByRole('option').first().waitFor();
  const id = await openStoryOf(copydesk.page, 'Trước giờ đóng', [...paragraphs(1), photoToCome('Ảnh')]);
  return { copydesk, id };
}

async function typeIn({ page }: Copydesk, place: Place): Promise<void> {
  if (place === 'Story body') await page.locator('.editor-body p').first().click();
  else await page.getByRole('textbox', { name: place, exact: true }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(WORDS);
}

/** What the next start has of the place that was typed in. */
async function kept(home: string, id: string, place: Place): Promise<string> {
  const again = await launchCopydesk({ home });
  await again.page.getByRole('option').first().waitFor();
  const story = await savedStory(again.page, id);
  await again.close();
  const [first, figure] = story.body;
  const photo = figure?.type === 'figure' ? figure.photos[0] : undefined;
  const texts: Record<Place, string> = {
    Standfirst: story.standfirst,
    'Story body': first?.type === 'paragraph' ? first.text.map(({ text }) => text).join('') : '',
    Caption: photo?.caption.map(({ text }) => text).join('') ?? '',
    Credit: photo?.credit ?? '',
  };
  return texts[place];
}

const ended = ({ app }: Copydesk, signal: 'SIGTERM' | 'SIGKILL') => {
  const program = app.process();
  const gone = once(program, 'exit');
  program.kill(signal);
  return gone;
};

test.each(PLACES)('closing at once after the last key in %s keeps every letter', async (place) => {
  const { copydesk, id } = await begin();
  await typeIn(copydesk, place);
  await copydesk.close();
  expect((await kept(copydesk.home, id, place)).endsWith(WORDS)).toBe(true);
});

test('so does a system that shuts down (SIGTERM)', async () => {
  const { copydesk, id } = await begin();
  await typeIn(copydesk, 'Story body');
  await ended(copydesk, 'SIGTERM');
  expect((await kept(copydesk.home, id, 'Story body')).endsWith(WORDS)).toBe(true);
});

test('what the status line calls saved survives a kill', async () => {
  const { copydesk, id } = await begin();
  await typeIn(copydesk, 'Story body');
  const status = copydesk.page.getByRole('status', { name: 'Save status' });
  await expect.poll(() => status.textContent()).toMatch(/^Saved on this computer/);
  await ended(copydesk, 'SIGKILL');
  expect((await kept(copydesk.home, id, 'Story body')).endsWith(WORDS)).toBe(true);
});
