import type { Words } from '../en/index.ts';

/** Thanh trên trang: các nút và trình đơn. */
export const barWords: Words['bar'] = {
  label: 'Công cụ của bài',
  showLibrary: 'Hiện danh sách tin bài',
  hideLibrary: 'Ẩn danh sách tin bài',
  untitled: 'Chưa có tít',
  export: 'Xuất bài',
  exportAs: {
    html: 'Trang web kèm ảnh (thư mục)',
    'html-single': 'Trang web trong một tệp',
    story: 'Tệp bài viết Copydesk',
  },
  exportHints: {
    html: 'index.html và thư mục ảnh, để đưa lên trang web',
    'html-single': 'một tệp HTML có sẵn ảnh bên trong, để gửi đi',
    story: 'trọn bài viết, để mở trên máy khác có Copydesk',
  },
  importArticle: 'Nhập bài có sẵn…',
  importHint: 'Word, trang web, văn bản, Markdown hoặc ninjs; từng phần vào đúng mục',
  openPackage: 'Mở tệp bài viết…',
  settings: 'Thiết lập',
};
