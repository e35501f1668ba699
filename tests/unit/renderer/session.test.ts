import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createParagraph, createStory } from '../../../src/story/create.ts';
import { createSession } from '../../../renderer/state/session.ts';
import { waitingCount } from '../../../renderer/state/saving.ts';
import { newsroom } from './newsroom.ts';

const FULL = { code: 'drafts.disk-full', detail: 'ENOSPC' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function desk(body = [createParagraph()]) {
  const story = createStory({ language: 'vi', body });
  const room = newsroom(story);
  const session = createSession(room.host, { story, seq: 0, savedAt: story.updatedAt });
  return { story, room, session };
}

describe('a story that is being written', () => {
  it('reaches the disk within 50 ms of a key in a field, as one change', async () => {
    const { room, session, story } = desk();
    for (const headline of ['C', 'Cầ', 'Cầu']) session.setFields({ headline });
    await vi.advanceTimersByTimeAsync(49);
    expect(room.written).toHaveLength(0);
    expect(session.saving.get().is).toBe('gathering');
    await vi.advanceTimersByTimeAsync(1);
    expect(room.written).toEqual([{ id: story.id, seq: 1, change: { blocks: {}, fields: { headline: 'Cầu' } } }]);
    expect(session.saving.get()).toMatchObject({ is: 'saved', seq: 1, savedAt: '2025-06-12T10:31:07.000+07:00' });
  });

  it('reaches the disk at once from the editor, which has waited already', async () => {
    const { room, session } = desk();
    const block = createParagraph([{ text: 'Nước lên.' }]);
    session.takeChange({ blocks: { [block.id]: block }, order: [block.id] });
    await vi.advanceTimersByTimeAsync(0);
    expect(room.written).toHaveLength(1);
  });

  it('is not called saved while the editor still gathers, and is again where nothing came of it', async () => {
    const { room, session } = desk();
    session.expectChange(true);
    expect(session.saving.get().is).toBe('gathering');
    session.flush();
    await vi.advanceTimersByTimeAsync(1000);
    expect(room.written).toHaveLength(0);
    expect(session.saving.get().is).toBe('gathering');
    session.expectChange(false);
    expect(session.saving.get().is).toBe('saved');
  });

  it('is not called saved by the answer to an earlier change either', async () => {
    const { room, session } = desk();
    room.hold();
    const block = createParagraph([{ text: 'Nước' }]);
    session.takeChange({ blocks: { [block.id]: block }, order: [block.id] });
    await vi.advanceTimersByTimeAsync(0);
    session.expectChange(true);
    room.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(session.saving.get().is).toBe('gathering');
    session.takeChange({ blocks: { [block.id]: { ...block, text: [{ text: 'Nước lên' }] } } });
    await vi.advanceTimersByTimeAsync(0);
    expect(session.saving.get().is).toBe('saved');
    expect(room.written.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('sends one change at a time, and joins what came meanwhile', async () => {
    const { room, session, story } = desk();
    room.hold();
    session.setFields({ kicker: 'Kinh tế' });
    await vi.advanceTimersByTimeAsync(50);
    session.setFields({ headline: 'Cầu' });
    session.setFields({ headline: 'Cầu mới' });
    await vi.advanceTimersByTimeAsync(500);
    expect(room.calls).toEqual(['stories.change']);
    expect(waitingCount(session.saving.get())).toBe(3);
    room.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(room.written.map(({ seq, change }) => [seq, change.fields])).toEqual([
      [1, { kicker: 'Kinh tế' }],
      [2, { headline: 'Cầu mới' }],
    ]);
    expect(room.onDisk(story.id)).toMatchObject({ kicker: 'Kinh tế', headline: 'Cầu mới' });
  });

  it('asks the editor for what it holds back before it counts as settled', async () => {
    const { room, session, story } = desk();
    const block = createParagraph([{ text: 'Chữ cuối' }]);
    const end = session.onFlush(() => {
      session.takeChange({ blocks: { [block.id]: block }, order: [block.id] });
    });
    await expect(session.settled()).resolves.toBe(true);
    expect(room.onDisk(story.id).body).toEqual([block]);
    end();
    await session.settled();
    expect(room.written).toHaveLength(1);
  });

  it('knows the whole story as it stands, before the disk does', () => {
    const { session } = desk();
    const block = createParagraph([{ text: 'Mới' }]);
    session.setFields({ headline: 'Tít' });
    session.takeChange({ blocks: { [block.id]: block }, order: [block.id] });
    expect(session.current()).toMatchObject({ headline: 'Tít', body: [block] });
  });
});

describe('a disk that refuses', () => {
  it('shows why, keeps everything, and tries again after 0.5, 1, 2 seconds', async () => {
    const { room, session, story } = desk();
    room.refuse(FULL);
    session.setFields({ headline: 'Lũ' });
    await vi.advanceTimersByTimeAsync(50);
    expect(session.saving.get()).toMatchObject({ is: 'failed', failure: FULL, attempts: 1 });
    session.setFields({ kicker: 'Thời tiết' });
    expect(waitingCount(session.saving.get())).toBe(2);
    await vi.advanceTimersByTimeAsync(500);
    expect(session.saving.get()).toMatchObject({ is: 'failed', attempts: 2 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.saving.get()).toMatchObject({ is: 'failed', attempts: 3 });
    room.refuse(null);
    await vi.advanceTimersByTimeAsync(2000);
    expect(session.saving.get()).toMatchObject({ is: 'saved', seq: 2 });
    expect(room.onDisk(story.id)).toMatchObject({ headline: 'Lũ', kicker: 'Thời tiết' });
  });

  it('is told from one that has room again: settled answers false, then true', async () => {
    const { room, session } = desk();
    room.refuse(FULL);
    session.setFields({ headline: 'Lũ' });
    await expect(session.settled()).resolves.toBe(false);
    room.refuse(null);
    await expect(session.settled()).resolves.toBe(true);
  });

  it('never takes a change for written that was not, when only the answer was lost', async () => {
    const { room, session, story } = desk();
    room.loseAnswers(true);
    session.setFields({ headline: 'Một' });
    await vi.advanceTimersByTimeAsync(50);
    session.setFields({ headline: 'Hai' });
    room.loseAnswers(false);
    await vi.advanceTimersByTimeAsync(500);
    // The first went out twice under its own number; the second under the next.
    expect(room.written.map(({ seq, change }) => [seq, change.fields?.headline])).toEqual([
      [1, 'Một'],
      [2, 'Hai'],
    ]);
    expect(room.onDisk(story.id).headline).toBe('Hai');
  });

  it('is asked again after 15 seconds of silence', async () => {
    const { room, session, story } = desk();
    room.hold();
    session.setFields({ headline: 'Chậm' });
    await vi.advanceTimersByTimeAsync(15_050);
    expect(session.saving.get()).toMatchObject({ is: 'failed', failure: { code: 'ipc.no-answer' } });
    room.answer();
    await vi.advanceTimersByTimeAsync(500);
    expect(session.saving.get().is).toBe('saved');
    expect(room.onDisk(story.id).headline).toBe('Chậm');
  });

  it('is followed when it counts differently, and gets everything again under its number', async () => {
    const { room, session, story } = desk();
    session.setFields({ headline: 'Một' });
    await session.settled();
    room.countOn(story.id, -1);
    room.hold();
    session.setFields({ kicker: 'Hai' });
    await vi.advanceTimersByTimeAsync(50);
    session.setFields({ standfirst: 'Ba' });
    room.answer();
    await vi.advanceTimersByTimeAsync(500);
    expect(session.saving.get()).toMatchObject({ is: 'saved', seq: 1 });
    expect(room.onDisk(story.id)).toMatchObject({ headline: 'Một', kicker: 'Hai', standfirst: 'Ba' });
  });
});

describe('the word count', () => {
  it('counts the body as it is opened, and only what changed afterwards', async () => {
    const [first, second] = [createParagraph([{ text: 'Nước lên nhanh' }]), createParagraph([{ text: 'ở ven sông' }])];
    const { session } = desk([first, second]);
    await vi.advanceTimersByTimeAsync(10);
    expect(session.length.get().words).toBe(6);
    session.takeChange({ blocks: { [first.id]: { ...first, text: [{ text: 'Nước rút' }] } } });
    session.takeChange({ blocks: { [second.id]: null }, order: [first.id] });
    await vi.advanceTimersByTimeAsync(300);
    expect(session.length.get().words).toBe(2);
  });

  it('counts a long story in slices', async () => {
    const { session } = desk(Array.from({ length: 1000 }, () => createParagraph([{ text: 'một hai' }])));
    await vi.advanceTimersByTimeAsync(1);
    expect(session.length.get().words).toBe(0);
    await vi.advanceTimersByTimeAsync(50);
    expect(session.length.get().words).toBe(2000);
  });
});
