import type { Words } from '../en/index.ts';

/** Tìm và thay. */
export const findWords: Words['find'] = {
  label: 'Tìm',
  replaceLabel: 'Tìm và thay',
  find: 'Tìm trong bài',
  replaceWith: 'Thay bằng (để trống là xóa)',
  replaceToggle: 'Hiện hoặc ẩn phần thay',
  previous: 'Chỗ trước',
  next: 'Chỗ sau',
  close: 'Đóng',
  replace: 'Thay',
  replaceAll: 'Thay tất cả',
  none: 'Không thấy',
  count: 'Thấy {count} chỗ',
  place: '{number} / {count}',
  more: 'Hơn {count} chỗ',
  replaced: 'Đã thay {count} chỗ. Ctrl+Z để lấy lại.',
  preview: 'Sẽ thay như sau',
  rest: 'và {count} chỗ nữa',
  options: {
    matchCase: 'Phân biệt hoa thường',
    wholeWord: 'Nguyên chữ',
    matchAccents: 'Đúng dấu',
    isPattern: 'Biểu thức chính quy',
  },
};
