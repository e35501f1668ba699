/**
 * What the window's page may do: run and style itself from its own files, show pictures of the media store and ones just
 * dropped in. No inline script or style, no eval, no frame, no other address. React and Lexical set styles through the
 * CSSOM, which a policy leaves alone. Sources: Content Security Policy Level 3, Trusted Types.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src app: blob:',
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // Nobody makes text into markup or code, not even Lexical's own way of pasting HTML: ours cleans it first, in a
  // worker. This policy alone may start workers (renderer/workers/start.ts).
  'trusted-types copydesk-worker',
].join('; ');

/** For a picture that someone manages to open as a page: it may do nothing at all. */
export const PICTURE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
