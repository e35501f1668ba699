import { expect, test } from 'vitest';
import { createNotices } from '../../../renderer/state/notices.ts';

test('of a day’s pushes the newest five are told; what went wrong stays', () => {
  const notices = createNotices();
  notices.tell('failure', { code: 'window.push-asks', about: { headline: 'Lũ' } });
  for (let n = 1; n <= 40; n++) notices.tell('done', { code: 'window.pushed', about: { headline: `Bài ${n}` } });
  notices.tell('warning', { code: 'window.push-waits', about: { headline: 'Cầu' } });
  const told = notices.list.get().map(({ about }) => about.headline);
  expect(told).toEqual(['Lũ', 'Bài 36', 'Bài 37', 'Bài 38', 'Bài 39', 'Bài 40', 'Cầu']);
});
