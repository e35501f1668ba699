import type { Words } from '../en/index.ts';

/** Lời nhắn trên trang, và câu hỏi duy nhất trước khi đóng. */
export const noticeWords: Words['notices'] = {
  label: 'Lời nhắn',
  dismiss: 'Bỏ qua',
  more: 'còn {count}',
  exported: 'Đã xuất ra {path}',
  imported: { one: 'Đã nhận {count} bài.', other: 'Đã nhận {count} bài.' },
  stillUnsaved: 'Bài này còn thay đổi chưa ghi được xuống đĩa. Bài vẫn mở cho đến khi ghi xong.',
  exportUnsaved: 'Chưa xuất bài: những thay đổi cuối chưa ghi được xuống đĩa.',
  leaving: {
    title: 'Những thay đổi cuối chưa được lưu',
    text: 'Chúng chỉ nằm trong bộ nhớ của cửa sổ này: {why}. Nếu đóng bây giờ, chúng sẽ mất.',
    stay: 'Giữ mở và thử lưu tiếp',
    copy: 'Chép chữ của bài',
    leave: 'Đóng, bỏ các thay đổi đó',
  },
};
