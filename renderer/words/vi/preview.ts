import type { Words } from '../en/index.ts';

/** Bài như người đọc sẽ thấy, và những gì được chép vào bộ nhớ tạm. */
export const previewWords: Words['preview'] = {
  title: 'Xem trước',
  open: 'Xem trước (F8)',
  close: 'Đóng phần xem trước',
  wide: 'Mở rộng hết cửa sổ',
  out: 'Mở trong cửa sổ riêng',
  page: 'Bài như người đọc sẽ thấy',
  device: 'Độ rộng',
  devices: { phone: 'Điện thoại', tablet: 'Máy tính bảng', desktop: 'Máy tính', print: 'Bản in' },
  theme: 'Sáng hoặc tối',
  themes: { light: 'Sáng', dark: 'Tối' },
  copy: 'Chép dưới dạng',
  copyKinds: { html: 'Chữ có định dạng', source: 'Mã HTML', markdown: 'Markdown', text: 'Chữ thuần' },
  copyHints: {
    html: 'để dán vào Word, thư hay CMS',
    source: 'để dán vào chỗ cần mã',
    markdown: 'cho wiki hoặc trang tĩnh',
    text: 'chỉ có chữ',
  },
};
