import type { Words } from '../en/index.ts';

/** Mỗi mã lỗi một câu: sai ở đâu, tệp nào, và nên làm gì. */
export const failureWords: Words['failures'] = {
  other: 'Có lỗi ({code}). Chữ của bạn vẫn được giữ; hãy thử lại.',
};
