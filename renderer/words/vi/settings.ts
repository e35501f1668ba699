import type { Words } from '../en/index.ts';

/** Phần thiết lập, theo từng mục. */
export const settingsWords: Words['settings'] = {
  title: 'Thiết lập',
  sections: 'Các mục thiết lập',
  close: 'Đóng',
  you: {
    title: 'Về bạn',
    name: 'Họ tên',
    nameHint: 'Hiện cạnh các phiên bản, nhận xét và đề nghị sửa của bạn.',
    initials: 'Chữ viết tắt tên',
    colour: 'Màu',
    colourHint: 'Để phân biệt phần sửa của bạn với người khác; tên bạn luôn đi kèm.',
    colours: {
      blue: 'Xanh dương',
      teal: 'Xanh cổ vịt',
      green: 'Xanh lá',
      ochre: 'Vàng đất',
      orange: 'Cam',
      red: 'Đỏ',
      pink: 'Hồng',
      purple: 'Tím',
    },
  },
  look: {
    title: 'Ngôn ngữ và giao diện',
    language: 'Ngôn ngữ của cửa sổ',
    languageHint: 'Mỗi tin bài có ngôn ngữ riêng, chọn ở dòng dưới trang.',
    languages: { system: 'Theo máy tính', en: 'English', vi: 'Tiếng Việt' },
    theme: 'Nền',
    themes: { system: 'Theo máy tính', light: 'Sáng', dark: 'Tối' },
  },
  writing: {
    title: 'Viết và đọc',
    spelling: 'Gạch chân chữ lạ',
    style: 'Gạch chân chỗ khác quy ước của tòa soạn',
    tones: 'Dấu thanh của oa, oe, uy',
    tonesHint: 'Chỉ gợi ý sửa trong bài tiếng Việt, không tự sửa.',
    tonePlacements: { any: 'Tùy người viết', old: 'hòa, khỏe, thúy', new: 'hoà, khoẻ, thuý' },
    presenters: 'Người đọc',
    presentersHint:
      'Ai đọc bài lên sóng, bao nhiêu âm tiết một phút. Thời gian của người đầu tiên hiện ở dòng dưới trang.',
    presenterName: 'Tên',
    pace: 'Âm tiết một phút',
    addPresenter: 'Thêm người đọc',
    removePresenter: 'Bỏ {name}',
    unnamed: 'người này',
  },
};
