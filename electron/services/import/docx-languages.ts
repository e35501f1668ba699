/** The style that stands in for a run's language, which mammoth does not tell. */
const STYLE = 'CopydeskLanguage-';
const LANGUAGE = /<w:lang\s[^>]*?w:val="([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})"/;

/**
 * Word's mark of a run's language (`w:lang`, ECMA-376 17.3.2.20) as a style of the run, and the lines of mammoth's style map
 * that make it a `lang`. Runs that have a style of their own are left alone: they are words within a paragraph.
 */
export function languagesAsStyles(document: string): { document: string; styles: string[] } {
  const languages = new Set<string>();
  const [start = '', ...runs] = document.split('<w:rPr>');
  const marked = runs.map((run) => {
    const properties = run.slice(0, Math.max(0, run.indexOf('</w:rPr>')));
    const language = LANGUAGE.exec(properties)?.[1];
    if (language === undefined || properties.includes('<w:rStyle')) return run;
    languages.add(language);
    return `<w:rStyle w:val="${STYLE}${language}"/>${run}`;
  });
  return {
    document: [start, ...marked].join('<w:rPr>'),
    styles: [...languages].map((language) => `r.${STYLE}${language} => span[lang='${language}']`),
  };
}
