import type { Words } from '../en/index.ts';

/** Khi không vẽ được cửa sổ. */
export const brokenWords: Words['broken'] = {
  title: 'Copydesk không hiển thị được phần này',
  text: 'Chữ của bạn được lưu ngay khi gõ và vẫn còn. Hãy vẽ lại cửa sổ; nếu còn gặp lại, hãy báo: {detail}',
  again: 'Vẽ lại cửa sổ',
};
