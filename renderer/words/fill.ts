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
  const form = new Intl.PluralRules(language).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { ...about, count: new Intl.NumberFormat(language).format(count) });
}
