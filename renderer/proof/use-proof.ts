import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Remark } from '../../src/language/proof.ts';
import { useRoom } from '../state/room.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/use-store.ts';
import type { PageText, PageTexts } from '../texts/page-texts.ts';
import type { PlacedRemark } from './placed.ts';
import { createRemarkMarks, type RemarkMarks } from './remark-marks.ts';
import type { ProofProblem } from './job.ts';

/** The text may go on changing for so long before it is looked at, in milliseconds. */
const CALM = 350;

const remarkKey = ({ rule, found }: Pick<Remark, 'rule' | 'found'>): string => `${rule} ${found}`;

/** Keeps the page's texts looked through for spelling and style, and marks what was found. */
export function useProof(texts: PageTexts | null, session: Session) {
  const { preferences, notices, reader } = useRoom();
  const { checksSpelling, checksStyle, tonePlacement, stories } = useStore(preferences.settings);
  const [seen] = useState(() => new Map<string, { text: PageText; remarks: readonly Remark[] }>());
  const [remarks, setRemarks] = useState<readonly PlacedRemark[]>([]);
  const [problems, setProblems] = useState<readonly ProofProblem[]>(reader.problems);
  const [learnt, setLearnt] = useState(0);
  const isReady = useRef(false);
  const storyId = session.opened.id;
  const ignored = stories[storyId]?.remarksIgnored;

  const show = useEffectEvent((): void => {
    const spared = new Set(ignored);
    setRemarks(
      [...seen.values()].flatMap(({ text: { id, text, language, label }, remarks: own }) =>
        own.filter((one) => !spared.has(remarkKey(one))).map((one) => ({ ...one, id, language, label, within: text })),
      ),
    );
  });
  const hearProblems = useEffectEvent((): void => {
    const now = reader.problems();
    if (now === problems) return;
    const isNew = (one: ProofProblem): boolean =>
      !problems.some(({ file, rule, fault }) => one.fault === fault && one.file === file && one.rule === rule);
    for (const { file, line, rule, fault } of now.filter(isNew))
      if (fault === 'slow') notices.tell('warning', { code: 'proof.slow-rule', about: { file, line, rule } });
    setProblems(now);
  });
  const look = useEffectEvent(async (only: ReadonlySet<string> | null): Promise<void> => {
    if (!texts || !isReady.current) return;
    const list = texts.list(only ?? undefined);
    if (!only) seen.clear();
    const changed = list.filter(({ id, text, language }) => {
      const before = seen.get(id)?.text;
      return before?.text !== text || before.language !== language;
    });
    const answer = await reader.proof(changed);
    hearProblems();
    if (!answer) {
      notices.tell('warning', { code: 'proof.too-long' });
      return;
    }
    const there = new Set(list.map(({ id }) => id));
    for (const id of only ?? []) if (!there.has(id)) seen.delete(id);
    for (const text of list) if (!seen.has(text.id)) seen.set(text.id, { text, remarks: [] });
    changed.forEach((text, place) => seen.set(text.id, { text, remarks: answer[place] ?? [] }));
    show();
  });
  // In another language the same words are read by other rules.
  const language = useStore(session.fields, (fields) => fields.language);
  // The rules and words of the newsroom, anew when they may be others.
  const prepare = useEffectEvent(async (): Promise<void> => {
    const story = session.current();
    const captions = story.body.flatMap((block) =>
      block.type === 'figure' ? block.photos.map(({ caption }) => caption.map(({ text }) => text).join('')) : [],
    );
    const names = [story.byline.text, ...captions];
    if (!(await reader.prepare({ checksSpelling, checksStyle, tonePlacement }, names))) return;
    hearProblems();
    isReady.current = true;
    await look(null);
  });
  useEffect(() => {
    const turn = setTimeout(() => void prepare());
    const again = (): void => void prepare();
    // Someone may have changed the files meanwhile.
    window.addEventListener('focus', again);
    return () => {
      clearTimeout(turn);
      window.removeEventListener('focus', again);
    };
  }, [texts, language, checksSpelling, checksStyle, tonePlacement, learnt]);

  useEffect(() => {
    if (!texts) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due: Set<string> | null = new Set();
    const stop = texts.listen((ids) => {
      if (!ids) due = null;
      else if (due) for (const id of ids) due.add(id);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const now = due;
        due = new Set();
        void look(now);
      }, CALM);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [texts]);

  useEffect(() => {
    const turn = setTimeout(() => show());
    return () => clearTimeout(turn);
  }, [ignored]);

  const marks = useRef<RemarkMarks | null>(null);
  useEffect(() => {
    if (!texts) return;
    const own = createRemarkMarks(texts);
    marks.current = own;
    return () => {
      marks.current = null;
      own.end();
    };
  }, [texts]);
  useEffect(() => marks.current?.show(remarks), [texts, remarks]);

  const ignore = useCallback(
    (remark: Remark): void => {
      const now = preferences.settings.get().stories;
      const own = now[storyId] ?? {};
      const remarksIgnored = [...new Set([...(own.remarksIgnored ?? []), remarkKey(remark)])];
      preferences.choose({ stories: { ...now, [storyId]: { ...own, remarksIgnored } } });
    },
    [preferences, storyId],
  );
  const learn = useCallback(
    async (word: string): Promise<void> => {
      const answer = await reader.learn(word);
      if (answer.ok) setLearnt((count) => count + 1);
      else notices.tell('failure', answer.failure);
    },
    [reader, notices],
  );
  return { remarks, problems, ignore, learn, suggest: reader.suggest, showFolder: reader.showFolder };
}

export type Proof = ReturnType<typeof useProof>;
