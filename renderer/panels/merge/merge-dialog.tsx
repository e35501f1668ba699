import { useEffect, useRef } from 'react';
import type { MergeState } from '../../state/merging.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Modal } from '../../ui/modal.tsx';
import { shortWhen } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ChangeList } from './changes.tsx';
import { FlagList } from './flags.tsx';
import { ReviewSummary } from './review-summary.tsx';
import './merge.css';

/** A returned copy, laid before the person: what needs their eyes, what changes, and three ways on. */
export function MergeDialog() {
  const { merging } = useRoom();
  const state = useStore(merging.state);
  return state === null ? null : <OpenMerge key={state.offer.token} state={state} />;
}

function OpenMerge({ state }: { state: MergeState }) {
  const { merging } = useRoom();
  const words = useWords().merge;
  const { offer } = state;
  return (
    <Modal
      title={fill(words.title, { headline: offer.headline || words.untitled })}
      className="merge"
      onClose={() => void merging.cancel()}
    >
      {state.is === 'reading' ? (
        <p className="merge-reading" role="status">
          {fill(words.reading, { file: offer.file })}
        </p>
      ) : (
        <Laid state={state} />
      )}
    </Modal>
  );
}

function Laid({ state }: { state: Exclude<MergeState, { is: 'reading' }> }) {
  const { merging } = useRoom();
  const words = useWords().merge;
  const text = useRef<HTMLDivElement>(null);
  const isReady = state.is === 'ready';
  // From the top: the flags come first, and the arrows scroll through what follows.
  useEffect(() => text.current?.focus(), []);
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must take the focus */}
      <div ref={text} className="merge-text" tabIndex={0} role="region" aria-label={words.region}>
        <About state={state} />
        {isReady ? (
          <>
            <ReviewSummary mine={state.mine} merged={state.answer.story} />
            <h3>{fill(words.flags, { count: state.answer.flags.length })}</h3>
            <FlagList answer={state.answer} />
            <h3>
              {fill(words.changes, {
                added: state.answer.changes.words.added,
                removed: state.answer.changes.words.removed,
              })}
            </h3>
            <ChangeList changes={state.answer.changes} />
          </>
        ) : (
          <p>{words.strange}</p>
        )}
      </div>
      <div className="merge-choices">
        <button type="button" className="button" onClick={() => void merging.cancel()}>
          {words.cancel}
        </button>
        <button
          type="button"
          className="button"
          data-kind={isReady ? 'outline' : 'main'}
          onClick={() => void merging.separate()}
        >
          {words.separate}
        </button>
        {isReady && !state.answer.story.underReview && (
          <button
            type="button"
            className="button"
            data-kind="outline"
            onClick={() => void merging.accept('suggestions')}
          >
            {words.asSuggestions}
          </button>
        )}
        {isReady && (
          <button type="button" className="button" data-kind="main" onClick={() => void merging.accept()}>
            {words.accept}
          </button>
        )}
      </div>
    </>
  );
}

function About({ state: { offer, about } }: { state: Exclude<MergeState, { is: 'reading' }> }) {
  const words = useWords();
  const language = useLanguage();
  const when = shortWhen(about.at, language, words.library.yesterday, new Date());
  const sentence = about.by === '' ? words.merge.from : words.merge.fromWhom;
  return (
    <>
      <p className="merge-from">{fill(sentence, { file: offer.file, by: about.by, when })}</p>
      {about.missing.length > 0 && (
        <p className="merge-missing">{fill(words.merge.missing, { what: about.missing.join(', ') })}</p>
      )}
    </>
  );
}
