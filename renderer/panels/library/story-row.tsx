import { memo } from 'react';
import type { StorySummary } from '../../../src/ipc/calls/stories.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { shortWhen } from '../../words/dates.ts';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

interface StoryRowProps {
  id: string;
  story: StorySummary;
  isOpen: boolean;
  isActive: boolean;
  onOpen: (id: string) => void;
}

/** One story in the list: its headline, when it was last changed, how long it is. */
export const StoryRow = memo(function StoryRow({ id, story, isOpen, isActive, onOpen }: StoryRowProps) {
  const words = useWords().library;
  const language = useLanguage();
  const { desk } = useRoom();
  const state = useStore(desk.state);
  const session = isOpen && state.is === 'open' ? state.session : null;
  return (
    // The list itself takes the keys: it, not the row, has the focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      className="story-row"
      role="option"
      aria-selected={isOpen}
      aria-describedby={`${id}-facts`}
      data-active={isActive || undefined}
      onClick={() => {
        onOpen(story.id);
      }}
    >
      <div className="story-row-headline" lang={story.language}>
        {session ? <LiveHeadline session={session} /> : story.headline || words.untitled}
      </div>
      {/* Hidden as content and heard as the description: a row’s name is its headline alone. */}
      <div className="story-row-facts" id={`${id}-facts`} aria-hidden="true">
        <span>{shortWhen(story.updatedAt, language, words.yesterday, new Date())}</span>
        <span>{fillCount(language, words.words, story.words)}</span>
      </div>
    </div>
  );
});

/** The headline as it stands on the page, which the list learns only when the disk has it. */
function LiveHeadline({ session }: { session: Session }) {
  const words = useWords().library;
  return useStore(session.fields, ({ headline }) => headline) || words.untitled;
}
