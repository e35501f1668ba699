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
  charactersLeft: 'Còn {left} ký tự',
  charactersOver: 'Dài quá {over} ký tự. Chữ vẫn được giữ nguyên.',
  bylineRead: 'Hiểu là',
  roles: {
    reporter: 'phóng viên',
    photographer: 'người chụp ảnh',
    editor: 'biên tập viên',
    translator: 'người dịch',
    contributor: 'cộng tác viên',
  },
  datelineRead: 'Hiểu là',
  wrongWeekday: '{date} là {weekday}. Hãy sửa lại thứ hoặc ngày.',
};
