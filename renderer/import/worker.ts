import address from './clean.worker.ts?worker&url';

/** The part of Trusted Types that is used here; TypeScript's DOM library does not have them yet. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (asked: string) => string },
  ) => { createScriptURL: (asked: string) => string };
}
declare const trustedTypes: TrustedTypes | undefined;

/** Lets one script through and no other: the cleaner's own file. Named in the content security policy. */
function trusted(): string {
  if (typeof trustedTypes === 'undefined') return address;
  const policy = trustedTypes.createPolicy('copydesk-worker', {
    createScriptURL: (asked) => {
      if (asked !== address) throw new TypeError(`not the cleaner's script: ${asked}`);
      return asked;
    },
  });
  return policy.createScriptURL(address);
}

// A policy's name can be used once; the trusted address serves every start.
let known: string | undefined;

/** Starts the thread that cleans foreign HTML. */
export function startCleanWorker(): Worker {
  known ??= trusted();
  return new Worker(known, { type: 'module', name: 'clean' });
}
