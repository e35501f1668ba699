import type { Words } from '../en/index.ts';

/** Dòng dưới trang: chữ đang được giữ ở đâu, bài dài bao nhiêu, viết bằng tiếng gì. */
export const statusWords: Words['status'] = {
  label: 'Tình trạng lưu',
  saved: 'Đã lưu trên máy này {time}',
  saving: 'Đang lưu…',
  notSaved: {
    one: 'Chưa lưu được: {why} ({count} thay đổi đang giữ trong bộ nhớ, đang thử lại; {copy})',
    other: 'Chưa lưu được: {why} ({count} thay đổi đang giữ trong bộ nhớ, đang thử lại; {copy})',
  },
  saveCopy: 'Lưu bản sao ra nơi khác…',
  reasons: {
    'drafts.disk-full': 'ổ đĩa đã đầy',
    'drafts.read-only': 'không ghi được vào thư mục bản nháp',
    'drafts.write-failed': 'ổ đĩa không nhận thay đổi',
    'drafts.missing': 'bài không còn trong thư mục bản nháp',
    'drafts.out-of-step': 'bài đã được sửa ở nơi khác',
    'ipc.no-answer': 'máy trả lời chậm',
    'ipc.unreachable': 'phần lưu trữ của Copydesk không trả lời',
    other: 'không ghi được thay đổi',
  },
  retryNow: 'Thử ngay',
  kept: 'Đã giữ phiên bản {time}',
  keptNamed: 'Đã giữ phiên bản “{label}” {time}',
  keptAlready: 'Chưa có gì thay đổi kể từ phiên bản {time}',
  restored: 'Đã đưa phiên bản cũ trở lại. Nội dung trước đó cũng được giữ thành một phiên bản.',
  savedAgain: 'Mọi thứ đã được lưu lại.',
  words: { one: '{count} chữ', other: '{count} chữ' },
  storyLanguage: 'Ngôn ngữ của bài',
};
