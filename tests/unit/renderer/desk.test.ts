import { describe, expect, it } from 'vitest';
import { createStory } from '../../../src/story/create.ts';
import { beginWork, createRoom, type Room } from '../../../renderer/state/room.ts';
import type { Session } from '../../../renderer/state/session.ts';
import { newsroom, noWorker, type Newsroom } from './newsroom.ts';

const FULL = { code: 'drafts.disk-full', detail: 'ENOSPC' };
const story = (headline: string) => createStory({ language: 'vi', headline });

const opened = (room: Room): Session => {
  const state = room.desk.state.get();
  if (state.is !== 'open') throw new Error(`the desk is ${state.is}`);
  return state.session;
};
const headline = (room: Room): string => opened(room).fields.get().headline;
const told = (room: Room): string[] => room.notices.list.get().map(({ code }) => code);

async function work(...stories: ReturnType<typeof story>[]): Promise<{ room: Room; disk: Newsroom }> {
  const disk = newsroom(...stories);
  const room = createRoom(disk.host, 'vi', noWorker);
  await beginWork(room);
  return { room, disk };
}

describe('the desk', () => {
  it('begins with the newest story, and remembers it', async () => {
    const { room } = await work(story('Lũ'), story('Cầu'));
    expect(headline(room)).toBe('Lũ');
    expect(room.preferences.settings.get().lastStory).toBe(opened(room).opened.id);
  });

  it('is empty where there is no story', async () => {
    const { room } = await work();
    expect(room.desk.state.get()).toEqual({ is: 'empty' });
  });

  it('brings the last words of a story to the disk before it opens another', async () => {
    const [flood, bridge] = [story('Lũ'), story('Cầu')];
    const { room, disk } = await work(flood, bridge);
    opened(room).setFields({ headline: 'Lũ về' });
    await room.desk.open(bridge.id);
    expect(headline(room)).toBe('Cầu');
    expect(disk.onDisk(flood.id).headline).toBe('Lũ về');
    expect(room.library.stories.get().map((row) => row.headline)).toEqual(['Lũ về', 'Cầu']);
    expect(disk.calls.at(-1)).toBe('stories.close');
  });

  it('keeps a story open whose changes the disk refuses', async () => {
    const [flood, bridge] = [story('Lũ'), story('Cầu')];
    const { room, disk } = await work(flood, bridge);
    disk.refuse(FULL);
    opened(room).setFields({ kicker: 'Thời tiết' });
    await room.desk.open(bridge.id);
    expect(headline(room)).toBe('Lũ');
    expect(told(room)).toEqual(['window.still-unsaved']);
  });

  it.each([
    ['where its pictures are seen being made', (room: Room) => room.progress.shown.get()?.stop()],
    ['in the export’s own dialog', (room: Room) => room.desk.stopExport()],
  ])('lets nothing leave once an export was stopped %s', async (_, stop) => {
    const { room, disk } = await work(story('Lũ'));
    disk.lacksCopiesOf('a'.repeat(64));
    room.progress.shown.subscribe(() => stop(room));
    await expect(room.desk.exportWith('html', {})).resolves.toMatchObject({ failure: { code: 'export.stopped' } });
    expect(disk.calls).not.toContain('export.story');
  });

  it('lets none of many stories leave once that was stopped', async () => {
    const { room, disk } = await work(story('Lũ'), story('Cầu'));
    disk.lacksCopiesOf('a'.repeat(64));
    room.progress.shown.subscribe(() => room.progress.shown.get()?.stop());
    await room.shelves.export(
      room.library.stories.get().map(({ id }) => id),
      'html',
    );
    expect(told(room)).toEqual(['export.stopped']);
    expect(disk.calls).not.toContain('export.stories');
  });

  it('stays where it is when a story cannot be opened', async () => {
    const { room } = await work(story('Lũ'));
    await room.desk.open('gone');
    expect(headline(room)).toBe('Lũ');
    expect(told(room)).toEqual(['drafts.missing']);
  });

  it('opens the last of two stories chosen in haste', async () => {
    const [flood, bridge, market] = [story('Lũ'), story('Cầu'), story('Chợ')];
    const { room } = await work(flood, bridge, market);
    await Promise.all([room.desk.open(bridge.id), room.desk.open(market.id)]);
    expect(headline(room)).toBe('Chợ');
  });

  it('begins a new story with the caret in its headline', async () => {
    const { room } = await work(story('Lũ'));
    await room.desk.create('vi');
    expect(room.desk.state.get()).toMatchObject({ is: 'open', isNew: true });
    expect(headline(room)).toBe('');
    expect(room.library.stories.get()).toHaveLength(2);
  });

  it('exports only what the disk has', async () => {
    const { room, disk } = await work(story('Lũ'));
    disk.refuse(FULL);
    opened(room).setFields({ kicker: 'Thời tiết' });
    await room.desk.export('html');
    expect(disk.calls).not.toContain('export.story');
    expect(told(room)).toEqual(['window.export-unsaved']);
    disk.refuse(null);
    await room.desk.export('html');
    expect(told(room)).toContain('window.exported');
  });
});

describe('leaving', () => {
  it('waits for the last words, then lets the window go', async () => {
    const flood = story('Lũ');
    const { room, disk } = await work(flood);
    opened(room).setFields({ kicker: 'Thời tiết' });
    disk.hold();
    disk.say('app.leaving');
    await expect.poll(() => disk.calls.at(-1)).toBe('stories.change');
    expect(room.leaving.state.get()).toBe('saving');
    disk.answer();
    await expect.poll(() => disk.calls.at(-1)).toBe('app.ready-to-leave');
    expect(disk.onDisk(flood.id).kicker).toBe('Thời tiết');
  });

  it('asks before it gives up words that the disk refuses', async () => {
    const { room, disk } = await work(story('Lũ'));
    disk.refuse(FULL);
    opened(room).setFields({ kicker: 'Thời tiết' });
    disk.say('app.leaving');
    await expect.poll(() => disk.calls.at(-1)).toBe('app.stay');
    expect(room.leaving.state.get()).toBe('asking');
    room.leaving.stay();
    expect(room.leaving.state.get()).toBe('no');
    disk.say('app.leaving');
    await expect.poll(() => room.leaving.state.get()).toBe('asking');
    room.leaving.leave();
    expect(disk.calls.at(-1)).toBe('app.ready-to-leave');
  });

  it('goes at once where nothing is open', async () => {
    const { disk } = await work();
    disk.say('app.leaving');
    expect(disk.calls.at(-1)).toBe('app.ready-to-leave');
  });
});

describe('notices', () => {
  it('show the same message once', async () => {
    const { room } = await work();
    const notice = { code: 'media.not-a-picture', about: { file: 'notes.jpg' } };
    room.notices.tell('failure', notice);
    room.notices.tell('failure', notice);
    room.notices.tell('failure', { ...notice, about: { file: 'other.jpg' } });
    expect(room.notices.list.get().map(({ about }) => about.file)).toEqual(['notes.jpg', 'other.jpg']);
    const [first] = room.notices.list.get();
    room.notices.dismiss(first?.id ?? 0);
    expect(room.notices.list.get()).toHaveLength(1);
  });
});
