import type { Words } from '../en/index.ts';
import { pushFailures } from './push-failures.ts';

/** Mỗi mã lỗi một câu: sai ở đâu, tệp nào, và nên làm gì. */
export const failureWords: Words['failures'] = {
  ...pushFailures,
  'app.unsafe-link': 'Liên kết này không được mở. Chỉ mở địa chỉ web (http, https) và địa chỉ thư điện tử (mailto).',

  'home.not-writable':
    'Copydesk không ghi được vào thư mục dữ liệu “{folder}”. Hãy cấp quyền ghi cho thư mục này, hoặc khởi động Copydesk với thư mục khác (COPYDESK_HOME). Từ giờ đến lúc đó không lưu được gì.',
  'home.read-only':
    'Copydesk không ghi được vào thư mục dữ liệu “{folder}”. Bạn vẫn đọc, xuất và sao chép được tin bài, nhưng những gì gõ thêm không được lưu. Hãy cấp quyền ghi cho thư mục này rồi khởi động lại Copydesk.',
  'home.on-network':
    'Thư mục dữ liệu “{folder}” nằm trên máy khác ({kind}). Khi mạng hỏng thì không lưu được, và hai máy có thể cùng ghi một lúc. Hãy để thư mục này trên ổ đĩa của chính máy này (COPYDESK_HOME).',
  'home.synchronised':
    '{service} sao chép thư mục dữ liệu “{folder}” sang máy khác trong khi Copydesk đang ghi, và có thể đưa tệp cũ đè lên tệp mới. Hãy để thư mục này bên ngoài {service} (COPYDESK_HOME).',
  'settings.recovered':
    'Không đọc được các thiết lập nên chúng trở về ban đầu. Tệp cũ được giữ lại là “{file}”. Tin bài của bạn không bị ảnh hưởng.',
  'settings.restored':
    'Tệp thiết lập bị hỏng nên Copydesk dùng thiết lập của lần mở trước. Tệp hỏng được giữ lại là “{file}”. Tin bài của bạn không bị ảnh hưởng.',
  'settings.refound':
    'Không thấy tệp thiết lập nên Copydesk dùng thiết lập của lần mở trước. Tin bài của bạn không bị ảnh hưởng.',

  'drafts.disk-full': 'Ổ đĩa đã đầy. Hãy giải phóng dung lượng; Copydesk sẽ lưu ngay khi có thể.',
  'drafts.read-only':
    'Không ghi được vào thư mục bản nháp. Hãy cấp quyền ghi cho thư mục này; Copydesk sẽ lưu ngay khi có thể.',
  'drafts.write-failed': 'Ổ đĩa không nhận tin bài. Hãy kiểm tra ổ đĩa; Copydesk sẽ tự thử lại.',
  'drafts.exists': 'Tin bài này đã có trong danh sách của bạn.',
  'drafts.missing':
    'Tin bài này không còn trong thư mục bản nháp. Nếu bạn đã chuyển thư mục đi, hãy đưa về chỗ cũ rồi mở lại.',
  'drafts.not-binned': 'Bài này chưa bị xoá vì không còn trong thùng rác. Muốn xoá hẳn, hãy bỏ vào thùng rác trước.',
  'drafts.out-of-step':
    'Tin bài này đã được sửa bằng một cửa sổ Copydesk khác. Hãy đóng cửa sổ kia; các thay đổi ở đây sẽ được gửi lại.',
  'drafts.unreadable':
    'Không đọc được các tệp của tin bài này. Chúng được giữ nguyên; hãy sao chép thư mục bản nháp trước khi làm gì khác.',
  'drafts.recovered': '“{headline}” đã được khôi phục sau khi tệp bị hỏng ({files}). Không mất gì.',
  'drafts.recovered-in-part':
    '“{headline}” đã được khôi phục sau khi tệp bị hỏng ({files}). Số thay đổi bị mất: {lost}. Hãy đọc lại trước khi gửi đi.',
  'clock.behind':
    'Đồng hồ của máy này đã bị vặn lùi hoặc chạy sai: “{headline}” được sửa lần cuối vào một lúc chưa tới. Không mất gì cả; hãy chỉnh lại đồng hồ, vì danh sách và các phiên bản hiện giờ của nó.',
  'catalogue.rebuilt':
    'Danh sách tin bài bị hỏng và đã được lập lại từ chính các tin bài. Tệp cũ được giữ lại cạnh “{file}”. Tin bài của bạn không bị ảnh hưởng.',
  'catalogue.in-memory':
    'Không lưu được danh sách tin bài lên ổ đĩa (“{file}”) nên mỗi lần mở phải lập lại. Hãy cấp cho mình quyền ghi vào đó.',
  'catalogue.write-failed':
    'Không ghi được danh sách tin bài xuống đĩa; lần khởi động sau sẽ lập lại. Tin bài của bạn không bị động đến.',

  'story.invalid': 'Đây không phải tin bài mà Copydesk đọc được. Tệp được giữ nguyên.',
  'story.newer': 'Tin bài này do bản Copydesk mới hơn tạo ra. Hãy cập nhật Copydesk để mở; tệp được giữ nguyên.',

  'drafts.recovered-from-version':
    'Các tệp của “{headline}” đã mất hoặc hỏng không đọc được. Tin bài được dựng lại từ phiên bản lúc {at}; phần viết sau đó đã mất. Tệp hỏng được giữ lại trong thư mục của tin bài.',
  'versions.missing': 'Phiên bản này không còn nữa, hoặc tệp của nó bị hỏng. Tin bài vẫn nguyên vẹn.',
  'versions.damaged':
    'Số phiên bản của một tin bài bị hỏng tệp: {count}. Chúng được để riêng trong thư mục của tin bài; tin bài và các phiên bản khác vẫn nguyên vẹn.',
  'versions.unnamed': 'Hãy đặt tên cho phiên bản.',
  'versions.disk-full':
    'Chưa tạo được phiên bản vì đĩa đã đầy. Nội dung vẫn nguyên vẹn; hãy giải phóng bớt chỗ rồi thử lại.',
  'versions.read-only':
    'Chưa tạo được phiên bản vì không ghi được vào thư mục bản nháp. Nội dung vẫn nguyên vẹn; hãy cấp quyền ghi rồi thử lại.',
  'versions.write-failed':
    'Chưa tạo được phiên bản vì đĩa từ chối ghi. Nội dung vẫn nguyên vẹn; hãy kiểm tra đĩa rồi thử lại.',

  'media.not-a-picture':
    '“{file}” không phải ảnh, hoặc ảnh bị thiếu một phần. Hãy chọn tệp JPEG, PNG, WebP, GIF hoặc AVIF.',
  'media.unsupported':
    '“{file}” là loại ảnh mà trang báo không hiển thị được ({type}). Hãy lưu thành JPEG hoặc PNG rồi chèn lại.',
  'media.too-large': '“{file}” quá lớn: {size} {unit}, giới hạn là {limit} {unit}. Hãy chèn bản nhỏ hơn.',
  'media.unreadable': 'Không đọc được “{file}”. Hãy kiểm tra tệp còn đó và bạn có quyền mở, rồi chèn lại.',
  'media.too-long': 'Đọc “{file}” mất hơn một phút nên tệp bị bỏ qua. Hãy chèn bản nhỏ hơn.',
  'media.failed': 'Không đọc được “{file}”: quá trình đọc bị ngắt. Hãy lưu lại thành JPEG hoặc PNG rồi chèn bản đó.',
  'media.disk-full': 'Chưa chèn được “{file}” vì ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi chèn lại.',
  'media.read-only': 'Chưa chèn được “{file}” vì không ghi được vào thư mục ảnh. Hãy cấp quyền ghi rồi chèn lại.',
  'media.write-failed': 'Chưa chèn được “{file}” vì ổ đĩa không nhận. Hãy kiểm tra ổ đĩa rồi chèn lại.',
  'media.damaged': 'Ảnh đã lưu “{file}” bị hỏng. Hãy chèn lại từ tệp gốc.',
  'media.missing': 'Không còn ảnh đã lưu “{file}”. Hãy chèn lại từ tệp gốc.',

  'export.exists': '“{path}” đang chứa thứ khác nên không bị động đến. Hãy chọn tên khác hoặc một thư mục trống.',
  'export.bad-option': 'Chưa xuất bài: không chọn được “{value}” cho {option}. Chấp nhận: {allowed}',
  'export.needs-window': 'Chưa xuất bài: PDF do một cửa sổ Copydesk dàn trang, nhưng không mở được cửa sổ nào.',
  'export.print-failed':
    'Chưa xuất bài: không dàn được trang PDF ({reason}). Hãy thử lại, hoặc xuất trang web rồi in trang đó.',
  'export.write-failed':
    'Không ghi được bản xuất ra “{path}” ({reason}). Hãy chọn chỗ khác, hoặc kiểm tra dung lượng và quyền ghi.',
  'export.not-cropped':
    'Ảnh {number} đã cắt hoặc xoay nhưng chưa tạo được bản cắt, nên chưa xuất gì. Hãy cắt lại hoặc thay ảnh.',
  'export.stopped': 'Đã dừng xuất bài. Chưa ghi gì cả.',
  'export.not-ours': 'Chỉ mở được nơi đã xuất từ khi Copydesk khởi động.',
  'export.media-missing': 'Chưa xuất bài: ảnh của “{photo}” không còn trên máy này. Hãy chèn lại ảnh rồi xuất.',
  'export.too-large':
    'Chưa xuất bài: tin bài cùng ảnh nặng {megabytes} MB, tệp bài viết chứa nhiều nhất {limit} MB. Hãy dùng ảnh nhỏ hơn.',

  'desk.own-folder':
    'Không thể lấy thư mục dữ liệu của Copydesk làm bàn biên tập. Hãy chọn thư mục đồng nghiệp vào được.',
  'desk.read-only': 'Bạn không được ghi vào “{folder}”. Chưa đặt gì vào đó; hãy chọn thư mục khác hoặc xin quyền.',
  'desk.disk-full': '“{folder}” hết chỗ. Chưa đặt gì vào đó, tin bài vẫn ở đây.',
  'desk.write-failed': 'Ghi vào “{folder}” bị đứt. Chưa đặt gì vào đó, tin bài vẫn ở đây; hãy thử lại.',
  'desk.none': 'Chưa chọn bàn biên tập chung (Thiết lập, “Bàn biên tập chung”).',
  'desk.gone':
    'Chưa vào được thư mục “{folder}” của bàn biên tập nên chưa gửi gì. Hãy nối ổ đĩa hoặc mạng rồi gửi lại.',
  'desk.not-watched': 'Thư mục của bàn biên tập không tự báo; cứ mười giây Copydesk xem một lần.',
  'desk.not-there': '“{file}” không còn trên bàn biên tập.',
  'desk.coming': '“{file}” còn đang chép vào bàn biên tập. Một phút nữa hãy thử lại.',
  'mail.no-program':
    'Máy này không có chương trình mở thư nháp. Tệp tin bài là {path}; hãy đính kèm vào thư. Tệp mất khi đóng Copydesk.',
  'merge.gone': 'Bản này đã được xử lý, hoặc Copydesk vừa khởi động lại. Hãy mở lại tệp.',
  'merge.known': '“{file}” không có gì mà bài của bạn chưa có.',
  'package.incomplete': '“{file}” bị hỏng trên đường đi. Đã nhận nhưng thiếu: {what}. Hãy xin lại tệp.',
  'package.damaged': '“{file}” bị hỏng hoặc không đủ. Hãy xin lại tệp. Tin bài của bạn không bị động đến.',
  'package.newer':
    '“{file}” do bản Copydesk mới hơn tạo ra. Hãy cập nhật Copydesk để mở. Tin bài của bạn không bị động đến.',
  'package.not-a-story': '“{file}” không phải tệp bài viết Copydesk. Hãy chọn tệp có đuôi .story.',
  'package.not-found': '“{file}” không còn ở đó. Hãy xem tệp đã chuyển đi đâu rồi mở lại.',
  'package.too-large':
    '“{file}” nặng {megabytes} MB, tệp bài viết chỉ nặng nhiều nhất {limit} MB. Hãy hỏi lại xem có đúng tệp không.',
  'package.unreadable': 'Không đọc được “{file}” ({reason}). Hãy kiểm tra quyền mở tệp rồi thử lại.',

  'app.window-crashed': 'Cửa sổ gặp sự cố và đã được mở lại. Những gì đã lưu vẫn còn; hãy xem lại câu cuối cùng.',
  'editor.failed':
    'Thao tác vừa rồi gặp lỗi; bài vẫn như trước thao tác đó, những gì đã gõ vẫn an toàn. Hãy thử cách khác.',
  'language.unreadable': 'Không đọc được “{file}”. Hãy kiểm tra xem đó có phải là tệp và bạn có quyền mở không.',
  'language.not-text': '“{file}” không phải văn bản UTF-8. Hãy lưu thành văn bản thuần (UTF-8) rồi nhập lại.',
  'language.too-large': '“{file}” quá dài so với một danh sách chữ hay quy tắc (4 MB). Hãy xem lại có đúng tệp không.',
  'language.no-words': '“{file}” không có chữ nào. Mỗi dòng phải có một chữ.',
  'language.no-rules':
    '“{file}” không có quy tắc nào đọc được. Tệp phải có danh sách “rules”; khung “Chính tả và quy ước” chỉ ra chỗ sai theo dòng.',
  'language.not-given': 'Không ghi được “{path}” ({reason}). Hãy chọn chỗ khác.',
  'language.write-failed':
    'Chưa lưu được chữ: không ghi được vào “{folder}”. Hãy cấp quyền ghi cho thư mục đó rồi thử lại.',
  'proof.failed': 'Việc soát chính tả bị ngắt. Sẽ thử lại khi bài thay đổi.',
  'proof.slow-rule':
    'Một quy tắc chạy quá lâu nên tạm bỏ: “{rule}” ({file}, dòng {line}). Hãy viết mẫu đơn giản hơn, tránh lặp trong lặp.',
  'proof.too-long': 'Quy ước của tòa soạn chạy quá lâu trên đoạn này nên tạm bỏ qua. Có thể một quy tắc viết quá rộng.',
  'import.failed': 'Không đọc được nội dung này. Hãy lưu thành văn bản, hoặc dán không định dạng (Ctrl+Shift+V).',
  'import.too-large': 'Nội dung này quá lớn so với một bài. Hãy đưa vào từng phần.',
  'import.too-long': 'Đọc nội dung này mất quá nhiều thời gian. Hãy đưa vào từng phần, hoặc đưa chữ không định dạng.',
  'import.unsupported': 'Không đọc được “{file}” ({kind}). Hãy lưu thành .docx, HTML hoặc văn bản rồi nhập tệp đó.',
  'import.not-ninjs': '“{file}” không phải là tin ninjs: không có tít hay chính văn.',
  'import.empty': '“{file}” không có chữ nào. Hãy kiểm tra lại tệp.',
  'import.damaged': '“{file}” bị hỏng hoặc không phải tệp Word. Hãy mở bằng Word, lưu lại rồi nhập tệp mới.',
  'import.unreadable': 'Không đọc được “{file}”. Hãy kiểm tra xem đó có phải là tệp và bạn có quyền mở không.',
  'import.not-found': '“{file}” không còn ở đó. Hãy tìm lại tệp rồi nhập lần nữa.',
  'find.bad-pattern': 'Không đọc được biểu thức chính quy này: {reason}.',
  'find.failed': 'Việc tìm bị ngắt giữa chừng. Hãy thử lại.',
  'find.too-long': 'Biểu thức chính quy này chạy quá lâu. Hãy viết đơn giản hơn, tránh lặp trong lặp.',

  'ipc.bad-input':
    'Copydesk từ chối dữ liệu cửa sổ này gửi ({code}). Chữ của bạn vẫn được giữ; hãy đóng và mở lại cửa sổ, nếu còn gặp lại hãy báo.',
  'ipc.bad-output':
    'Phần lưu trữ của Copydesk trả lời không hợp lệ ({code}). Chữ của bạn vẫn được giữ; hãy đóng và mở lại cửa sổ, nếu còn gặp lại hãy báo.',
  'ipc.broken':
    'Phần lưu trữ của Copydesk gặp lỗi ({code}). Chữ của bạn vẫn được giữ; hãy thử lại, nếu còn gặp lại hãy báo.',
  'ipc.no-answer': 'Máy trả lời chậm. Copydesk sẽ tự thử lại.',
  'ipc.stranger': 'Copydesk từ chối một yêu cầu không đến từ cửa sổ của mình ({code}).',
  'ipc.unknown-call': 'Cửa sổ và phần lưu trữ khác phiên bản ({code}). Hãy đóng Copydesk và khởi động lại.',
  'ipc.unreachable':
    'Phần lưu trữ của Copydesk không trả lời. Chữ của bạn được giữ trong cửa sổ này và sẽ được gửi lại.',

  other: 'Có lỗi ({code}). Chữ của bạn vẫn được giữ; hãy thử lại.',
};
