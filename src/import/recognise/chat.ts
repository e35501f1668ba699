import { part, take, type Draft } from './draft.ts';

/** What chat programs put before each message when several are copied: time and sender. */
const STAMP =
  /^\[?(?:\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?,?\s\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}\/\d{1,2}\/\d{2,4},?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?)\]\s?[^:\n]{1,40}:\s+|^\d{1,2}\/\d{1,2}\/\d{2,4},\s\d{1,2}:\d{2}(?:\s?[AP]M)?\s-\s[^:\n]{1,40}:\s+/u;

const GREETING =
  /^(?:dạ[, ].{0,60}|(?:chào |kính gửi |gửi |thưa )?(?:anh|chị|em|sếp|ban biên tập|bbt|tòa soạn|toà soạn|cô|chú)(?: \p{Lu}\p{L}+)?(?: ơi|,| ạ)?.{0,40}(?:gửi|nhờ|xem giúp|duyệt|bài đây).{0,40}|em gửi.{0,50}|(?:hi|hello|hey|dear)\b.{0,40}|(?:here(?:’|'|\si)s|attached is|please find) (?:the |my |today).{0,50})$/iu;
const THANKS =
  /^(?:(?:dạ )?(?:em |xin )?(?:cảm|cám) ơn.{0,40}|thanks?(?: you)?(?: all| so much)?[.!]?|cheers[.,!]?|regards[.,!]?|best[.,!]?|trân trọng[.,!]?|sent from my .{2,30}|được gửi từ .{2,30})$/iu;

/** Greetings, thanks and senders' stamps of a chat or mail round a story. */
export function takeChat(draft: Draft): void {
  const last = draft.lines.length - 1;
  draft.lines.forEach((line, index) => {
    if (!line.isText) return;
    const stamp = STAMP.exec(line.text)?.[0];
    if (stamp !== undefined)
      part(draft, index, { part: 'furniture', rule: 'any.chat.stamp', confidence: 0.95, text: stamp, said: stamp });
    else if (index < 2 && GREETING.test(line.text)) take(draft, index, 'furniture', 'any.chat.greeting', 0.85);
    else if (index > last - 3 && THANKS.test(line.text)) take(draft, index, 'furniture', 'any.chat.thanks', 0.88);
  });
}
