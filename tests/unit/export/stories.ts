import type { ExportInput } from '../../../src/export/format.ts';
import type { Story } from '../../../src/story/schema.ts';
import {
  bullets,
  divider,
  embed,
  factBox,
  figure,
  h,
  numbers,
  p,
  photo,
  picture,
  pullQuote,
  quote,
  story,
  table,
  td,
  th,
  unknown,
  withPictures,
} from './a-story.ts';

const bridge = await picture('cau-dong-hai.jpg');
const market = await picture('cho-noi.png', 'cho noi', 'image/png');
const crowd = await picture('IMG_0042.JPG', 'crowd');

/** A provincial broadcaster's report, as it is printed. */
export const vietnamese: ExportInput = withPictures(
  story(
    {
      id: 'caudonghai2345678abc',
      language: 'vi',
      kicker: 'Thứ Năm, ngày 12/06/2025',
      headline: 'Khởi công cầu Đông Hải bắc qua sông Tiền, rút ngắn nửa giờ đường cho người dân hai bờ',
      standfirst: 'Công trình dài 2,1 km có tổng mức đầu tư 3.400 tỷ đồng, dự kiến thông xe cuối năm 2027.',
      dateline: {
        text: 'Thứ Năm, 12/06/2025, 10:30 [GMT+7]',
        place: 'Đông Hải',
        source: 'STV',
        date: '2025-06-12T10:30:00.000+07:00',
      },
      byline: {
        text: 'Đức Đồng - Đức Tình',
        people: [
          { name: 'Đức Đồng', roles: ['reporter'] },
          { name: 'Đức Tình', roles: ['photographer'] },
        ],
      },
      sourceCredit: 'Theo Đài Phát thanh - Truyền hình Sông Tiền',
      editorNote: 'GHI CHÚ NỘI BỘ: hỏi lại số vốn',
    },
    p([
      { text: '(STV) - ' },
      {
        text: 'Sáng 12/6, tại xã Đông Hải, Ban Quản lý dự án tỉnh tổ chức lễ khởi công cầu Đông Hải, công trình được hơn 40 nghìn hộ dân hai bờ chờ đợi suốt nhiều năm.',
      },
    ]),
    figure(
      photo(bridge, {
        alt: 'Toàn cảnh lễ khởi công bên bờ sông',
        caption:
          'Ông Nguyễn Văn Hạnh, Phó Chủ tịch UBND tỉnh, và bà Trần Thị Thuở, Giám đốc Ban Quản lý dự án, bấm nút khởi công cầu Đông Hải sáng 12/6.',
        credit: 'Đức Tình',
        source: 'STV',
        rights: '© STV 2025',
      }),
    ),
    p(
      'Cầu dài 2,1 km, rộng 17,5 m với bốn làn xe, nối quốc lộ với tuyến ven sông. Khi hoàn thành, người dân không còn phải chờ phà vào giờ cao điểm, thời gian đi lại giữa hai bờ giảm từ bốn mươi lăm phút xuống còn mười lăm phút.',
    ),
    h(2, 'Người dân nhường đất cho công trình'),
    p([
      { text: 'Theo ' },
      { text: 'Ban Quản lý dự án', href: 'https://example.vn/du-an' },
      { text: ', đến nay 312 trong số 318 hộ đã bàn giao mặt bằng. ' },
      { text: 'Sáu hộ còn lại', marks: ['strong'] },
      { text: ' cam kết bàn giao trước ngày ' },
      { text: '30/6', marks: ['emphasis'] },
      { text: '.' },
    ]),
    quote(
      'Nhà tôi ở đây ba đời. Có cầu thì con cháu đi học đỡ cực, nên tôi ký giấy ngay buổi đầu.',
      'Bà Lê Thị Ngỡi, 67 tuổi, ấp Bình Phú',
    ),
    p(
      'Liên danh nhà thầu đã tập kết bốn giàn khoan cọc nhồi, dự kiến đổ trụ chính đầu tiên trong tháng 8, trước khi nước lũ về.',
    ),
    factBox(
      'Cầu Đông Hải',
      bullets('Chiều dài: 2,1 km', 'Tổng mức đầu tư: 3.400 tỷ đồng', 'Thông xe: quý IV năm 2027'),
    ),
    p('Trong thời gian thi công, bến phà hiện hữu vẫn hoạt động bình thường từ 4 giờ 30 đến 22 giờ hằng ngày.'),
  ),
  bridge,
);

/** One of every kind of block and mark. */
export const oneOfEverything: ExportInput = withPictures(
  story(
    {
      kicker: 'City',
      headline: 'The river gives the market back its morning',
      standfirst:
        'After nine years on concrete, the traders of Quay Street are rowing to work again; not all of them wanted to.',
      dateline: { text: '', place: 'Eastbridge', source: '', date: '2025-03-02T06:05:09.5Z' },
      byline: {
        text: 'By Ann Roe and Tom Lee',
        people: [
          { name: 'Ann Roe', roles: ['reporter'] },
          { name: 'Tom Lee', roles: [] },
        ],
      },
      sourceCredit: 'Additional reporting: Eastbridge Wire',
    },
    p('EASTBRIDGE - The first boat came round the bend a little after five, low in the water with cabbages.'),
    figure(
      photo(market, {
        alt: 'Boats with vegetables at dawn',
        caption: [{ text: 'Boats at ' }, { text: 'Quay Street', marks: ['emphasis'] }, { text: ' on Sunday.' }],
        credit: 'Ann Roe',
      }),
    ),
    p([
      { text: 'By six there were ' },
      { text: 'forty', marks: ['strong'] },
      { text: ', and by seven nobody counted: ' },
      { text: 'planned', marks: ['strike'] },
      { text: ' ' },
      { text: 'under', marks: ['underline'] },
      { text: ' H' },
      { text: '2', marks: ['sub'] },
      { text: 'O, m' },
      { text: '2', marks: ['sup'] },
      { text: ', ' },
      { text: 'run(1)', marks: ['strong', 'emphasis', 'code'] },
      { text: ' and ' },
      { text: 'a ', href: 'https://example.org/?a=1&b="2"' },
      { text: 'bold', marks: ['strong'], href: 'https://example.org/?a=1&b="2"' },
      { text: ' link', href: 'https://example.org/?a=1&b="2"' },
      { text: '.' },
    ]),
    p('A line,\nand the next one.'),
    p(''),
    p(' \n '),
    h(2, 'What the traders say'),
    h(3, 'Those who came back'),
    h(4, 'On the east bank'),
    bullets('Cabbages', { text: 'Fish', sub: ['Carp', { text: 'Eel', sub: ['Smoked', 'Fresh'], ordered: true }] }, ''),
    numbers('Row', 'Moor', 'Sell'),
    quote(
      [{ text: 'My hands ' }, { text: 'remembered', marks: ['emphasis'] }, { text: ' before I did.' }],
      'Mary Oke, greengrocer',
    ),
    quote('Nobody signed this one.'),
    pullQuote('Nobody counted after seven', 'Tom Lee'),
    pullQuote('The river was the road'),
    figure(
      photo(market, { alt: 'The same boats', caption: 'The boats again. Photo: Ann Roe', credit: 'Ann Roe' }),
      photo(crowd, { alt: 'A crowd', caption: 'Buyers wait.', credit: 'Photo: Tom Lee' }),
      photo(null, {
        caption: 'The harbour master, to be photographed tomorrow.',
        credit: 'Tom Lee',
        alt: 'A man in a cap',
      }),
    ),
    factBox('Quay Street', p('Open every day but Monday.'), bullets('From five', 'To eleven')),
    factBox('', p('A box without a heading.')),
    table([th('Year'), th('Boats'), th('Stalls')], [th('2015'), td('212'), td('0')], [th('2024'), td('3'), td('140')]),
    table([td('Merged', { colspan: 2 }), td('b')], [td('c', { rowspan: 2 }), td('d'), td('e')], [td('f'), td('')]),
    divider(),
    embed('https://example.org/film', 'A film of the first morning', 'Nine minutes, with sound'),
    embed('https://example.org/bare'),
    unknown('poll', 'Should the market stay? Yes 61%, no 39%.'),
    p('The council votes on 14 March.'),
  ),
  market,
  crowd,
);

/** What somebody would type, paste or put into a file to break out of the page. */
const HOSTILE = [
  '</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&lt;script&gt;',
  '&amp',
  '</title></style><script>alert(1)</script>',
  'nul\u0000 bell\u0007 esc\u001b[31m del\u007f c1\u0080\u009f',
  'half \ud800 and \udc00',
  '\u202egnp.exe',
  '\u2067isolate',
  'non\ufffe\uffff\u{1fffe}',
  'a\tb\rc\r\nd\u0085e\u2028f',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' \u0001javascript:alert(1)',
  'vbscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example/x.js',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="https://evil.example/"><link rel=stylesheet href=x.css>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '</text></svg><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
  '<?xml-stylesheet href="javascript:alert(1)"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
  '[x](javascript:alert(1)) ![x](https://evil.example/x.png) <javascript:alert(1)>',
  '\\u003cscript>alert(1)\\u003c/script>',
  '---\n- x: !!js/function "alert(1)"',
  '=cmd|"/c calc"!A1 {INCLUDETEXT "c:\\\\x"}',
  '${alert(1)} {{7*7}} `',
  '\ufeff',
  '\u200b',
  'a  ',
  '  b',
];

const danger = HOSTILE.join(' ');

/** The hostile texts in every place that holds text. */
export const hostile: ExportInput = withPictures(
  story(
    {
      language: 'en"><script>alert(1)</script>',
      slug: danger,
      kicker: danger,
      headline: danger,
      standfirst: danger,
      sourceCredit: danger,
      section: danger,
      editorNote: danger,
      dateline: { text: danger, place: danger, source: danger, date: '2025-06-12T10:30:00Z' },
      byline: {
        text: `${danger} and ${danger}`,
        people: [
          { name: danger, roles: [] },
          { name: '</p>', roles: [] },
        ],
      },
    },
    ...HOSTILE.map((text) =>
      p([
        { text, marks: ['strong', 'code'] },
        { text, href: text },
        { text, href: `https://example.org/${text}` },
        { text: ' ', href: 'https://example.org/' },
      ]),
    ),
    ...[2, 3, 4].map((level) => h(level as 2 | 3 | 4, danger)),
    bullets(danger, { text: danger, sub: HOSTILE }),
    quote(danger, danger),
    pullQuote(danger, danger),
    factBox(danger, p(danger), numbers(danger)),
    table([th(danger), td(danger)]),
    ...HOSTILE.map((text) => embed(text, text, text)),
    embed(`https://user@evil.example/${danger}`, danger, danger),
    unknown(danger, danger),
    figure(
      photo(bridge, { alt: danger, caption: danger, credit: danger, source: danger, rights: danger }),
      photo(null, { alt: danger, caption: danger, credit: danger }),
    ),
  ),
  { ...bridge, file: { ...bridge.file, name: danger, type: 'text/html"><script>' } },
);

/** Stories at the edges of what a story can be. */
export const edges: Record<string, Story> = {
  empty: story({}),
  'only a headline': story({ headline: 'Rain' }),
  'unknown language': story({ language: 'tlh-x-klingon', headline: 'Qapla' }, p('nuqneH')),
  'right to left': story({ language: 'ar-EG', headline: 'خبر عاجل', kicker: 'مصر' }, p('نص الخبر')),
  'blank blocks': story(
    { headline: 'Blank' },
    h(2, ' '),
    bullets('', ' '),
    quote(''),
    pullQuote(' '),
    factBox('', p('')),
    embed('', ' ', ''),
    unknown('x', ''),
    figure(photo(null)),
  ),
  'heading first': story({ headline: 'Deep' }, h(4, 'Four'), h(2, 'Two'), h(4, 'Four again')),
  'table of heads': story(
    { headline: 'Heads' },
    table([th('a'), th('b')], [th('c'), th('d')]),
    table([th('a', { rowspan: 2 }), th('b')], [td('c')]),
  ),
  'table of spans': story(
    { headline: 'Spans' },
    table([td('a', { colspan: 3 })], [td('b'), td('c')]),
    table([td('a', { colspan: 3 }), td('b', { rowspan: 5 })], [td('c', { colspan: 3 })]),
  ),
};
