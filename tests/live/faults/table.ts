import { FAULTS, type Outcome } from './push-through.ts';

/** What befell the pushes and how they ended, fault by fault: a push that met two kinds is in two rows. */
export function table(outcomes: readonly Outcome[], wrong: ReadonlySet<Outcome>): string {
  const row = (name: string, of: readonly Outcome[], times: number): string[] => {
    const ended = (how: Outcome['ended']): number => of.filter((one) => one.ended === how).length;
    const counts = [times, of.length, ended('done'), ended('waiting'), ended('person')];
    return [name, ...counts.map(String), String(of.filter((one) => wrong.has(one)).length)];
  };
  const rows = FAULTS.map((fault) => {
    const met = outcomes.filter(({ faults }) => faults.includes(fault));
    return row(fault, met, met.flatMap(({ faults }) => faults).filter((one) => one === fault).length);
  });
  const calm = outcomes.filter(({ faults }) => faults.length === 0);
  const all = row('all', outcomes, outcomes.flatMap(({ faults }) => faults).length);
  const head = ['what happened', 'times', 'pushes', 'done', 'waiting', 'a person', 'not one post and one copy'];
  const lines = [head, row('nothing', calm, 0), ...rows, all];
  return lines
    .map((cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(17) : cell.padStart(at === 6 ? 27 : 9))).join(''))
    .join('\n');
}
