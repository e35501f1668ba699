import { sha256Hex, utf8 } from '../base/bytes.ts';

const STAMP = /^<!-- Copydesk export of ([a-z0-9]{8,40}), sha256 ([0-9a-f]{64}) -->\n$/;

const stampLine = (storyId: string, hash: string): string => `<!-- Copydesk export of ${storyId}, sha256 ${hash} -->\n`;

/** The page with a last line that names its story and the SHA-256 of all bytes before it, to be known again by. */
export async function stamped(page: Uint8Array, storyId: string): Promise<Uint8Array> {
  const stamp = utf8(stampLine(storyId, await sha256Hex(page)));
  const whole = new Uint8Array(page.length + stamp.length);
  whole.set(page);
  whole.set(stamp, page.length);
  return whole;
}

/** Whether the page carries this story's stamp and nobody has changed a byte of it since. */
export async function isStampedFor(page: Uint8Array, storyId: string): Promise<boolean> {
  const end = page.length - stampLine(storyId, '0'.repeat(64)).length;
  if (end <= 0) return false;
  const stamp = STAMP.exec(String.fromCharCode(...page.subarray(end)));
  return stamp?.[1] === storyId && stamp[2] === (await sha256Hex(page.subarray(0, end)));
}
