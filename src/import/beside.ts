/**
 * A picture's address as a path beside its document, with forward slashes; null for one that leads anywhere else: to another site, out
 * of the document's folder, to the root of a disk.
 */
export function besidePath(address: string): string | null {
  const bare = address.trim().replace(/[?#].*$/s, '');
  if (bare === '' || /^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(bare)) return null;
  let path: string;
  try {
    path = decodeURIComponent(bare);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    path = bare;
  }
  const steps = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.');
  const isInside =
    steps.length > 0 && !path.startsWith('/') && !steps.some((step) => step === '..' || /[\0:]/.test(step));
  return isInside ? steps.join('/') : null;
}
