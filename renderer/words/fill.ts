type About = Readonly<Record<string, string | number>>;

/** A sentence with its placeholders filled: `“{file}” is not a picture.` A placeholder nobody filled shows as “?”. */
export function fill(sentence: string, about: About = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(about[name] ?? '?'));
}

/** The sentence that the language uses for this number of things, with `{count}` written its way. */
export function fillCount(
  language: string,
  forms: { one: string; other: string },
  count: number,
  about: About = {},
): string {
  const { plural, number } = formsOf(language);
  const form = plural.select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { ...about, count: number.format(count) });
}

const known = new Map<string, { plural: Intl.PluralRules; number: Intl.NumberFormat }>();

/** A language's rules, made once: making them takes longer than all that is done with them. */
function formsOf(language: string): { plural: Intl.PluralRules; number: Intl.NumberFormat } {
  const made = known.get(language) ?? {
    plural: new Intl.PluralRules(language),
    number: new Intl.NumberFormat(language),
  };
  known.set(language, made);
  return made;
}
