import checkAddress from '../check/check.worker.ts?worker&url';
import findAddress from '../find/find.worker.ts?worker&url';
import proofAddress from '../proof/proof.worker.ts?worker&url';
import cleanAddress from '../import/clean.worker.ts?worker&url';
import pictureAddress from '../pictures/picture.worker.ts?worker&url';
import mergeAddress from '../merge/merge.worker.ts?worker&url';

/** The part of Trusted Types that is used here; TypeScript's DOM library does not have them yet. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (asked: string) => string },
  ) => { createScriptURL: (asked: string) => string };
}
declare const trustedTypes: TrustedTypes | undefined;

const OWN = new Set([checkAddress, cleanAddress, findAddress, mergeAddress, pictureAddress, proofAddress]);

/** Lets the window's own threads through and no other script. Named in the content security policy. */
const policy =
  typeof trustedTypes === 'undefined'
    ? null
    : trustedTypes.createPolicy('copydesk-worker', {
        createScriptURL: (asked) => {
          if (!OWN.has(asked)) throw new TypeError(`no script of this window: ${asked}`);
          return asked;
        },
      });

const start = (address: string, name: string): Worker =>
  new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module', name });

/** Starts the thread that cleans foreign HTML. */
export const startCleanWorker = (): Worker => start(cleanAddress, 'clean');

/** Starts the thread that checks the open story. */
export const startCheckWorker = (): Worker => start(checkAddress, 'check');

/** Starts the thread that looks through the page's texts. */
export const startFindWorker = (): Worker => start(findAddress, 'find');

/** Starts the thread that decodes, scales and reads pictures. */
export const startPictureWorker = (): Worker => start(pictureAddress, 'picture');

/** Starts a thread that merges two copies of a story. */
export const startMergeWorker = (): Worker => start(mergeAddress, 'merge');

/** Starts the thread that looks up words and tries the rules of house style. */
export const startProofWorker = (): Worker => start(proofAddress, 'proof');
