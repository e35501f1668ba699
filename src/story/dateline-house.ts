import type { Place } from './places.ts';

/** How a newsroom writes its datelines. */
export interface DatelineHouse {
  /** The station's, paper's or agency's mark, as `TTV`. */
  source: string;
  /** The places that it writes from; the first is its own. */
  places: readonly Place[];
  /** Its forms by language, in the words of dateline-print.ts: the dated line, and the mark at the head of a lead. */
  forms: Readonly<Record<'vi' | 'en', { line: string; mark: string }>>;
}

/** What is known of a house that has said nothing. */
export const NO_HOUSE: DatelineHouse = {
  source: '',
  places: [],
  forms: {
    vi: { line: '{weekday}, {dd}/{mm}/{yyyy}, {time} [{zone}]', mark: '{PLACE} ({source}) -' },
    en: { line: '{weekday}, {month} {d}, {yyyy}, {time12} {zone}', mark: '{PLACE}, {month} {d} ({source}) -' },
  },
};

/** The forms for a story's language (BCP 47): Vietnamese ones for Vietnamese, English ones for every other. */
export function formsFor(house: DatelineHouse, language: string): { line: string; mark: string } {
  return /^vi\b/i.test(language) ? house.forms.vi : house.forms.en;
}
