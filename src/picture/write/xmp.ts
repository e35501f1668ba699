import type { WrittenDetails } from './details.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

const item = (text: string): string => `<rdf:li>${escape(text)}</rdf:li>`;
const element = (name: string, inner: string): string => `   <${name}>${inner}</${name}>\n`;

const plain = (name: string, text: string): string => (text === '' ? '' : element(name, escape(text)));
const list = (name: string, kind: 'Bag' | 'Seq', texts: readonly string[]): string =>
  texts.length === 0 ? '' : element(name, `<rdf:${kind}>${texts.map(item).join('')}</rdf:${kind}>`);

/** Text in the story's language; `x-default` says it to readers that ask for none. */
const spoken = (name: string, text: string): string =>
  text === '' ? '' : element(name, `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`);

/** The same place as IPTC's newer structure has it: readers take the one or the other. */
function locationShown({ sublocation, city, state, country }: WrittenDetails['place']): string {
  const members = [
    plain('Iptc4xmpExt:Sublocation', sublocation),
    plain('Iptc4xmpExt:City', city),
    plain('Iptc4xmpExt:ProvinceState', state),
    plain('Iptc4xmpExt:CountryName', country),
  ].join('');
  const place = `<rdf:Bag><rdf:li rdf:parseType="Resource">\n${members}   </rdf:li></rdf:Bag>`;
  return members === '' ? '' : element('Iptc4xmpExt:LocationShown', place);
}

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
};

/** A photo's fields as an XMP packet (XMP Specification Part 1; IPTC Photo Metadata Standard 2025.1). */
export function xmpPacket(details: WrittenDetails): string {
  const owner =
    details.rightsHolder === ''
      ? ''
      : element(
          'plus:CopyrightOwner',
          `<rdf:Seq><rdf:li rdf:parseType="Resource"><plus:CopyrightOwnerName>${escape(details.rightsHolder)}</plus:CopyrightOwnerName></rdf:li></rdf:Seq>`,
        );
  const properties = [
    spoken('dc:description', details.caption),
    list('dc:creator', 'Seq', details.creators),
    spoken('dc:rights', details.rights),
    list('dc:subject', 'Bag', details.keywords),
    plain('photoshop:Headline', details.headline),
    plain('photoshop:Credit', details.credit),
    plain('photoshop:Source', details.source),
    plain('photoshop:Instructions', details.instructions),
    plain('photoshop:CaptionWriter', details.captionWriter),
    plain('photoshop:DateCreated', details.takenAt),
    plain('Iptc4xmpCore:Location', details.place.sublocation),
    plain('photoshop:City', details.place.city),
    plain('photoshop:State', details.place.state),
    plain('photoshop:Country', details.place.country),
    locationShown(details.place),
    spoken('Iptc4xmpCore:AltTextAccessibility', details.alt),
    list('xmpRights:Owner', 'Bag', details.rightsHolder === '' ? [] : [details.rightsHolder]),
    spoken('xmpRights:UsageTerms', details.usageTerms),
    owner,
    plain('plus:LicenseEndDate', details.usageExpires),
    plain('Iptc4xmpExt:DigitalSourceType', details.digitalSourceType),
  ].join('');
  const namespaces = Object.entries(NAMESPACES)
    .map(([prefix, address]) => `\n    xmlns:${prefix}="${address}"`)
    .join('');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""${namespaces}>
${properties}  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}
