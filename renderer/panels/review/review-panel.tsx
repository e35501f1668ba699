import { useState, type ReactNode } from 'react';
import type { Comment, Suggestion } from '../../../src/review/index.ts';
import type { Block, StoryFields } from '../../../src/story/schema.ts';
import type { StoryReview } from '../../state/review.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { fill, fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { Side } from '../side/side.tsx';
import { nameOf, type People } from './names.ts';
import { RecordView } from './record-view.tsx';
import { SinceRead } from './since-read.tsx';
import { Standing } from './standing.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { ThreadCard } from './thread-card.tsx';
import { WriteForm } from './write-form.tsx';
import type { Composing } from './compose.ts';
import './review.css';

interface ReviewPanelProps {
  session: Session;
  review: StoryReview;
  composing: Composing | null;
  onCompose: (composing: Composing | null) => void;
  onShow: (mark: Suggestion | Comment) => void;
  onRead: () => void;
  /** Decides on what is selected in the text. */
  onDecide: (how: 'accept' | 'reject') => void;
}

type Card = { at: number; key: string; card: ReactNode };

const NO_PEOPLE: People = {};

/** Everything said of the story and suggested for it, in the order of the text; where the story stands above it. */
export function ReviewPanel({ session, review, composing, onCompose, onShow, onRead, onDecide }: ReviewPanelProps) {
  const words = useWords().review;
  const language = useLanguage();
  const { side, settingsShown, preferences } = useRoom();
  const fields = useStore(session.fields);
  const { all } = useStore(review.suggestions);
  const comments = useStore(review.comments);
  const isSuggesting = useStore(review.isSuggesting);
  const isNameless = useStore(preferences.settings, ({ person }) => person.name === '');
  const [by, setBy] = useState<string | null>(null);
  const people = fields.people ?? NO_PEOPLE;
  const me = review.me();
  const makers = [...new Set(all.map((one) => one.by))];
  const chosen = by !== null && makers.includes(by) ? by : null;
  const shown = chosen === null ? all : all.filter((one) => one.by === chosen);
  const names = namesKnown(fields, people);
  const order = new Map(session.current().body.map((block: Block, index) => [block.id, index]));
  const placeOf = (block: string | null, field: boolean): number =>
    block === null ? (field ? -1 : -2) : (order.get(block) ?? Infinity);

  const thread = (comment: Comment): ReactNode => (
    <ThreadCard
      key={comment.thread.id}
      comment={comment}
      review={review}
      people={people}
      names={names}
      onShow={() => onShow(comment)}
    />
  );
  const open = comments.filter((one) => !one.thread.resolved && !one.isOrphan);
  const orphans = comments.filter((one) => !one.thread.resolved && one.isOrphan);
  const settled = comments.filter((one) => one.thread.resolved);
  const cards: Card[] = [
    ...open.map((comment): Card => {
      const { anchor, id } = comment.thread;
      const about = anchor.on === 'suggestion' ? all.find((one) => one.id === anchor.suggestion) : undefined;
      const at = about ? placeOf(about.block, true) : placeOf(comment.block, anchor.on === 'field');
      return { at, key: id, card: thread(comment) };
    }),
    ...shown.map((suggestion): Card => ({
      at: placeOf(suggestion.block, true),
      key: suggestion.id,
      card: (
        <SuggestionCard
          key={`${suggestion.id} ${suggestion.part}`}
          suggestion={suggestion}
          people={people}
          me={me}
          onShow={() => onShow(suggestion)}
          onDecide={(how) => review.decide([suggestion.id], how)}
          onReply={() =>
            onCompose({
              anchor: { on: 'suggestion', suggestion: suggestion.id },
              id: null,
              quote: suggestion.after || suggestion.before,
            })
          }
        />
      ),
    })),
  ].sort((a, b) => a.at - b.at);
  const decideAll = (how: 'accept' | 'reject') =>
    review.decide(
      shown.map(({ id }) => id),
      how,
    );
  const nameOfChosen = chosen === null ? '' : nameOf(people, chosen, me, words);

  return (
    <Side
      title={words.title}
      closeLabel={words.close}
      onClose={() => side.set(null)}
      className="review-side"
      takesFocus={!composing}
    >
      <div className="review">
        {isNameless && (
          <p className="card-faint">
            {words.nameless}{' '}
            <button type="button" className="button" onClick={() => settingsShown.set('you')}>
              {words.sayName}
            </button>
          </p>
        )}
        <Standing
          story={session.opened.id}
          review={review}
          standing={fields.review}
          people={people}
          isAuthor={fields.byline.people.some(({ name }) => name === people[me]?.name)}
        />
        <SinceRead session={session} />
        <div className="card-acts review-tools">
          <button
            type="button"
            className="button"
            data-kind="outline"
            aria-pressed={isSuggesting}
            title={words.suggestHint}
            onClick={() => review.setSuggesting(!isSuggesting)}
          >
            {words.suggest}
          </button>
          <button type="button" className="button" onClick={onRead}>
            {words.read}
          </button>
        </div>
        {composing ? (
          <div className="card" data-composing>
            {composing.quote.trim() !== '' && <q className="card-quote">{composing.quote.trim()}</q>}
            <WriteForm
              label={words.commentLabel}
              submit={words.comment}
              names={names}
              takesFocus
              onSubmit={(text) => {
                review.comment(
                  composing.anchor,
                  composing.id ?? crypto.randomUUID().replaceAll('-', ''),
                  composing.quote,
                  text,
                );
                onCompose(null);
              }}
              onCancel={() => onCompose(null)}
            />
          </div>
        ) : (
          <button
            type="button"
            className="button"
            onClick={() => onCompose({ anchor: { on: 'story' }, id: null, quote: '' })}
          >
            {words.commentOn}
          </button>
        )}
        {all.length > 0 && (
          <div className="review-all">
            <p>{fillCount(language, words.count, all.length)}</p>
            {makers.length > 1 && (
              <label>
                {words.by}
                <select value={chosen ?? ''} onChange={(event) => setBy(event.target.value || null)}>
                  <option value="">{words.everybody}</option>
                  {makers.map((maker) => (
                    <option key={maker} value={maker}>
                      {nameOf(people, maker, me, words)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <div className="card-acts">
              <button type="button" className="button" data-kind="outline" onClick={() => decideAll('accept')}>
                {chosen === null ? words.acceptAll : fill(words.acceptAllOf, { name: nameOfChosen })}
              </button>
              <button type="button" className="button" onClick={() => decideAll('reject')}>
                {chosen === null ? words.rejectAll : fill(words.rejectAllOf, { name: nameOfChosen })}
              </button>
            </div>
            {/* The text keeps its selection: the button is pressed and not gone to. */}
            <div className="card-acts">
              {(['accept', 'reject'] as const).map((how) => (
                <button
                  key={how}
                  type="button"
                  className="button"
                  title={words.selectedHint}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onDecide(how)}
                >
                  {how === 'accept' ? words.acceptSelected : words.rejectSelected}
                </button>
              ))}
            </div>
          </div>
        )}
        {cards.length === 0 && orphans.length === 0 && <p className="card-faint">{words.quiet}</p>}
        <ul className="cards">{cards.map(({ card }) => card)}</ul>
        {orphans.length > 0 && (
          <section aria-label={words.orphans}>
            <h3>{words.orphans}</h3>
            <ul className="cards">{orphans.map(thread)}</ul>
          </section>
        )}
        {settled.length > 0 && (
          <details>
            <summary>
              {words.resolvedOnes} ({settled.length})
            </summary>
            <ul className="cards">{settled.map(thread)}</ul>
          </details>
        )}
        <RecordView session={session} />
      </div>
    </Side>
  );
}

/** Everybody whom a comment can call on: those of the review and of the byline. */
function namesKnown(fields: StoryFields, people: People): string[] {
  const all = [...Object.values(people).map(({ name }) => name), ...fields.byline.people.map(({ name }) => name)];
  return [...new Set(all)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b, fields.language));
}
