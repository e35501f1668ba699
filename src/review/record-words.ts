import type { Deed, ReviewState } from '../story/review.ts';

/** What a record says in one language: a sentence for each deed, and the states' names. */
interface RecordWords {
  title: string;
  when: string;
  who: string;
  deed: string;
  nobody: string;
  did: Record<Deed['did'], string>;
  states: Record<ReviewState, string>;
}

const en: RecordWords = {
  title: 'Record of “{headline}”',
  when: 'When',
  who: 'Who',
  deed: 'What was done',
  nobody: 'Somebody',
  did: {
    suggested: '{name} suggested “{what}”',
    accepted: '{name} accepted “{what}”',
    rejected: '{name} rejected “{what}”',
    commented: '{name} commented “{what}”',
    replied: '{name} replied “{what}”',
    resolved: '{name} resolved “{what}”',
    reopened: '{name} reopened “{what}”',
    state: '{name}: {what}',
    assigned: '{name} gave it to {what}',
    sent: '{name} sent it for review',
    returned: '{name} returned it',
    merged: '{name} merged a copy from {what}',
  },
  states: {
    draft: 'Draft',
    ready: 'Ready for review',
    'in-review': 'In review',
    'changes-asked': 'Changes asked',
    approved: 'Approved',
    pushed: 'Pushed',
    corrected: 'Corrected',
    killed: 'Killed',
  },
};

const vi: RecordWords = {
  title: 'Nhật ký của “{headline}”',
  when: 'Lúc',
  who: 'Ai',
  deed: 'Việc đã làm',
  nobody: 'Chưa rõ ai',
  did: {
    suggested: '{name} đề xuất “{what}”',
    accepted: '{name} chấp nhận “{what}”',
    rejected: '{name} từ chối “{what}”',
    commented: '{name} nhận xét “{what}”',
    replied: '{name} trả lời “{what}”',
    resolved: '{name} xử lý xong “{what}”',
    reopened: '{name} mở lại “{what}”',
    state: '{name}: {what}',
    assigned: '{name} giao cho {what}',
    sent: '{name} gửi duyệt',
    returned: '{name} gửi trả',
    merged: '{name} ghép bản của {what}',
  },
  states: {
    draft: 'Đang viết',
    ready: 'Chờ duyệt',
    'in-review': 'Đang duyệt',
    'changes-asked': 'Cần sửa',
    approved: 'Đã duyệt',
    pushed: 'Đã đẩy',
    corrected: 'Đã đính chính',
    killed: 'Đã huỷ',
  },
};

/** The words of records by the language of the window or the command line. */
export const recordWords = { en, vi };
