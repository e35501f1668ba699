import { join } from 'node:path';
import { z } from '../../../src/base/schema.ts';
import { ok, type Result } from '../../../src/base/result.ts';
import { nodeDisk, type Disk } from '../disk/disk.ts';
import { diskFailure } from '../disk/failure.ts';
import { setAside, writeBeside } from '../disk/write.ts';

/** The system's keyring. Services know it by this alone; electron/shell/keyring.ts has the real one. */
export interface Keyring {
  /** False where the system has none that keeps a secret from other eyes. */
  canKeep: () => Promise<boolean>;
  /** Turns a secret into bytes that only this person on this computer can turn back. */
  seal: (secret: string) => Promise<Uint8Array>;
  open: (sealed: Uint8Array) => Promise<string>;
}

const fileSchema = z.record(z.string(), z.base64());

/**
 * Passwords and keys of sites, by the site's id: sealed by the system's keyring in `secrets.json`, or, where there is no
 * keyring, in memory until the program ends. Never in plain text on the disk.
 */
export class Secrets {
  readonly #keyring: Keyring;
  readonly #disk: Disk;
  readonly #file: string;
  readonly #onTrouble: (what: string, error: unknown) => void;
  readonly #held = new Map<string, string>();
  #sealed: Promise<Record<string, string>> | null = null;

  constructor(
    home: string,
    keyring: Keyring,
    onTrouble: (what: string, error: unknown) => void = () => undefined,
    disk: Disk = nodeDisk,
  ) {
    this.#keyring = keyring;
    this.#disk = disk;
    this.#file = join(home, 'secrets.json');
    this.#onTrouble = onTrouble;
  }

  /** Whether secrets outlast the program. */
  isKept(): Promise<boolean> {
    return this.#keyring.canKeep();
  }

  /**
   * Keeps a secret in place of the one before; answers whether it will be there after a restart. Fails with
   * `sites.disk-full`, `sites.read-only`, `sites.write-failed`; it is held until the program ends all the same.
   */
  async put(id: string, secret: string): Promise<Result<boolean>> {
    this.#held.set(id, secret);
    if (!(await this.#keyring.canKeep())) return ok(false);
    const bytes = await this.#keyring.seal(secret);
    const written = await this.#write({ ...(await this.#read()), [id]: Buffer.from(bytes).toString('base64') });
    return written.ok ? ok(true) : written;
  }

  /** The secret; null where there is none, or the keyring does not give it back. */
  async get(id: string): Promise<string | null> {
    const held = this.#held.get(id);
    if (held !== undefined) return held;
    const sealed = (await this.#read())[id];
    if (sealed === undefined || !(await this.#keyring.canKeep())) return null;
    try {
      const secret = await this.#keyring.open(Buffer.from(sealed, 'base64'));
      this.#held.set(id, secret);
      return secret;
    } catch (error) {
      // Another keyring than the one that sealed it: the person signs in again.
      this.#onTrouble('a secret could not be opened', error);
      return null;
    }
  }

  async has(id: string): Promise<boolean> {
    return (await this.get(id)) !== null;
  }

  /** Forgets a secret, on the disk too. */
  async remove(id: string): Promise<Result<null>> {
    this.#held.delete(id);
    const { [id]: gone, ...left } = await this.#read();
    return gone === undefined ? ok(null) : this.#write(left);
  }

  #read(): Promise<Record<string, string>> {
    return (this.#sealed ??= this.#load());
  }

  async #load(): Promise<Record<string, string>> {
    const bytes = await this.#disk.read(this.#file);
    if (!bytes) return {};
    try {
      return fileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    } catch (error) {
      this.#onTrouble('secrets.json is damaged', error);
      await setAside(this.#disk, this.#file);
      return {};
    }
  }

  async #write(sealed: Record<string, string>): Promise<Result<null>> {
    try {
      await writeBeside(this.#disk, this.#file, Buffer.from(JSON.stringify(sealed)));
      this.#sealed = Promise.resolve(sealed);
      return ok(null);
    } catch (error) {
      return diskFailure('sites', error);
    }
  }
}
