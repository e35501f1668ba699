/**
 * The page's look, inlined so that the page is whole wherever it lies. Only fonts that computers bring along: those that
 * have every Vietnamese letter come first for Vietnamese, since a borrowed "ế" in the middle of a word hurts the eye.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #1c1b19; --quiet: #605c55; --rule: #d9d4ca; --strong-rule: #1c1b19;
  --accent: #9a1b1e; --tint: #f5f2ea; --link: #1c1b19;
  --serif: "Source Serif 4", "Source Serif Pro", Georgia, "Noto Serif", Cambria, "Times New Roman", serif;
  --sans: "Be Vietnam Pro", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
:root:lang(vi) {
  --serif: "Source Serif 4", "Noto Serif", ui-serif, Cambria, "Times New Roman", serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --ink: #e9e5dd; --quiet: #aaa498; --rule: #3a3732; --strong-rule: #8d877c;
    --accent: #ff9c8c; --tint: #21201d; --link: #e9e5dd;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 400 1.125rem/1.65 var(--serif); text-rendering: optimizeLegibility;
  overflow-wrap: break-word;
}
:lang(vi) body, body:lang(vi) { line-height: 1.7; }
article, .body {
  display: grid;
  grid-template-columns: [wide-start] minmax(1.25rem, 1fr) [text-start] minmax(0, 39rem) [text-end] minmax(1.25rem, 1fr) [wide-end];
}
article { padding-block: clamp(1.75rem, 6vw, 4.5rem) clamp(3rem, 8vw, 6rem); }
.body { grid-column: wide; }
article > header, article > footer, .body > * { grid-column: text; min-width: 0; }

.kicker, .signature, .caption, .credit, figcaption, .attribution, .card, .source, .photo-to-come { font-family: var(--sans); }
.kicker { margin: 0 0 .85rem; color: var(--accent); font-size: .9rem; font-weight: 700; line-height: 1.4; letter-spacing: .01em; }
h1 {
  margin: 0; font-size: clamp(2rem, 1.35rem + 2.9vw, 3.25rem); font-weight: 700; line-height: 1.16; letter-spacing: -.014em;
  text-wrap: balance;
}
h1:lang(vi) { font-size: clamp(1.85rem, 1.3rem + 2.3vw, 2.8rem); line-height: 1.28; letter-spacing: -.008em; }
h1.to-come { color: var(--quiet); font-weight: 400; font-style: italic; }
.standfirst {
  margin: 1.1rem 0 0; color: var(--quiet); font-size: clamp(1.2rem, 1.1rem + .45vw, 1.4rem); line-height: 1.5; text-wrap: pretty;
}
.signature {
  margin-top: 1.6rem; padding-top: .9rem; border-top: 1px solid var(--rule); font-size: .9rem; line-height: 1.5;
  display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; justify-content: space-between;
}
.signature p { margin: 0; }
.byline, .author { font-weight: 600; }
.dateline { color: var(--quiet); font-variant-numeric: tabular-nums; }

.body { margin-top: 1.9rem; }
.body > p, .body > ul, .body > ol { margin: 0 0 1.15em; text-wrap: pretty; }
h2, h3, h4 { margin: 1.2rem 0 .7rem; line-height: 1.3; letter-spacing: -.005em; text-wrap: balance; break-after: avoid; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.25rem; }
h4 { font-size: 1.0625rem; }
:is(h2, h3) + :is(h3, h4) { margin-top: .2rem; }
ul, ol { padding-inline-start: 1.4em; }
li + li, li > ul, li > ol { margin-top: .4em; }
li::marker { color: var(--quiet); }
a { color: var(--link); text-decoration-color: var(--accent); text-decoration-thickness: .07em; text-underline-offset: .18em; }
a:hover { color: var(--accent); }
a:focus-visible, .table:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
code { font-family: ui-monospace, Consolas, "Noto Sans Mono", monospace; font-size: .88em; }
sub, sup { font-size: .7em; line-height: 0; }
hr { width: 5rem; margin: 2.4rem auto; border: 0; border-top: 1px solid var(--strong-rule); }

figure { margin: 0; }
.body > .photo, .body > .gallery {
  grid-column: wide; width: min(100%, 54rem); margin: .9rem auto 2.1rem; padding-inline: 1.25rem; break-inside: avoid;
}
img { display: block; max-width: 100%; height: auto; margin-inline: auto; background: var(--tint); }
picture { display: contents; }
.body > .photo img { max-height: 90vh; width: auto; }
.gallery { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 1.5rem 1.25rem; align-items: start; }
.photo > figcaption { padding-top: .65rem; color: var(--ink); font-size: .875rem; line-height: 1.55; text-wrap: pretty; }
.caption, .credit { unicode-bidi: isolate; }
.credit { color: var(--quiet); }
.photo-to-come {
  display: flex; flex-direction: column; align-items: center; justify-content: center; gap: .25rem; min-height: 14rem; padding: 1.5rem;
  border: 1px dashed var(--quiet); background: var(--tint); color: var(--quiet); font-size: .9rem; text-align: center;
}

.quote, .pull-quote, .fact-box { margin: .8rem 0 1.9rem; break-inside: avoid; }
.quote { padding-inline-start: 1.35rem; border-inline-start: 3px solid var(--rule); }
blockquote { margin: 0; }
.quote p, .pull-quote p { margin: 0; }
.quote > figcaption, .attribution { padding-top: .5rem; color: var(--quiet); font-size: .875rem; line-height: 1.5; }
.quote > figcaption::before, .attribution::before { content: "\\2014\\2009"; }
.pull-quote { padding-block: 1.3rem; border-block: 1px solid var(--rule); border-top: 3px solid var(--accent); text-align: center; }
.pull-quote > p:first-child:not(.attribution) { font-size: clamp(1.4rem, 1.2rem + .9vw, 1.75rem); line-height: 1.4; text-wrap: balance; }
.fact-box { padding: 1.2rem 1.4rem 1.3rem; border-top: 3px solid var(--strong-rule); background: var(--tint); font-size: 1rem; line-height: 1.6; }
.fact-box > h2 { margin: 0 0 .6rem; font: 700 1rem/1.4 var(--sans); letter-spacing: 0; }
.fact-box > :is(p, ul, ol) { margin: 0 0 .7em; }
.fact-box > :last-child { margin-bottom: 0; }

.table { margin: .8rem 0 1.9rem; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; border-top: 2px solid var(--strong-rule); font: 400 .9rem/1.5 var(--sans); font-variant-numeric: tabular-nums; }
th, td { padding: .55rem .9rem .55rem 0; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
th { font-weight: 600; }
thead th { vertical-align: bottom; }

.body > .card { margin: .6rem 0 1.8rem; line-height: 1.5; }
.card > a, .card:not(:has(a)) { display: block; padding: .95rem 1.2rem 1rem; border: 1px solid var(--rule); text-decoration: none; }
.card > a:hover { border-color: var(--accent); }
.card .name, .card .about, .card .where { display: block; }
.card .name { font-weight: 600; overflow-wrap: anywhere; }
.card .about, .card .where { padding-top: .2rem; color: var(--quiet); font-size: .875rem; }

footer { margin-top: .6rem; }
.source { margin: 0; color: var(--quiet); font-size: .9rem; font-style: italic; }

@media (max-width: 34rem) {
  body { font-size: 1.0625rem; }
  .body > p { hyphens: auto; hyphenate-limit-chars: 8 4 4; }
  .signature { flex-direction: column; }
  .body > .photo > figcaption { padding-inline: 0; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --strong-rule: #000; --accent: #000; --tint: #fff; --link: #000;
  }
  @page { margin: 18mm 20mm; }
  html { font-size: 12px; }
  body { font-size: 10.5pt; line-height: 1.5; }
  article { display: block; padding: 0; }
  .body { display: block; }
  .body > .photo, .body > .gallery { width: auto; padding: 0; }
  .body > .photo img { max-height: 100mm; margin-inline: 0; }
  h1 { font-size: 22pt; }
  p { orphans: 3; widows: 3; }
  .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
  .table { overflow: visible; }
}
`;
