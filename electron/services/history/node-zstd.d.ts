/** What Copydesk uses of Zstandard in Electron's Node; the types of the Node that tools run in do not have it yet. */
declare module 'node:zlib' {
  interface ZstdOptions {
    /** By the numbers in `constants`. */
    params?: Record<number, number>;
    /** Content that what is packed may refer to; the same is needed to unpack it. */
    dictionary?: Uint8Array;
    maxOutputLength?: number;
  }

  type Answer = (error: Error | null, result: Buffer) => void;

  export function zstdCompress(bytes: Uint8Array, options: ZstdOptions, answer: Answer): void;
  export function zstdDecompress(bytes: Uint8Array, options: ZstdOptions, answer: Answer): void;

  export namespace constants {
    const ZSTD_c_compressionLevel: number;
    const ZSTD_c_windowLog: number;
  }
}
