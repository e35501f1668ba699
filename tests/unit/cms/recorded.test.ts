import { describe, expect, it } from 'vitest';
import { Desk, siteOf } from '../../live/desk.ts';
import { readRecording, RECORDED_AT, replayed } from '../../live/recording.ts';
import { scenarios } from '../../live/scenarios.ts';

/** What the real servers said when `COPYDESK_RECORD=1 npm run test:live -- recorded` was run last. */
const sites = {
  wordpress: siteOf('wordpress', RECORDED_AT, `${RECORDED_AT}/wp-json/`, 'editor'),
  ghost: siteOf('ghost', RECORDED_AT, `${RECORDED_AT}/ghost/api/admin/`),
};
const KEY = `${'a'.repeat(24)}:${'0'.repeat(64)}`;

describe.each(['wordpress', 'ghost'] as const)('over what %s said', (kind) => {
  it.each(Object.keys(scenarios))('%s', async (name) => {
    const recording = await readRecording(kind, name);
    const { transport, left } = replayed(recording);
    const desk = new Desk(sites[kind], kind === 'ghost' ? KEY : 'a password');
    desk.transport = transport;
    desk.clock = () => recording.at;
    const told = [...recording.told];
    const hand = async (): Promise<string> => told.shift() ?? '';
    await scenarios[name]?.({ kind, desk, hands: { write: hand, edit: hand, remove: hand }, at: recording.at });
    expect(left()).toEqual([]);
  });
});
