/** The address of a file that lies beside the page at `address`; null where the page's own address is not known. */
export function beside(address: string, path: string): string | null {
  if (address === '') return null;
  const [page = ''] = address.split(/[?#]/);
  const [site = page] = /^[a-z]+:\/\/[^/]*/i.exec(page) ?? [];
  const folder = page.slice(site.length, page.lastIndexOf('/') + 1) || '/';
  return `${site}${folder}${path}`;
}
