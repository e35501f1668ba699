import { isBlank } from '../clean.ts';

/** Plain data; members that are undefined are left out. */
export type Json = string | number | boolean | undefined | { [key: string]: Json } | Json[];

/** The text, or nothing where a reader would see nothing. */
export const text = (value: string): string | undefined => (isBlank(value) ? undefined : value);

/** A headline, description or body in its role; nothing where it is empty. */
export const part = (role: string, value: string, contentType = 'text/plain', more: Record<string, Json> = {}): Json =>
  isBlank(value) ? undefined : { role, contentType, ...more, value };

/** The items that are there; nothing where there are none. */
export function list(items: readonly Json[]): Json[] | undefined {
  const there = items.filter((item) => item !== undefined);
  return there.length > 0 ? there : undefined;
}
