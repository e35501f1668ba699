const SAFE = /^(?:https?:\/\/[^\s/]|mailto:[^\s])/i;

/** The address if it may stand in a story (http, https, mailto), else null. Blanks and control characters are taken out first, as browsers do. */
export function safeLink(address: string): string | null {
  // eslint-disable-next-line no-control-regex -- browsers ignore these inside a scheme, so "java\tscript:" must be seen as what it is
  const clean = address.trim().replace(/[\u0000-\u001f\u007f]/g, '');
  return SAFE.test(clean) ? clean : null;
}
