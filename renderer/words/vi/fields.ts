import type { Words } from '../en/index.ts';

/** Các mục quanh chính văn, như trang báo bày ra. */
export const fieldWords: Words['fields'] = {
  page: 'Bài viết',
  labels: {
    kicker: 'Chuyên mục',
    headline: 'Tít',
    standfirst: 'Sapo',
    byline: 'Bút danh',
    dateline: 'Ngày giờ, địa danh',
    body: 'Chính văn',
    sourceCredit: 'Nguồn tin',
  },
  hints: {
    kicker: 'Chuyên mục hoặc tuyến bài',
    headline: 'Chuyện gì đã xảy ra',
    standfirst: 'Vì sao đáng quan tâm, trong một hai câu',
    byline: 'Tên - Tên',
    dateline: 'Thứ Năm, 12/06/2025, 10:30 [GMT+7]',
    sourceCredit: 'Theo ai, nếu tin không chỉ của mình',
  },
  details: {
    title: 'Chi tiết của bài',
    mark: 'Dấu đầu bài',
    markHint: 'In trước câu đầu, như (TTV) - hoặc HÀ NỘI (TTXVN) -',
    slug: 'Tên đường dẫn',
    slugHint: 'Tên của trang và các tệp; lấy từ tít một lần',
    keywords: 'Từ khóa',
    keywordsHint: 'Cách nhau bằng dấu phẩy',
    section: 'Mục báo',
    sectionHint: 'Bài nằm ở mục nào',
    urgency: 'Độ khẩn',
    urgencyHint: '1 là khẩn nhất, 9 là ít khẩn nhất',
    noUrgency: 'Không đặt',
  },
  nearLimit: '{field}: sắp đến giới hạn {limit} ký tự',
  overLimit: '{field}: đã quá giới hạn {limit} ký tự. Chữ vẫn được giữ nguyên.',
  roles: {
    reporter: 'phóng viên',
    photographer: 'người chụp ảnh',
    editor: 'biên tập viên',
    translator: 'người dịch',
    contributor: 'cộng tác viên',
  },
  understood: 'Đọc là',
  datelineWarnings: {
    'dateline.wrong-weekday': 'Thứ không khớp với ngày. Hãy sửa lại một trong hai.',
    'dateline.impossible-date': 'Không có ngày hoặc giờ này. Hãy sửa lại.',
  },
};
