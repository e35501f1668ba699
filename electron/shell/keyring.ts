import { safeStorage } from 'electron';
import type { Keyring } from '../services/sites/secrets.ts';

/**
 * The system's keyring: Keychain, DPAPI, or a Linux secret service. Chromium's stand-in where Linux has none
 * (`basic_text`) seals with a password that everyone knows, and so counts as no keyring.
 */
export const systemKeyring: Keyring = {
  canKeep: async () => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
  },
  seal: (secret) => safeStorage.encryptStringAsync(secret),
  open: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result,
};
