import address from './clean.worker.ts?worker&url';

/** What of Trusted Types (W3C) this needs; TypeScript's DOM library does not know them. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => string };
}

/** The window's one Trusted Types policy, named in its content security policy: it passes our own worker and nothing else. */
const policy = (globalThis as unknown as { trustedTypes: TrustedTypes }).trustedTypes.createPolicy('copydesk-worker', {
  createScriptURL: (asked) => {
    if (asked !== address) throw new TypeError(`not the cleaning worker: ${asked}`);
    return asked;
  },
});

/** Where the cleaning worker's script is, as `new Worker` accepts it. */
export const workerAddress = (): string => policy.createScriptURL(address);
