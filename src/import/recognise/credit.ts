/** A credit at a caption's end, as newsrooms of both languages write it. Group `said` is who is named. */
const CREDITS: readonly RegExp[] = [
  // … Ảnh: Minh Đức | (Ảnh: Minh Đức) | Photo: Jane Roe/AP
  /[\s.,;!?…)–—-]\(?\[?(?:Ảnh|Hình|ẢNH|Photo|PHOTO|Photograph|Photo credit|Credit|Image)(?: minh họa| minh hoạ| tư liệu)?\s?:\s*(?<said>\p{L}[^.:!?()]{1,48}?)\.?\)?\]?$/u,
  // … Photo by Jane Roe
  /[\s.,;(]\(?(?:Photo|Photograph|Picture|Image)s? (?:by|courtesy of)\s(?<said>\p{Lu}[^.:!?()]{1,48}?)\.?\)?$/u,
  // … (AP Photo/Jane Roe) | (Reuters) | (Getty Images)
  /\s\((?<said>(?:AP Photo|AFP|REUTERS|Reuters|AP|Getty Images|TTXVN|EPA)(?:\s?\/\s?[^()]{2,40})?)\)\.?$/u,
  // … REUTERS/Jane Roe | AFP/Getty Images
  /\s(?<said>(?:REUTERS|AFP|EPA|AP)\/\p{Lu}[^.:!?()]{1,40})$/u,
];

/** Who took the photo, where a caption ends by saying so, and where in the caption that begins. */
export function findCredit(caption: string): { said: string; at: number } | null {
  for (const pattern of CREDITS) {
    const match = pattern.exec(caption);
    const said = match?.groups?.said?.trim();
    if (!match || !said) continue;
    // A full stop before the label belongs to the caption.
    const at = match.index + (/^[.!?…)]/.test(match[0]) ? 1 : 0);
    return { said, at };
  }
  return null;
}
