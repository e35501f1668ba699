import { useState } from 'react';
import type { Comment } from '../../../src/review/index.ts';
import type { StoryReview } from '../../state/review.ts';
import { fill } from '../../words/fill.ts';
import { shortWhen } from '../../words/dates.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ByLine } from './by-line.tsx';
import { nameOf, type People } from './names.ts';
import { WriteForm } from './write-form.tsx';

interface ThreadCardProps {
  comment: Comment;
  review: StoryReview;
  people: People;
  names: readonly string[];
  onShow: () => void;
}

/** A thread of comments: what it is about, who said what, and the answer to it. */
export function ThreadCard({ comment, review, people, names, onShow }: ThreadCardProps) {
  const { review: words, library, versions } = useWords();
  const language = useLanguage();
  const [isAnswering, setAnswering] = useState(false);
  const [edited, setEdited] = useState<string | null>(null);
  const { thread, isOrphan } = comment;
  const { id, anchor, quote, entries, resolved } = thread;
  const me = review.me();
  const [first] = entries;
  if (!first) return null;
  const fields: Record<string, string> = versions.fields;
  const place = anchor.on === 'field' ? (fields[anchor.field] ?? anchor.field) : words.about[anchor.on];
  const label = fill(words.spoken.comment, {
    name: nameOf(people, first.by, me, words),
    when: shortWhen(first.at, language, library.yesterday, new Date()),
  });
  return (
    <li>
      <div
        // eslint-disable-next-line jsx-a11y/aria-role -- ARIA 1.3 has it, the plugin does not know it yet
        role="comment"
        className="card"
        data-colour={people[first.by]?.colour ?? 'blue'}
        data-mark={id}
        data-resolved={resolved !== undefined}
        aria-label={label}
      >
        <button type="button" className="card-jump card-quote" onClick={onShow} disabled={isOrphan}>
          {quote.trim() === '' ? place : <q>{quote.trim()}</q>}
        </button>
        {entries.map((entry) => (
          <div key={entry.id} className="card-entry">
            <ByLine by={entry.by} at={entry.at} me={me} people={people}>
              {entry.editedAt !== undefined && <span className="card-faint">{words.edited}</span>}
            </ByLine>
            {edited === entry.id ? (
              <WriteForm
                label={words.commentLabel}
                submit={words.save}
                names={names}
                begin={entry.text}
                takesFocus
                onSubmit={(text) => {
                  review.editEntry(id, entry.id, text);
                  setEdited(null);
                }}
                onCancel={() => {
                  setEdited(null);
                }}
              />
            ) : (
              <p className="card-text">{entry.text}</p>
            )}
            {entry.by === me && edited === null && !resolved && (
              <div className="card-own">
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    setEdited(entry.id);
                  }}
                >
                  {words.edit}
                </button>
                <button type="button" className="button" onClick={() => review.deleteEntry(id, entry.id)}>
                  {words.remove}
                </button>
              </div>
            )}
          </div>
        ))}
        {isAnswering && (
          <WriteForm
            label={fill(words.replyLabel, { name: nameOf(people, first.by, me, words) })}
            submit={words.answer}
            names={names}
            takesFocus
            onSubmit={(text) => {
              review.reply(id, text);
              setAnswering(false);
            }}
            onCancel={() => {
              setAnswering(false);
            }}
          />
        )}
        {!isAnswering && (
          <div className="card-acts">
            {!resolved && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  setAnswering(true);
                }}
              >
                {words.answer}
              </button>
            )}
            <button type="button" className="button" onClick={() => review.settle(id, !resolved)}>
              {resolved ? words.reopen : words.resolve}
            </button>
          </div>
        )}
      </div>
    </li>
  );
}
