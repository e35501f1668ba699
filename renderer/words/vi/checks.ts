import type { Words } from '../en/index.ts';

/** Khung kiểm tra, nút của nó ở dòng dưới trang và mục của nó trong Cài đặt. */
export const checksWords: Words['checks'] = {
  title: 'Kiểm tra',
  close: 'Đóng khung kiểm tra',
  open: 'Xem phần kiểm tra (F7)',
  looking: 'Đang kiểm tra…',
  clean: 'Không có gì phải sửa. Bài có thể đi.',
  ignore: 'Bỏ qua trong bài này',
  ignored: { one: 'Đã bỏ qua {count} mục trong bài này', other: 'Đã bỏ qua {count} mục trong bài này' },
  recall: 'Hiện lại',
  places: { story: 'Cả bài', block: 'Chính văn', text: 'Chính văn', photo: 'Ảnh' },
  settings: {
    title: 'Kiểm tra',
    hint: 'Những gì được xem lại trước khi bài đi. Lỗi thì không gửi được, cảnh báo thì hỏi lại, lưu ý thì chỉ nhắc.',
    required: 'Những mục không được để trống',
    levels: 'Mức của từng điều kiểm tra',
    level: { error: 'Lỗi', warning: 'Cảnh báo', note: 'Lưu ý', off: 'Tắt' },
    usual: 'Về mức thường dùng',
  },
};
