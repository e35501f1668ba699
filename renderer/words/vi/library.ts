import type { Words } from '../en/index.ts';

/** Danh sách tin bài. */
export const libraryWords: Words['library'] = {
  label: 'Kho tin bài',
  list: 'Tin bài',
  newStory: 'Tin bài mới',
  untitled: 'Chưa có tít',
  words: { one: '{count} chữ', other: '{count} chữ' },
  yesterday: 'Hôm qua',
  empty: 'Chưa có tin bài nào',
  welcome: 'Chưa mở tin bài nào',
  welcomeHint: 'Chọn một tin bài trong danh sách, hoặc bắt đầu tin bài mới.',
};
