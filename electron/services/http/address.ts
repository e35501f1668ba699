import { fail, ok, type Result } from '../../../src/base/result.ts';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** Whether a host is this computer itself, where nothing can be listened to on the way. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/**
 * An address that may be asked: https, or http on this computer itself; without a name or password in it, which would
 * be written down with it. Fails with `http.bad-address`, `http.insecure`; both name the `host`.
 */
export function askable(address: string): Result<URL> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return fail('http.bad-address', 'no web address', { host: '' });
  const about = { host: url.host };
  if (url.username !== '' || url.password !== '') return fail('http.bad-address', 'a password in the address', about);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return fail('http.insecure', 'http, not https', about);
  return ok(url);
}
