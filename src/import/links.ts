import { safeLink } from '../story/links.ts';

/** What became of an address: kept, kept without what tracked the reader, refused (`javascript:`), or meaningless outside its page. */
export type LinkVerdict = { href: string; wasCleaned: boolean } | { href: null; why: 'refused-link' | 'relative-link' };

const MAX_LENGTH = 8192;

/** Query parameters that tell a site where its reader came from and are no part of the address. */
const TRACKING =
  /^(?:utm_\w*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|yclid|igsh(?:id)?|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|vero_(?:id|conv)|oly_(?:enc|anon)_id|zarsrc|gidzl)$/i;

/** Redirects that stand before the real address, and the parameter that holds it. */
const REDIRECTS: readonly { at: RegExp; parameter: string }[] = [
  { at: /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/url\?/i, parameter: 'q' },
  { at: /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/url\?/i, parameter: 'url' },
  { at: /^https?:\/\/lm?\.(?:facebook|instagram)\.com\/(?:l\.php)?\?/i, parameter: 'u' },
  { at: /^https?:\/\/[\w.-]*safelinks\.protection\.outlook\.com\/[^?]*\?/i, parameter: 'url' },
];
const MAX_REDIRECTS = 3;

// Blanks, quotes and brackets never stand bare in an address; direction marks and invisible characters never belong there.
const UNSAFE = /[\s"<>`{}|\\^]/g;
// eslint-disable-next-line no-control-regex -- control characters are what it takes out
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    // A percent sign that escapes nothing: the address is then left as it is.
    if (error instanceof URIError) return null;
    throw error;
  }
}

function withoutRedirect(address: string): string | null {
  for (const { at, parameter } of REDIRECTS) {
    if (!at.test(address)) continue;
    const query = address.slice(address.indexOf('?') + 1).split('#', 1)[0] ?? '';
    const pair = query.split('&').find((part) => part.startsWith(`${parameter}=`));
    const inner = pair ? decode(pair.slice(parameter.length + 1)) : null;
    if (inner && /^https?:/i.test(inner) && safeLink(inner)) return inner;
  }
  return null;
}

function withoutTracking(address: string): string {
  const hash = address.indexOf('#');
  const end = hash < 0 ? address.length : hash;
  const start = address.indexOf('?');
  if (start < 0 || start > end) return address;
  const query = address
    .slice(start + 1, end)
    .split('&')
    .filter((part) => !TRACKING.test(part.split('=', 1)[0] ?? ''))
    .join('&');
  return address.slice(0, start) + (query ? `?${query}` : '') + address.slice(end);
}

/** An address from a page as it may stand in a story: http, https or mailto, without redirects and tracking parameters. */
export function cleanLink(raw: string): LinkVerdict {
  let address = raw.trim().replace(INVISIBLE, '');
  if (address.startsWith('//')) address = `https:${address}`;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) return { href: null, why: 'relative-link' };
  if (address.length > MAX_LENGTH || !safeLink(address)) return { href: null, why: 'refused-link' };
  const before = address;
  for (let i = 0; i < MAX_REDIRECTS; i++) address = withoutRedirect(address) ?? address;
  if (!/^mailto:/i.test(address)) address = withoutTracking(address);
  const href = safeLink(address.replace(INVISIBLE, '').replace(UNSAFE, encodeURIComponent));
  return href ? { href, wasCleaned: address !== before } : { href: null, why: 'refused-link' };
}
