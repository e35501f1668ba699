import type { LineRule } from '../parts.ts';

/** Names of sections and standing heads that Vietnamese newsrooms print above a headline. */
const VI_SECTIONS =
  'thời sự|chính trị|xã hội|kinh tế|văn hóa|văn hoá|thể thao|giải trí|giáo dục|y tế|sức khỏe|sức khoẻ|pháp luật|thế giới|quốc tế|đời sống|khoa học|công nghệ|du lịch|bạn đọc|an ninh trật tự|an ninh - quốc phòng|quốc phòng - an ninh|nông nghiệp|nông thôn mới|môi trường|bất động sản|xe|tin nóng|tin tức|trong nước|trong tỉnh|tin địa phương|phóng sự|phóng sự ảnh|ký sự|ghi chép|bình luận|góc nhìn|xây dựng đảng|chuyển đổi số|gương sáng|người tốt việc tốt';

/** How Vietnamese newsrooms write the lines round a story. The first row that takes a line decides. */
export const viRules: readonly LineRule[] = [
  {
    name: 'vi.furniture.share',
    part: 'furniture',
    confidence: 0.95,
    where: 'anywhere',
    pattern:
      /^(?:chia sẻ(?: (?:bài viết|bài|qua|lên|trên)?.{0,20})?|lưu bài(?: viết)?|sao chép (?:liên kết|link)|copy link|gửi (?:email|cho bạn bè)|theo dõi .{0,30}(?:google news|zalo|facebook).*|zalo|thích|quan tâm|chia sẻ facebook)$/iu,
    takes: 'Chia sẻ bài viết',
    leaves: 'Chia sẻ khó khăn với bà con vùng lũ, đoàn đã trao 200 suất quà.',
  },
  {
    name: 'vi.furniture.print',
    part: 'furniture',
    confidence: 0.95,
    where: 'anywhere',
    pattern:
      /^(?:bản in|in bài(?: (?:viết|này))?|in trang(?: này)?|\[?in\]?|về trang (?:chủ|trước)|trang chủ|quay lại|trở về|về đầu trang|cỡ chữ.{0,12}|đọc bài|nghe (?:đọc )?(?:bài|tin)(?: viết)?|xem cỡ chữ)$/iu,
    takes: 'In bài viết',
    leaves: 'In lụa là nghề của cả làng',
  },
  {
    name: 'vi.furniture.picture-hint',
    part: 'furniture',
    confidence: 0.9,
    where: 'anywhere',
    pattern:
      /^(?:(?:bấm|nhấn|nhấp)(?: chuột)?(?: vào)? (?:để )?(?:xem )?(?:ảnh|hình)(?: lớn| để phóng to)?|xem ảnh lớn|phóng to|xem toàn màn hình|quảng cáo|advertisement)$/iu,
    takes: 'Bấm xem ảnh lớn',
    leaves: 'Quảng cáo thuốc quá lời bị phạt 40 triệu đồng',
  },
  {
    name: 'vi.furniture.comments',
    part: 'furniture',
    confidence: 0.92,
    where: 'anywhere',
    pattern:
      /^(?:(?:ý kiến |gửi )?bình luận(?: \(\d+\))?|\d+ bình luận|(?:lượt (?:xem|đọc)|lượt truy cập)\s?:?\s?[\d.,]+|[\d.,]+ lượt (?:xem|đọc))$/iu,
    takes: 'Lượt xem: 1.204',
    leaves: 'Bình luận trước trận, huấn luyện viên tỏ ra thận trọng.',
  },
  {
    name: 'vi.furniture.related',
    part: 'furniture',
    confidence: 0.6,
    where: 'anywhere',
    pattern:
      /^(?:tin (?:liên quan|cùng chuyên mục|mới hơn|cũ hơn|khác)|(?:các )?tin(?: bài)? khác|bài (?:liên quan|cùng chuyên mục)|xem thêm|đọc thêm|có thể bạn quan tâm)\s?:?$/iu,
    takes: 'Tin liên quan',
    leaves: 'Tin liên quan đến vụ cháy lan nhanh trên mạng.',
  },
  {
    name: 'vi.label.headline',
    part: 'headline',
    confidence: 0.97,
    where: 'head',
    pattern: /^(?:tít|tựa|tựa đề|tiêu đề|tên bài|đầu đề)(?: chính| bài)?\s?:\s*(?<said>\S.*)$/iu,
    takes: 'Tít: Nước lũ rút chậm',
    leaves: 'Tiêu đề bài báo gây tranh cãi',
  },
  {
    name: 'vi.label.standfirst',
    part: 'standfirst',
    confidence: 0.97,
    where: 'head',
    pattern: /^(?:sapo|sa-pô|sapô|chapeau|chapô|tóm tắt|lời dẫn|dẫn)\s?:\s*(?<said>\S.*)$/iu,
    takes: 'Sapo: Sau ba ngày, nhiều ấp vẫn ngập.',
    leaves: 'Dẫn đầu đoàn là ông Huỳnh Quốc Thạnh.',
  },
  {
    name: 'vi.label.kicker',
    part: 'kicker',
    confidence: 0.95,
    where: 'head',
    pattern: /^(?:chuyên mục|chuyên trang|mục|tít phụ trên|tuyến bài)\s?:\s*(?<said>\S.*)$/iu,
    takes: 'Chuyên mục: Xã hội',
    leaves: 'Mục tiêu: 95% hộ có nước sạch',
  },
  {
    name: 'vi.label.keywords',
    part: 'keywords',
    confidence: 0.97,
    where: 'around',
    pattern: /^(?:từ khóa|từ khoá|thẻ|tags?|keywords?|chủ đề)\s?:\s*(?<said>\S.*)$/iu,
    takes: 'Từ khóa: lũ, Tân Thuận',
    leaves: 'Chủ đề năm nay là nước sạch.',
  },
  {
    name: 'vi.label.caption',
    part: 'caption',
    confidence: 0.93,
    where: 'anywhere',
    pattern: /^\[?(?:chú thích(?: ảnh| hình)?|chú thích ảnh \d+|ct ảnh)\s?:\s*(?<said>\S.*?)\]?$/iu,
    takes: 'Chú thích ảnh: Nước tràn qua đê Rạch Gừa.',
    leaves: 'Chú thích của tác giả nằm ở cuối sách.',
  },
  {
    name: 'vi.byline.labelled',
    part: 'byline',
    confidence: 0.97,
    where: 'around',
    pattern:
      /^(?:(?:tin|bài|bài viết|ảnh|hình|hình ảnh|clip|video)(?:\s?(?:,|&|\/|\+|và)\s?(?:tin|bài|ảnh|hình|clip|video))*\s?:|thực hiện\s?:|phóng viên\s?:|tác giả\s?:|người viết\s?:|biên tập\s?:|biên dịch\s?:|dịch\s?:)\s*(?<name>\p{L}[^.!?]{1,110})$/iu,
    takes: 'Bài, ảnh: Hữu Nghĩa - Phương Thảo',
    leaves: 'Bài học: không ai được chủ quan với nước lũ.',
  },
  {
    name: 'vi.byline.office',
    part: 'byline',
    confidence: 0.93,
    where: 'around',
    pattern:
      /^\(?(?:[Tt]heo )?(?:PV|P\.V\.?|[Pp]hóng viên|BTV|CTV|[Nn]hóm PV|[Nn]hóm phóng viên)(?:\s?[-–/]\s?(?:PV|BTV|CTV|[Tt]ổng hợp|\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3})|(?: \p{Lu}[\p{L}.]*){1,5}| \((?:tổng hợp|t\/h|th|TH|T\/H)\)| tổng hợp| t\/h)?\)?$/u,
    takes: 'PV (tổng hợp)',
    leaves: 'PV Oil tăng giá bán lẻ từ 15 giờ hôm nay.',
  },
  {
    name: 'vi.byline.compiled',
    part: 'byline',
    confidence: 0.9,
    where: 'tail',
    pattern:
      /^\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3} \((?:tổng hợp|t\/h|th|lược dịch|dịch|ghi|thực hiện|lược ghi)(?: theo [^()]{2,40})?\)$/u,
    takes: 'Minh Khuê (tổng hợp)',
    leaves: 'Tân Thuận (Bình Phú)',
  },
  {
    name: 'vi.byline.person-of-outlet',
    part: 'byline',
    confidence: 0.85,
    where: 'tail',
    pattern:
      /^\(?[Tt]heo (?![Bb]ản tin|[Cc]hương trình|[Bb]áo |[Đđ]ài |[Tt]ạp chí|[Bb]an |[Tt]rung tâm|[Pp]hòng |[Ss]ở |[Cc]ông an|[Cc]ổng |[Tt]rang |[Tt]ổ )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}\s?\/\s?\p{Lu}[\p{L}\p{N}.+ ]{1,30}\)?$/u,
    takes: 'Theo Minh Khuê/VnExpress',
    leaves: 'Theo Bản tin Thời sự/TTV',
  },
  {
    name: 'vi.source.labelled',
    part: 'source-credit',
    confidence: 0.97,
    where: 'around',
    pattern: /^\(?(?:nguồn(?: tin| bài)?|tin từ)\s?:\s*\S.{1,80}$/iu,
    takes: 'Nguồn: Cổng thông tin điện tử Bình Phú',
    leaves: 'Nguồn nước sạch vẫn thiếu.',
  },
  {
    name: 'vi.source.according',
    part: 'source-credit',
    confidence: 0.92,
    where: 'tail',
    pattern:
      /^\(?theo (?:(?:bản tin|chương trình|báo|đài|tạp chí|ban|trung tâm|phòng|sở|công an|ubnd|cổng|trang) )?[\p{L}\p{N}][^.!?,;:]{1,60}\)?$/iu,
    takes: 'Theo Bản tin Thời sự/TTV',
    leaves: 'Theo ông Kịp, nước năm nay lên sớm.',
  },
  {
    name: 'vi.kicker.section',
    part: 'kicker',
    confidence: 0.9,
    where: 'head',
    pattern: new RegExp(`^(?:${VI_SECTIONS})(?: [-–>»/|] (?:${VI_SECTIONS}))?$`, 'iu'),
    takes: 'Thời sự',
    leaves: 'Thời sự và dư luận hôm nay',
  },
];
