import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Failure } from '../../src/base/result.ts';
import { MOST_FOUND } from '../../src/language/find/find.ts';
import type { Query } from '../../src/language/find/query.ts';
import type { Edit } from '../editor/texts.ts';
import { clearMarks, showMarks } from '../texts/marks.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { findIn } from './find.ts';

/** A place that was found, with a little of what stands round it. */
export interface Hit extends Edit {
  before: string;
  found: string;
  after: string;
  /** The field it is in; '' in the body's paragraphs. */
  label: string;
}

export interface Finding {
  hits: readonly Hit[];
  /** The number of the hit that is shown, from 0; -1 before any was. */
  current: number;
  failure: Failure | null;
  /** There may be more than were looked for. */
  isCutOff: boolean;
}

const NOTHING: Finding = { hits: [], current: -1, failure: null, isCutOff: false };
/** The page may go on changing for so long before it is looked through again, in milliseconds. */
const CALM = 150;
/** So many characters of what stands round a hit. */
const ROUND = 32;
/** More marks than these help nobody, and cost the browser time. */
const MOST_MARKS = 2000;

/** Looks for the query in the page's texts, marks what is found, keeps up with what is typed. */
export function useFind(texts: PageTexts | null, query: Query, template: string) {
  const [finding, setFinding] = useState<Finding>(NOTHING);
  const last = useRef(0);
  /** Which way to go once what was asked is found: a fast hand is ahead of the search. */
  const due = useRef<1 | -1 | null>(null);

  const look = useEffectEvent(async (): Promise<void> => {
    if (!texts) return;
    const turn = ++last.current;
    const list = texts.list();
    const answer = await findIn({ query, template, texts: list.map(({ text }) => text) });
    // Meanwhile something else was asked.
    if (turn !== last.current) return;
    if (!answer.ok) {
      setFinding({ ...NOTHING, failure: answer.failure });
      return;
    }
    const hits = answer.value.map(({ text, start, end, replacement }): Hit => {
      const { id, text: whole, label } = list[text]!;
      return {
        id,
        start,
        end,
        replacement,
        label,
        within: whole,
        before: whole.slice(Math.max(0, start - ROUND), start),
        found: whole.slice(start, end),
        after: whole.slice(end, end + ROUND),
      };
    });
    const step = due.current;
    due.current = null;
    setFinding((before) => {
      const now = { hits, current: keepPlace(before, hits), failure: null, isCutOff: hits.length === MOST_FOUND };
      return step === null ? now : { ...now, current: further(now, step) };
    });
    if (step !== null && hits.length > 0) texts.reveal(hits[further({ hits, current: -1 }, step)]!, false);
  });

  useEffect(() => {
    const turn = setTimeout(() => void look());
    return () => clearTimeout(turn);
  }, [texts, query, template]);

  useEffect(() => {
    if (!texts) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = texts.listen(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), CALM);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [texts]);

  useEffect(() => {
    if (!texts) return;
    const { hits, current } = finding;
    const rangeOf = (hit: Hit): Range[] => {
      const range = texts.rangeOf(hit);
      return range ? [range] : [];
    };
    const from = Math.max(0, Math.min(current - MOST_MARKS / 2, hits.length - MOST_MARKS));
    const marked = hits.slice(from, from + MOST_MARKS);
    texts.tidy('find', new Set(marked.map(({ id }) => id)));
    showMarks('find', marked.flatMap(rangeOf));
    const shown = hits[current];
    showMarks('find-current', shown ? rangeOf(shown) : []);
  }, [texts, finding]);

  useEffect(
    () => () => {
      texts?.tidy('find', new Set());
      clearMarks('find');
      clearMarks('find-current');
    },
    [texts],
  );

  /** Shows the hit `step` further on (or back), round the end. */
  const go = useCallback(
    (step: 1 | -1): void => {
      setFinding((before) => {
        if (before.hits.length === 0) {
          due.current = step;
          return before;
        }
        const current = further(before, step);
        texts?.reveal(before.hits[current]!, false);
        return { ...before, current };
      });
    },
    [texts],
  );
  const goTo = useCallback(
    (number: number): void => {
      setFinding((before) => {
        const hit = before.hits[number];
        if (hit) texts?.reveal(hit, false);
        return hit ? { ...before, current: number } : before;
      });
    },
    [texts],
  );
  return { finding, go, goTo };
}

/** The number of the hit `step` further on, round the end. */
function further({ hits, current }: Pick<Finding, 'hits' | 'current'>, step: 1 | -1): number {
  if (current < 0) return step > 0 ? 0 : hits.length - 1;
  return (current + step + hits.length) % hits.length;
}

/** The hit that was shown, or the one that has come into its place. */
function keepPlace({ hits: before, current }: Finding, hits: readonly Hit[]): number {
  const shown = before[current];
  if (!shown || hits.length === 0) return -1;
  const same = hits.findIndex(({ id, start }) => id === shown.id && start >= shown.start);
  return same >= 0 ? same : Math.min(current, hits.length - 1);
}
