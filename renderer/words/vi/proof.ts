import type { Words } from '../en/index.ts';

/** Chính tả và quy ước viết của tòa soạn. */
export const proofWords: Words['proof'] = {
  title: 'Chính tả và quy ước',
  close: 'Đóng chính tả và quy ước',
  open: 'Chính tả và quy ước (Shift+F7)',
  clean: 'Không có gì cần xem.',
  categories: {
    spelling: 'Chữ lạ',
    tones: 'Vị trí dấu thanh',
    numbers: 'Số',
    dates: 'Ngày giờ',
    units: 'Đơn vị và tiền',
    titles: 'Chức danh và cơ quan',
    punctuation: 'Dấu câu',
    names: 'Tên riêng',
    words: 'Dùng chữ',
  },
  toneMessage: 'Quy ước của tòa soạn đặt dấu ở nguyên âm kia.',
  fix: 'Đổi thành “{text}”',
  remove: 'Xóa đi',
  fixAll: 'Đổi tất cả ({count})',
  ignore: 'Bỏ qua trong bài này',
  learn: 'Thêm vào từ của tôi',
  looking: 'Đang tìm gợi ý…',
  noSuggestion: 'Không có gợi ý',
  menu: 'Gợi ý cho “{text}”',
  folder: 'Mở thư mục ngôn ngữ…',
  folderHint: 'Từ riêng, quy ước và từ điển của tòa soạn nằm ở đó dưới dạng tệp; chép đi là dùng chung được.',
  problem: '{file}, dòng {line}: {rule} {detail}',
  problems: 'Quy tắc không dùng được',
};
