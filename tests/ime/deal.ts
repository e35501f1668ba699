import { SENTENCES, some } from './corpus.ts';
import type { Spot, Task } from './spots.ts';

/** How many sentences each way types; all of them where nothing is said. `.ci/run` asks for fewer. */
const WANTED = Number(process.env['COPYDESK_IME_SENTENCES'] ?? SENTENCES.length);

/** The sentences of one way dealt over the fields, and within a field over the places. No two ways deal alike. */
export function deal(spots: readonly Spot[], wayNumber: number, from: readonly string[] = SENTENCES): Task[][] {
  const sentences = some(WANTED, from);
  return spots.map((spot, index) =>
    sentences
      .filter((_, number) => (number + wayNumber) % spots.length === index)
      .map((sentence, number) => ({ sentence, place: spot.places[(number + wayNumber) % spot.places.length]! })),
  );
}
