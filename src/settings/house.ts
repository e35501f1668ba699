import { z } from '../base/schema.ts';
import { printDateline, unknownTokens } from '../story/dateline-print.ts';
import { formsFor, NO_HOUSE, type DatelineHouse } from '../story/dateline-house.ts';
import { isTimeZone, zoneOfPlace } from '../story/places.ts';
import type { Story } from '../story/schema.ts';

const form = z.string().max(200);
const forms = z.object({ line: form, mark: form });

/** Someone whose byline the newsroom prints. What is not the byline stays in the settings: no story and no export bears it. */
export const housePersonSchema = z.object({
  /** The name as bylines print it; a pen name where they write under one. */
  byline: z.string().max(120),
  /** Their own name; empty where the byline is it. */
  name: z.string().max(120),
  department: z.string().max(120),
});
export type HousePerson = z.infer<typeof housePersonSchema>;

/** How the newsroom signs, dates and sorts its stories; see DatelineHouse for its datelines. */
export const houseSchema = z.object({
  /** The station's, paper's or agency's mark, as `TTV`. */
  source: z.string().max(60),
  /** The places that it writes from, with their IANA time zones; the first is its own. */
  places: z.array(z.object({ name: z.string().max(120), zone: z.string().max(64) })).max(100),
  forms: z.object({ vi: forms, en: forms }),
  /** Its sections (desks), in the order in which they are offered. */
  sections: z.array(z.string().min(1).max(80)).max(200),
  people: z.array(housePersonSchema).max(500),
});
export type House = z.infer<typeof houseSchema>;

export const defaultHouse: House = { ...NO_HOUSE, places: [], sections: [], people: [] };

/** Lines of text as a list of sections: each once, none empty. */
export function sectionsIn(text: string): string[] {
  const names = text.split(/\r?\n/).map((line) => line.replace(/\s+/g, ' ').trim().slice(0, 80));
  return [...new Set(names.filter(Boolean))].slice(0, 200);
}

/** The house as its datelines need it: places without a name or a time zone that exists are left out, and so are forms with unknown words. */
export function datelineHouse({ source, places, forms: chosen }: House): DatelineHouse {
  const usable = (key: 'vi' | 'en'): { line: string; mark: string } => ({
    line: usableForm(chosen[key].line, NO_HOUSE.forms[key].line),
    mark: usableForm(chosen[key].mark, NO_HOUSE.forms[key].mark),
  });
  return {
    source: source.trim(),
    places: places.filter(({ name, zone }) => name.trim() !== '' && isTimeZone(zone)),
    forms: { vi: usable('vi'), en: usable('en') },
  };
}

const usableForm = (chosen: string, usual: string): string =>
  chosen.trim() === '' || unknownTokens(chosen).length > 0 ? usual : chosen;

/** The story with a dated line in the house's form where it knows its instant and nobody has written the line. */
export function withDatedLine<S extends Pick<Story, 'dateline' | 'language'>>(story: S, house: House): S {
  const { dateline, language } = story;
  if (dateline.text.trim() !== '' || dateline.date === null) return story;
  const known = datelineHouse(house);
  const timeZone = zoneOfPlace(dateline.place || (known.places[0]?.name ?? ''), known.places);
  if (timeZone === null) return story;
  const facts = { at: Date.parse(dateline.date), timeZone, place: dateline.place, source: dateline.source };
  return { ...story, dateline: { ...dateline, text: printDateline(formsFor(known, language).line, language, facts) } };
}
