import type { Words } from '../en/index.ts';

/** Danh sách bài viết. */
export const libraryWords: Words['library'] = {
  label: 'Kho bài',
  list: 'Các bài viết',
  newStory: 'Bài mới',
  untitled: 'Chưa có tít',
  words: { one: '{count} chữ', other: '{count} chữ' },
  yesterday: 'Hôm qua',
  empty: 'Chưa có bài nào',
  welcome: 'Chưa mở bài nào',
  welcomeHint: 'Chọn một bài trong danh sách, hoặc bắt đầu bài mới.',
};
