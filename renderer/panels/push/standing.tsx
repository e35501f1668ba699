import type { PushShown } from '../../../src/ipc/calls/sites.ts';
import { saveTime } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { noticeSentence } from '../notices/sentence.ts';
import './standing.css';

/** Where a push stands, in a sentence: also when it is tried next. @param site what the newsroom calls it */
export function Standing({ push: { state }, site }: { push: PushShown; site: string }) {
  const all = useWords();
  const words = all.push;
  const language = useLanguage();
  return (
    <p className="push-state" data-is={state.is} role="status">
      {state.is === 'running' && fill(words.running, { site })}
      {state.is === 'waiting' && (
        <>
          {fill(words.waiting, { why: noticeSentence(state.failure, all) })}{' '}
          {fill(state.failure.code === 'push.offline' ? words.nextTryNetwork : words.nextTry, {
            time: saveTime(state.until, language, new Date()),
          })}
        </>
      )}
      {state.is === 'person' && fill(words.stops, { why: noticeSentence(state.failure, all) })}
      {state.is === 'done' && fill(words.done[state.did], { site })}
    </p>
  );
}
