import { writeSync } from 'node:fs';
import { openDraftStore } from '../../../electron/services/drafts/store.ts';
import { dice, someChange } from './typist.ts';

/*
 * A program that types into a story as fast as the disk answers, until it is killed:
 * robot.ts <home> <story id> <seed>. One line of output for each change that was acknowledged.
 */
const [, , home = '', id = '', seed = '1'] = process.argv;
const random = dice(Number(seed));
const store = openDraftStore({ home, pace: { mirrorAfter: 15, logChanges: 25, idleAfter: 30 } });
const opened = await store.open(id);
if (!opened.ok) throw new Error(opened.failure.detail);
let { story, seq } = opened.value;
writeSync(1, `opened ${seq} ${opened.value.notices.length}\n`);
for (;;) {
  // Now and then a burst, now and then a closing.
  const burst = random() < 0.2 ? 5 : 1;
  const answers = Array.from({ length: burst }, async () => {
    const n = ++seq;
    const change = someChange(story, random, n);
    const answer = store.change(id, n, { ...change, fields: { ...change.fields, slug: `tin-${n}` } });
    return (await answer).ok ? n : 0;
  });
  for (const n of await Promise.all(answers)) writeSync(1, `saved ${n}\n`);
  const now = await store.read(id);
  if (now.ok) story = now.value.story;
  if (random() < 0.03) await store.closeAll();
}
