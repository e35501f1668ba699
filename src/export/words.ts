/** The few words that an exported page adds to the story. */
export interface ExportWords {
  /** Before a photo's credit, as `Photo: `. */
  credit: string;
  /** Before the number of a page. */
  page: string;
  /** What a photo without caption and alt text is called. */
  photo: string;
  /** In place of a photo that is still to be supplied. */
  photoToCome: string;
  /** In place of a headline that is not written yet. */
  untitled: string;
  /** What a table is, for those who hear the page. */
  table: string;
  /** A day and time: `12 June 2025, 10:30 GMT+7`. `month` is 1 to 12. */
  instant: (year: number, month: number, day: number, time: string) => string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const WORDS: Record<string, ExportWords> = {
  en: {
    credit: 'Photo: ',
    page: 'Page',
    photo: 'Photo',
    photoToCome: 'Photo to come',
    untitled: 'Untitled',
    table: 'Table',
    instant: (year, month, day, time) => `${day} ${MONTHS[month - 1] ?? month} ${year}, ${time}`,
  },
  vi: {
    credit: 'Ảnh: ',
    page: 'Trang',
    photo: 'Ảnh',
    photoToCome: 'Chờ ảnh',
    untitled: 'Chưa có tiêu đề',
    table: 'Bảng',
    instant: (year, month, day, time) =>
      `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}, ${time}`,
  },
};

const ENGLISH = WORDS.en as ExportWords;

/** The words for a story's language (BCP 47); English where we have no others. */
export function exportWords(language: string): ExportWords {
  return WORDS[language.toLowerCase().split('-')[0] ?? ''] ?? ENGLISH;
}
