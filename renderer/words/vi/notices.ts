import type { Words } from '../en/index.ts';

/** Lời nhắn trên trang, và câu hỏi duy nhất trước khi đóng. */
export const noticeWords: Words['notices'] = {
  label: 'Lời nhắn',
  undo: 'Hoàn tác',
  dismiss: 'Bỏ qua',
  said: {
    'window.exported': 'Đã xuất ra {path}',
    'window.copied-html': 'Đã chép chữ có định dạng',
    'window.copied-source': 'Đã chép mã HTML',
    'window.copied-markdown': 'Đã chép dạng Markdown',
    'window.copied-text': 'Đã chép chữ thuần',
    'window.no-preview': 'Hệ thống không mở thêm cửa sổ. Phần xem trước bên cạnh bài vẫn dùng được (F8).',
    'window.not-copied': 'Chưa chép được: hệ thống không cho ghi bộ nhớ tạm. Hãy bấm vào cửa sổ rồi thử lại.',
    'window.merged': 'Đã ghép với “{file}”. Cả hai bản đều được giữ thành phiên bản.',
    'window.merge-unsaved': 'Chưa ghép: thay đổi mới nhất của bài chưa lưu vào đĩa. Hãy mở lại tệp khi đã lưu.',
    'window.merge-failed': 'Việc ghép bị đứt giữa chừng; chưa có gì thay đổi. Bạn có thể giữ bản này thành bài riêng.',
    'window.too-long-to-arrange': 'Bài có hơn {limit} đoạn, quá nhiều để xếp từng dòng. Hãy cắt lấy phần bài trước đã.',
    'window.language-taken': 'Đã nhập từ “{file}”: {count}',
    'window.language-given': 'Đã ghi ra “{file}”: {count}',
    'window.desk-new': 'Mới trên bàn biên tập: “{headline}”',
    'window.desk-new-from': 'Mới trên bàn biên tập: “{headline}” của {by}',
    'window.desk-gone':
      'Chưa vào được thư mục “{folder}” của bàn biên tập. Copydesk tự thử lại; tin bài của bạn vẫn ở đây.',
    'window.on-desk': 'Đã đặt lên bàn biên tập: {path}',
    'window.mail-draft': 'Đã mở thư nháp kèm tin bài. Nếu không thấy thư nào, hãy tự đính kèm tệp.',
    'window.mail-by-hand': 'Hãy đính kèm tệp này vào thư: {path}',
    'window.imported': 'Số bài đã nhận: {count}',
    'window.binned': 'Số bài đã bỏ vào thùng rác: {count}',
    'window.restored': 'Số bài đã lấy lại: {count}',
    'window.deleted': 'Số bài đã xoá hẳn: {count}',
    'window.exported-many': 'Số bài đã xuất ra {path}: {count}',
    'window.still-unsaved': 'Bài này còn thay đổi chưa ghi được xuống đĩa. Bài vẫn mở cho đến khi ghi xong.',
    'window.version-unsaved':
      'Chưa tạo phiên bản: những thay đổi cuối chưa ghi được xuống đĩa. Hãy thử lại khi đã lưu xong.',
    'window.pushed': '“{headline}” đã có trên {site}.',
    'window.push-waits': '“{headline}” đang chờ để lên {site}. Gửi được là bài tự đi.',
    'window.push-asks': '“{headline}” cần bạn quyết trước khi lên {site}.',
    'window.pulled-without': 'Bài đã thành tin bài. Số ảnh trang không đưa: {count}.',
    'window.corrected': 'Lời đính chính đã thành đoạn cuối của bài.',
    'window.copied': 'Đã lưu một bản sao tại {path}',
    'window.copied-without':
      'Đã lưu một bản sao tại {path}. Số ảnh không đọc được nên không có trong bản sao: {count}. Chú thích và ghi nguồn của ảnh vẫn có.',
    'window.export-unsaved': 'Chưa xuất bài: những thay đổi cuối chưa ghi được xuống đĩa.',
  },
  progress: {
    'photos-in': 'Đang nhận ảnh: {done} trên {total}',
    'photos-out': 'Đang chuẩn bị ảnh: {done} trên {total}',
  },
  stop: 'Dừng',
  leaving: {
    title: 'Những thay đổi cuối chưa được lưu',
    text: 'Chúng chỉ nằm trong bộ nhớ của cửa sổ này: {why}. Nếu đóng bây giờ, chúng sẽ mất.',
    stay: 'Giữ mở và thử lưu tiếp',
    copy: 'Chép chữ của bài',
    leave: 'Đóng, bỏ các thay đổi đó',
  },
};
