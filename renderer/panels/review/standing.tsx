import { useId } from 'react';
import { APPROVAL_CONDITIONS, waysFrom } from '../../../src/review/index.ts';
import type { Review } from '../../../src/story/review.ts';
import { countLevels } from '../../../src/check/index.ts';
import type { StoryReview } from '../../state/review.ts';
import { rememberRead } from '../../state/read-mark.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import type { MenuItem } from '../../ui/menu-items.tsx';
import { Menu } from '../../ui/menu.tsx';
import { shortWhen } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { nameOf, type People } from './names.ts';

/** What is said of a story that was handed over, by the way that it went. */
const GONE = {
  file: 'window.exported',
  desk: 'window.on-desk',
  mail: 'window.mail-draft',
  mailto: 'window.mail-by-hand',
} as const;

interface StandingProps {
  /** The story's id. */
  story: string;
  review: StoryReview;
  standing: Review;
  people: People;
  isAuthor: boolean;
}

/** Where the story stands, where it can go from here and what is in the way; whose turn it is, until when. */
export function Standing({ story, review, standing, people, isAuthor }: StandingProps) {
  const { review: words, library } = useWords();
  const { host, checks, desk, notices, preferences, settingsShown, sharedDesk } = useRoom();
  const folder = useStore(sharedDesk.shown, (shown) => shown.folder);
  const language = useLanguage();
  const id = useId();
  const { all } = useStore(review.suggestions);
  const findings = useStore(checks.findings);
  const settings = useStore(preferences.settings);
  // An open suggestion is told as such, not once more as a check's error.
  const errors = countLevels((findings ?? []).filter(({ rule }) => rule !== 'review.suggestion')).error;
  const ways = waysFrom(
    standing.state,
    { openSuggestions: all.length, errors, isAuthor, name: settings.person.name },
    settings,
  );
  const unmet = APPROVAL_CONDITIONS.filter((one) => ways.some((way) => way.unmet.includes(one)));
  const { state, by, at, assignee = '', deadline = '', note = '' } = standing;
  // A story that somebody else sent goes back to them.
  const isBack = review.sender() !== undefined && review.sender() !== review.me();

  /** Makes the package that the other desk needs: by the system's dialog to wherever it is to go, or one of the other ways. */
  async function handOver(to?: 'desk' | 'mail' | 'mailto'): Promise<void> {
    const takeBack = review.handOver(isBack ? 'returned' : 'sent');
    const answer = await desk.exportWith('story', undefined, to);
    if (answer.ok && answer.value.path !== null) {
      notices.tell('done', { code: GONE[to ?? 'file'], about: { path: answer.value.path } });
      // Whoever hands it over knows it as it is.
      await rememberRead({ host, notices, preferences }, story);
      return;
    }
    takeBack();
    if (!answer.ok) notices.tell('failure', answer.failure);
  }
  const waysOut: MenuItem[] = [
    folder === null
      ? { key: 'desk', label: words.handOver.chooseDesk, choose: () => settingsShown.set('desk') }
      : { key: 'desk', label: words.handOver.toDesk, hint: folder, choose: () => void handOver('desk') },
    {
      key: 'mail',
      label: words.handOver.byMail,
      hint: words.handOver.byMailHint,
      choose: () => void handOver('mail'),
    },
    {
      key: 'mailto',
      label: words.handOver.byHand,
      hint: words.handOver.byHandHint,
      choose: () => void handOver('mailto'),
    },
  ];
  return (
    <section className="standing" aria-label={words.state.label}>
      <p className="standing-now" data-state={state}>
        {by !== undefined && at !== undefined
          ? fill(words.state.now, {
              state: library.states[state],
              name: nameOf(people, by, review.me(), words),
              when: shortWhen(at, language, library.yesterday, new Date()),
            })
          : library.states[state]}
      </p>
      <div className="card-acts">
        {ways.map(({ to, unmet: missing }) => (
          <button
            key={to}
            type="button"
            className="button"
            data-kind={to === 'killed' ? 'danger' : 'outline'}
            disabled={missing.length > 0}
            aria-describedby={missing.length > 0 ? id : undefined}
            onClick={() => review.move(to)}
          >
            {words.state.to[to]}
          </button>
        ))}
      </div>
      {unmet.length > 0 && (
        <p id={id} className="card-faint">
          {unmet.map((one) => fill(words.state.unmet[one], { names: settings.approvers.join(', ') })).join(' ')}
        </p>
      )}
      <div className="card-acts">
        <button type="button" className="button" onClick={() => void handOver()}>
          {isBack ? words.handOver.back : words.handOver.send}
        </button>
        <Menu label={words.handOver.ways} icon="down" isIconOnly groups={[{ key: 'ways', items: waysOut }]} />
      </div>
      <details>
        <summary>{words.state.details}</summary>
        <label>
          {words.state.assignee}
          <input
            type="text"
            maxLength={120}
            value={assignee}
            list={`${id}-names`}
            onChange={(event) => review.assign({ assignee: event.target.value })}
          />
        </label>
        <datalist id={`${id}-names`}>
          {Object.entries(people).map(([key, { name }]) => (
            <option key={key} value={name} />
          ))}
        </datalist>
        <label>
          {words.state.deadline}
          <input
            type="datetime-local"
            value={deadline === '' ? '' : localTime(deadline)}
            onChange={({ target: { value } }) =>
              review.assign({ deadline: value === '' ? null : new Date(value).toISOString() })
            }
          />
        </label>
        <label>
          {words.state.note}
          <textarea
            rows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => review.assign({ note: event.target.value })}
          />
        </label>
      </details>
    </section>
  );
}

/** An instant as the control for a day and time wants it: this computer's own time, to the minute. */
function localTime(instant: string): string {
  const at = new Date(instant);
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return Number.isNaN(at.getTime()) ? '' : shifted.toISOString().slice(0, 16);
}
