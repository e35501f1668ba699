import { memo } from 'react';
import { BIN_DAYS, type Snippet, type StorySummary } from '../../../src/ipc/calls/stories.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { shortWhen } from '../../words/dates.ts';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

interface StoryRowProps {
  id: string;
  story: StorySummary;
  /** Where what is looked for stands in it. */
  snippet: Snippet | undefined;
  isOpen: boolean;
  isSelected: boolean;
  isActive: boolean;
  /** Its place in the whole list, from 0, and how many there are; far fewer are in the page. */
  place: number;
  count: number;
}

/** One story in the list: its headline, its lead photo, when it was last changed, how far and how long it is. */
export const StoryRow = memo(function StoryRow(props: StoryRowProps) {
  const { id, story, snippet, isOpen, isSelected, isActive, place, count } = props;
  const words = useWords().library;
  const { desk } = useRoom();
  const state = useStore(desk.state);
  const session = isOpen && state.is === 'open' ? state.session : null;
  const headline = session ? <LiveHeadline session={session} /> : story.headline || words.untitled;
  return (
    <div
      id={id}
      className="story-row"
      draggable
      role="option"
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      aria-setsize={count}
      aria-posinset={place + 1}
      aria-describedby={`${id}-facts`}
      data-active={isActive || undefined}
      data-story={story.id}
    >
      <div className="story-row-headline" lang={story.language}>
        {snippet && !session ? <Pieces pieces={snippet.headline} /> : headline}
      </div>
      {story.photo !== null && (
        <img
          className="story-row-photo"
          src={`app://media/${story.photo}/view`}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
        />
      )}
      {snippet && (
        <div className="story-row-snippet" lang={story.language} aria-hidden="true">
          <Pieces pieces={snippet.pieces} />
        </div>
      )}
      {/* Hidden as content and heard as the description: a row’s name is its headline alone. */}
      <div className="story-row-facts" id={`${id}-facts`} aria-hidden="true">
        <Facts story={story} />
      </div>
    </div>
  );
});

function Pieces({ pieces }: { pieces: Snippet['pieces'] }) {
  return pieces.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text));
}

function Facts({ story }: { story: StorySummary }) {
  const words = useWords().library;
  const language = useLanguage();
  const { state, openComments, isPinned, binnedAt, updatedAt, section } = story;
  if (binnedAt !== null) return <span>{fillCount(language, words.bin.left, daysLeft(binnedAt))}</span>;
  return (
    <>
      {isPinned && (
        <span className="story-row-pin">
          <Icon name="pin" />
          <span className="visually-hidden">{words.pinned}</span>
        </span>
      )}
      {state !== 'draft' && (
        <span className="story-row-state" data-state={state}>
          {words.states[state]}
        </span>
      )}
      <span>{shortWhen(updatedAt, language, words.yesterday, new Date())}</span>
      <span>{fillCount(language, words.words, story.words)}</span>
      {openComments > 0 && <span>{fillCount(language, words.comments, openComments)}</span>}
      {section !== '' && <span className="story-row-section">{section}</span>}
    </>
  );
}

function daysLeft(binnedAt: string): number {
  const days = (Date.now() - Date.parse(binnedAt)) / 86_400_000;
  return Math.max(0, Math.min(BIN_DAYS, Math.ceil(BIN_DAYS - days)));
}

/** The headline as it stands on the page, which the list learns only when the disk has it. */
function LiveHeadline({ session }: { session: Session }) {
  const words = useWords().library;
  return useStore(session.fields, ({ headline }) => headline) || words.untitled;
}
