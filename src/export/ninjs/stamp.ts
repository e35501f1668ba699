import { fromUtf8, sha256Hex, utf8 } from '../../base/bytes.ts';

/** The role of the alternative id that carries the stamp. */
export const STAMP_ROLE = 'copydesk-sha256';
/** What stands in its place while the hash is taken. */
export const UNSTAMPED = '0'.repeat(64);

const STAMP = new RegExp(`("role": "${STAMP_ROLE}",\\s+"value": ")([0-9a-f]{64})(")`);

/** The document with the SHA-256 of itself, unstamped, in its stamp. */
export async function withStamp(json: string): Promise<Uint8Array> {
  const hash = await sha256Hex(utf8(json));
  return utf8(json.replace(STAMP, `$1${hash}$3`));
}

/** Whether the document tells that story and nobody has changed a byte of it since it was stamped. */
export async function isStampedNinjs(bytes: Uint8Array, uri: string): Promise<boolean> {
  const json = fromUtf8(bytes) ?? '';
  const stamp = STAMP.exec(json)?.[2];
  if (stamp === undefined || !json.includes(`"uri": ${JSON.stringify(uri)}`)) return false;
  return stamp === (await sha256Hex(utf8(json.replace(STAMP, `$1${UNSTAMPED}$3`))));
}
