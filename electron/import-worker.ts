import { parentPort, workerData } from 'node:worker_threads';
import { readBytes } from './services/import/read-bytes.ts';

// The thread that reads a foreign file. Whoever waits for it ends it when it takes too long (services/import/reader.ts).
const { name, bytes } = workerData as { name: string; bytes: Uint8Array };
parentPort?.postMessage(await readBytes(name, bytes));
