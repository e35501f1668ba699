/** A sentence with its placeholders filled: `“{file}” is not a picture.` A placeholder nobody filled shows as “?”. */
export function fill(sentence: string, about: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(about[name] ?? '?'));
}
