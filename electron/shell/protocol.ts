import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { CONTENT_SECURITY_POLICY, PICTURE_POLICY } from './csp.ts';
import { listWindowFiles, type WindowFile } from './window-files.ts';

/** The page's address, and the start of every address that may call the host. */
export const WINDOW_ORIGIN = 'app://window';
export const WINDOW_PAGE = `${WINDOW_ORIGIN}/index.html`;
/** The page that a hidden window prints; only its own session knows it. */
export const PRINT_PAGE = 'app://print/index.html';

/**
 * Where pictures come from: a media id's bytes and MIME type, or null where there is no such picture. `copy` names a
 * rendition, or `view`: the copy that the editor shows, for which the original does where there is none.
 */
export type PictureSource = (id: string, copy: string | null) => Promise<{ bytes: Uint8Array; type: string } | null>;

// The window's own threads may read pictures from the window's origin alone.
const PICTURE_ADDRESS = /^app:\/\/(?:window\/)?media\/([0-9a-f]{64})(?:\/(view|[a-z0-9-]{1,75}\.(?:jpg|webp)))?$/;

const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
};
const PAGE = {
  ...ALWAYS,
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};
const PICTURE = {
  ...ALWAYS,
  'Content-Security-Policy': PICTURE_POLICY,
  // The address is the hash of the bytes.
  'Cache-Control': 'private, max-age=31536000, immutable',
};

/** Makes `app:` an address like https to Chromium: an origin of its own, secure, bound by CSP. Before Electron is ready. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, bypassCSP: false },
    },
  ]);
}

/**
 * Answers `app://window/<file>` from the window's folder and `app://media/<sha256>` (`app://window/media/<sha256>`), with
 * `/view` for the copy that is shown or `/<key>` for a rendition, from the media store; everything else, and every method but GET and HEAD, is 404.
 */
export async function serve(session: Session, windowFolder: string, picture: PictureSource): Promise<void> {
  const files = await listWindowFiles(windowFolder);
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return notFound();
    const address = request.url.replace(/#.*$/s, '');
    const file = files.get(address);
    if (file) return sendFile(file);
    const [, id, copy = null] = PICTURE_ADDRESS.exec(address) ?? [];
    return id ? sendPicture(id, copy, picture) : notFound();
  });
}

async function sendFile(file: WindowFile): Promise<Response> {
  return new Response(await readFile(file.path), { headers: { ...PAGE, 'Content-Type': file.type } });
}

async function sendPicture(id: string, copy: string | null, picture: PictureSource): Promise<Response> {
  const found = await picture(id, copy);
  if (!found) return notFound();
  // A view of part of a larger buffer is fine for Response, but its type asks for one that is not shared.
  // A copy may still come to take the original's place.
  const headers = { ...PICTURE, ...(copy === 'view' && { 'Cache-Control': 'no-cache' }), 'Content-Type': found.type };
  return new Response(found.bytes as Uint8Array<ArrayBuffer>, { headers });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { ...PAGE, 'Content-Type': 'text/plain; charset=utf-8' } });
}
