import { chance } from '../../unit/story/random.ts';

/** One piece of markup that means harm, and the harmless words that stand before it and must be kept. */
export interface Vector {
  markup: string;
  words: string;
}

/** The vector on a page, after its harmless words. */
export const asHtml = ({ words, markup }: Vector): string => `<p>${words}</p>\n${markup}`;

/** The text as it stands in XML, without what no XML may hold. */
export const escapedXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

/** What a script of any of them would do; detectors hear `alert`. */
const RUN = 'alert(1)';

const TAGS =
  'a abbr address animate applet area article audio b base basefont bdo bgsound blink blockquote body br button canvas caption center cite code col command custom-element datalist dd del details dialog dir div dl dt embed fieldset figure font footer form frame frameset head header html iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter multicol nav nextid noembed noframes noscript object ol optgroup option p param picture plaintext portal pre progress q rb ruby s samp script search section select shadow slot small source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp foreignobject use set mglyph malignmark annotation-xml maction mtext desc'.split(
    ' ',
  );
const HANDLERS =
  'onabort onanimationend onanimationstart onauxclick onbeforecopy onbeforeinput onbeforematch onbeforetoggle onbeforeunload onbegin onblur oncancel oncanplay onclick onclose oncontextmenu oncopy oncuechange oncut ondblclick ondrag ondragend ondrop ondurationchange onend onended onerror onfocus onfocusin onformdata onfullscreenchange ongotpointercapture onhashchange oninput oninvalid onkeydown onkeyup onload onloadeddata onloadend onloadstart onmessage onmousedown onmouseenter onmousemove onmouseover onmousewheel onoffline onpagehide onpageshow onpaste onplay onpointerdown onpointerenter onpointerrawupdate onpopstate onrepeat onreset onresize onscroll onscrollend onsearch onsecuritypolicyviolation onseeked onselect onselectionchange onselectstart onslotchange onstorage onsubmit ontimeupdate ontoggle ontouchstart ontransitionend ontransitionrun onunhandledrejection onunload onvolumechange onwebkitanimationstart onwheel'.split(
    ' ',
  );
const ADDRESSES =
  'href src xlink:href action formaction data poster background srcset ping manifest cite longdesc code codebase classid archive profile usemap dynsrc lowsrc imagesrcset from to values style srcdoc content is xml:base'.split(
    ' ',
  );

const entities = (text: string, how: (code: number) => string): string =>
  Array.from(text, (sign) => how(sign.codePointAt(0) ?? 0)).join('');

/** Spellings of an address that runs. */
const RUNNING = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `  javascript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `java\0script:${RUN}`,
  `java&Tab;script:${RUN}`,
  `java&NewLine;script&colon;${RUN}`,
  entities(`javascript:${RUN}`, (code) => `&#${code};`),
  entities(`javascript:${RUN}`, (code) => `&#x${code.toString(16)};`),
  entities(`javascript:${RUN}`, (code) => `&#${String(code).padStart(7, '0')}`),
  `javascript://%0a${RUN}`,
  `javascript&#58;${RUN}`,
  `vbscript:${RUN}`,
  `livescript:${RUN}`,
  `feed:javascript:${RUN}`,
  `view-source:javascript:${RUN}`,
  `jar:javascript:${RUN}!/`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>`,
  `data:application/xhtml+xml,<x/>`,
  `file:///etc/passwd`,
  `//127.0.0.1:9/x.js`,
  `http://127.0.0.1:9/x.js`,
  `\\\\127.0.0.1\\x`,
  `blob:null/${RUN}`,
  `0;url=javascript:${RUN}`,
  `x:expression(${RUN})`,
  `background:url(javascript:${RUN});behavior:url(#default#time2);-moz-binding:url(//127.0.0.1:9/x.xml#x)`,
  `<script>${RUN}</script>`,
  `&lt;img src=x onerror=${RUN}&gt;`,
];

/** Names of properties that pages and their scripts rely on, from every interface that a form or a name can stand in front of. */
const CLOBBERED =
  'parentNode childNodes firstChild lastChild nextSibling previousSibling nodeName nodeType nodeValue textContent ownerDocument attributes tagName localName namespaceURI innerHTML outerHTML children classList className id style dataset shadowRoot remove append prepend before after replaceWith closest matches querySelector querySelectorAll getAttribute setAttribute hasAttribute removeAttribute getElementById getElementsByTagName createElement createTextNode importNode adoptNode body head documentElement defaultView forms images links scripts anchors embeds plugins cookie domain referrer title URL location implementation currentScript activeElement write writeln open close submit reset elements length action method target name value addEventListener removeEventListener dispatchEvent window self top parent frames opener document history navigator localStorage sessionStorage fetch alert eval Function Object Array Promise Reflect Proxy Symbol customElements trustedTypes getSelection getComputedStyle requestAnimationFrame setTimeout queueMicrotask structuredClone copydesk call listen __proto__ constructor prototype toString valueOf hasOwnProperty isPrototypeOf __defineGetter__ __lookupGetter__ then'.split(
    ' ',
  );

/** Places in which a parser reads what stands there in another way than a second one does. */
const NESTS: ((inner: string) => string)[] = [
  (x) => x,
  (x) => `<p>${x}</p>`,
  (x) => `<div><ul><li>${x}</li></ul></div>`,
  (x) => `<table><tr><td>a</td>${x}</tr></table>`,
  (x) => `<table>${x}<tr><td>b`,
  (x) => `<svg>${x}</svg>`,
  (x) => `<svg><desc>${x}</desc></svg>`,
  (x) => `<svg><style>${x}</style></svg>`,
  (x) => `<svg><foreignObject>${x}</foreignObject></svg>`,
  (x) => `<svg></p><style><a id="</style>${x}">`,
  (x) => `<math><mtext>${x}</mtext></math>`,
  (x) => `<math><mtext><table><mglyph><style><!--</style>${x}`,
  (x) => `<math><annotation-xml encoding="text/html">${x}</annotation-xml></math>`,
  (x) => `<form><math><mtext></form><form><mglyph><style></math>${x}`,
  (x) => `<noscript><p title="</noscript>${x}">`,
  (x) => `<noembed>${x}</noembed>`,
  (x) => `<noframes>${x}</noframes>`,
  (x) => `<template>${x}</template>`,
  (x) => `<template shadowrootmode="open">${x}</template>`,
  (x) => `<select><option>${x}</select>`,
  (x) => `<select><style></select>${x}`,
  (x) => `<textarea></textarea>${x}`,
  (x) => `<textarea>${x}</textarea>`,
  (x) => `<title>${x}</title>`,
  (x) => `<xmp><p title="</xmp>${x}">`,
  (x) => `<!-- ${x} -->`,
  (x) => `<!--> ${x} -->`,
  (x) => `<!--[if IE]>${x}<![endif]-->`,
  (x) => `<![CDATA[${x}]]>`,
  (x) => `<?xml version="1.0"?>${x}`,
  (x) => `<p title="${x.replaceAll('"', '&quot;')}">`,
  (x) => `<p title="">${x}`,
  (x) => `<iframe srcdoc="${x.replaceAll('"', '&quot;')}"></iframe>`,
  (x) => `<a><a>${x}</a></a>`,
  (x) => `<b><p>${x}</b>x</p>`,
  (x) => `<button><form>${x}</button>`,
  (x) => `<object><param>${x}</object>`,
  (x) => `<details open><summary>${x}</summary></details>`,
  (x) => `<style>*{}</style><style>@import '${x.replace(/['\n]/g, '')}';</style>${x}`,
  (x) => x.replaceAll('<', '&lt;'),
  (x) => x.replaceAll('<', '\uff1c').replaceAll('>', '\uff1e'),
  (x) => x.replace(/<([a-z]+)/gi, (_, tag: string) => `<${tag.toUpperCase()}/`),
  (x) => x.replaceAll(' ', '\n'),
  (x) => x.replaceAll('=', ' =\t'),
  (x) => x.replaceAll('>', ' /x>'),
  (x) => `<${x}`,
  (x) => `</p ${x}>`,
  (x) => `<p>a[x](javascript:${RUN})</p>${x}`,
];

const huge = (): string[] => [
  `<p>${'<div>'.repeat(20_000)}<img src=x onerror=${RUN}>`,
  `${'<b>'.repeat(5_000)}<script>${RUN}</script>`,
  `<p title="${'x'.repeat(500_000)}" onclick=${RUN}>x`,
  `<p ${Array.from({ length: 10_000 }, (_, n) => `a${n}=${n}`).join(' ')} onclick=${RUN}>x`,
  `${'<svg><math>'.repeat(2_000)}<script>${RUN}</script>`,
  `${'<table><tr><td>'.repeat(500)}<img src=x onerror=${RUN}>`,
  `<p>${'&lt;script&gt;'.repeat(8_000)}`,
  `${'<!--'.repeat(50_000)}<script>${RUN}</script>`,
  `<a href="javascript:${'%0a'.repeat(50_000)}${RUN}">x</a>`,
  `<style>${'@import "x";'.repeat(20_000)}</style>`,
];

/** Markup in which a form, an address or a frame stands in front of each of these properties of a page. */
export const clobbering = (names: readonly string[]): string[] =>
  names.flatMap((name) => [
    `<form id="${name}"><input name="${name}"><img name="${name}"></form>`,
    `<a id="${name}"></a><a id="${name}" name="${name}" href="javascript:${RUN}">x</a>`,
    `<iframe name="${name}" srcdoc="<a id=${name}></a>"></iframe><object name="${name}"></object>`,
  ]);

/** Spellings of addresses that run or lead away. */
export const addresses = (): readonly string[] => RUNNING;

/** So many different vectors, the same ones for the same seed: tags, attributes, spellings and places combined, and the huge ones. */
export function vectors(count: number, seed = 24_112_026): Vector[] {
  const random = chance(seed);
  const { pick } = random;
  const quoted = (value: string): string => {
    const quote = pick(['"', "'", '']);
    if (quote === '') return value.replace(/[\s"'>`]/g, '');
    return `${quote}${value.replaceAll(quote, quote === '"' ? '&quot;' : '&#39;')}${quote}`;
  };
  const attribute = (): string => {
    const kind = random.int(100);
    if (kind < 40)
      return `${pick(HANDLERS)}=${quoted(pick([RUN, 'alert&lpar;1&rpar;', '\\u0061lert(1)', `(${RUN})`]))}`;
    if (kind < 85) return `${pick(ADDRESSES)}=${quoted(pick(RUNNING))}`;
    return `${pick(['id', 'name', 'form', 'for', 'is', 'slot'])}=${quoted(pick(CLOBBERED))}`;
  };
  const element = (): string => {
    const tag = pick(TAGS);
    const attributes = Array.from({ length: 1 + random.int(3) }, attribute).join(pick([' ', '/', '\t', '\f']));
    const inner = pick([
      'x',
      '',
      `<script>${RUN}</script>`,
      `<img src=x onerror=${RUN}>`,
      `<animate attributeName=href values=javascript:${RUN} />`,
    ]);
    return pick([
      `<${tag} ${attributes}>${inner}</${tag}>`,
      `<${tag} ${attributes}>`,
      `<${tag} ${attributes}/>${inner}`,
    ]);
  };
  const found = new Set<string>(clobbering(CLOBBERED));
  const mixed = Math.max(count, 3 * found.size);
  while (found.size < mixed) found.add(pick(NESTS)(random.int(10) < 3 ? pick(NESTS)(element()) : element()));
  // Whatever part of them is tried holds some of each kind.
  const shuffled = [...found].map((markup) => ({ markup, place: random.int(2 ** 31) }));
  shuffled.sort((a, b) => a.place - b.place);
  return named([...huge(), ...shuffled.map(({ markup }) => markup)].slice(0, count), seed);
}

/** Each piece of markup with harmless words of its own, which no other series has. */
export const named = (markup: readonly string[], series: number): Vector[] =>
  markup.map((one, n) => ({ words: `Lành ${series}.${n} lời`, markup: one }));
