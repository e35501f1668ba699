import type { Failure } from '../../src/base/result.ts';
import { pushWords } from './push-words.ts';

type Sentences = Record<string, string>;

const en: Sentences = {
  ...pushWords.en,
  'package.not-found': 'There is no file {path}. Check its name.',
  'package.unreadable': '{path} cannot be read ({reason}). Check that you may open it.',
  'package.too-large': '{path} has {megabytes} MB, more than any story package. Check that it is one.',
  'package.not-a-story': '{path} is not a story package. Choose a file that Copydesk saved as .story.',
  'package.damaged': '{path} is damaged: {reason}. Ask for it again, or use another copy; this one was not changed.',
  'package.newer': '{path} was made by a newer Copydesk (format {version}). Update this one to open it.',
  'package.incomplete': '{file}: {what}.',
  'merge.other-story': '{path} and {other} are different stories. Choose two copies of one story.',
  'merge.no-base':
    '{path} and {other} have no version in common, so that nothing tells who changed what. Save both again with Copydesk, or keep them as two stories.',
  'export.media-missing': 'The picture of "{photo}" is missing. Insert it again in Copydesk, then export.',
  'export.not-cropped':
    'Photo {number} is cropped or turned, and pictures of its kind (GIF, AVIF, CMYK) only the window can draw. Export it there, or keep the story as a .story file.',
  'export.too-large': 'The pictures have {megabytes} MB, too much for one page ({limit} MB). Use --to html.',
  'export.exists':
    '{path} holds something else, and was left as it is. Choose another --out, or --replace where it is a file.',
  'export.bad-option': '{option}={value} cannot be set. Allowed: {allowed}',
  'export.needs-window':
    'A PDF is laid out by the window, which the command line has not. Export it in Copydesk, or print the html page.',
  'export.print-failed':
    'The page could not be laid out as PDF ({reason}). Try again, or export to html and print that.',
  'export.write-failed':
    '{path} cannot be written ({reason}). Check the folder and the free space, or choose another --out.',
  'check.bad-house':
    '{path} does not hold a newsroom’s switches ({reason}). Give Copydesk’s preferences.json, or its "checks" alone.',
  'import.not-found': 'There is no file {file}. Check its name.',
  'import.unreadable': '{file} cannot be read ({reason}). Check that you may open it.',
  'import.unsupported': '{file} ({kind}) cannot be read. Save it as .docx, HTML or text and import that.',
  'import.not-ninjs': '{file} is no ninjs item: it has neither a headline nor a body under the standard’s names.',
  'import.empty': '{file} holds no text.',
  'import.damaged': '{file} is damaged or no Word document ({reason}). Open it in Word, save it anew and import that.',
  'import.too-large':
    '{file} is too large to be one article. Take out what does not belong to it, or import it in parts.',
  'import.too-long': '{file} took too long to read. Save it as text and import that.',
  'import.failed': '{file} could not be read. Save it as text and import that.',
};

const vi: Sentences = {
  ...pushWords.vi,
  'package.not-found': 'Không có tệp {path}. Hãy kiểm tra tên tệp.',
  'package.unreadable': 'Không đọc được {path} ({reason}). Hãy kiểm tra quyền mở tệp.',
  'package.too-large': '{path} có {megabytes} MB, lớn hơn mọi gói bài. Hãy kiểm tra lại tệp.',
  'package.not-a-story': '{path} không phải là gói bài. Hãy chọn tệp .story do Copydesk lưu.',
  'package.damaged': '{path} bị hỏng: {reason}. Hãy xin lại tệp hoặc dùng bản khác; tệp này vẫn được giữ nguyên.',
  'package.newer': '{path} do bản Copydesk mới hơn tạo ra (định dạng {version}). Hãy cập nhật Copydesk để mở.',
  'package.incomplete': '{file}: {what}.',
  'merge.other-story': '{path} và {other} là hai bài khác nhau. Hãy chọn hai bản của cùng một bài.',
  'merge.no-base':
    '{path} và {other} không có phiên bản chung nào nên không biết ai đã sửa gì. Hãy lưu lại cả hai bằng Copydesk, hoặc giữ thành hai bài.',
  'export.media-missing': 'Thiếu tệp ảnh của "{photo}". Hãy chèn lại ảnh trong Copydesk rồi xuất.',
  'export.not-cropped':
    'Ảnh {number} đã cắt hoặc xoay, và loại ảnh này (GIF, AVIF, CMYK) chỉ cửa sổ Copydesk mới vẽ được. Hãy xuất ở đó, hoặc giữ bài ở dạng tệp .story.',
  'export.too-large': 'Ảnh có {megabytes} MB, quá lớn cho một trang ({limit} MB). Hãy dùng --to html.',
  'export.exists':
    '{path} đang chứa thứ khác và vẫn được giữ nguyên. Hãy chọn --out khác, hoặc dùng --replace nếu đó là tệp.',
  'export.bad-option': 'Không đặt được {option}={value}. Chấp nhận: {allowed}',
  'export.needs-window':
    'PDF do cửa sổ Copydesk dàn trang, dòng lệnh không làm được. Hãy xuất trong Copydesk, hoặc in trang html.',
  'export.print-failed': 'Không dàn được trang PDF ({reason}). Hãy thử lại, hoặc xuất html rồi in trang đó.',
  'export.write-failed':
    'Không ghi được {path} ({reason}). Hãy kiểm tra thư mục và dung lượng trống, hoặc chọn --out khác.',
  'check.bad-house':
    '{path} không chứa tùy chọn kiểm tra của tòa soạn ({reason}). Hãy dùng preferences.json của Copydesk, hoặc riêng phần "checks" của nó.',
  'import.not-found': 'Không có tệp {file}. Hãy kiểm tra tên tệp.',
  'import.unreadable': 'Không đọc được {file} ({reason}). Hãy kiểm tra quyền mở tệp.',
  'import.unsupported':
    'Không đọc được loại tệp của {file} ({kind}). Hãy lưu thành .docx, HTML hoặc văn bản rồi nhập lại.',
  'import.not-ninjs': '{file} không phải là tin ninjs: không có tít hay chính văn theo tên gọi của chuẩn.',
  'import.empty': '{file} không có chữ nào.',
  'import.damaged': '{file} bị hỏng hoặc không phải tệp Word ({reason}). Hãy mở bằng Word, lưu lại rồi nhập tệp mới.',
  'import.too-large': '{file} quá lớn so với một bài. Hãy bỏ bớt phần thừa hoặc nhập từng phần.',
  'import.too-long': 'Đọc {file} mất quá nhiều thời gian. Hãy lưu thành văn bản rồi nhập lại.',
  'import.failed': 'Không đọc được {file}. Hãy lưu thành văn bản rồi nhập lại.',
};

/** The language of messages: Vietnamese where the environment asks for it, else English. */
export function languageOf(environment: Record<string, string | undefined>): 'en' | 'vi' {
  const { COPYDESK_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^vi\b/i.test((COPYDESK_LANG || LC_ALL || LC_MESSAGES || LANG || '').replace('_', '-')) ? 'vi' : 'en';
}

/** Every failure code for which there is a sentence, in each language. */
export const spokenCodes = { en: Object.keys(en), vi: Object.keys(vi) };

/** Text for a terminal: one line, nothing in it that could steer the terminal. */
export const printable = (text: string): string =>
  text.toWellFormed().replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');

/** What went wrong and what to do, in a sentence that names the file. */
export function sayFailure(failure: Failure, language: 'en' | 'vi'): string {
  const sentence = (language === 'vi' ? vi : en)[failure.code] ?? `${failure.detail} (${failure.code})`;
  return printable(sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(failure.about?.[name] ?? '')));
}
