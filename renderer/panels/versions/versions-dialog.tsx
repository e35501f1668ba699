import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { compareStories } from '../../../src/compare/index.ts';
import type { KeptVersion } from '../../../src/versions/index.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { Modal } from '../../ui/modal.tsx';
import { longMoment } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ChangeSteps } from '../compare/change-steps.tsx';
import { ComparisonView } from '../compare/comparison-view.tsx';
import { StoryText } from '../compare/story-text.tsx';
import { createHistory } from './history.ts';
import { NameForm } from './name-form.tsx';
import { hashOf, VersionList } from './version-list.tsx';
import './versions.css';

const VIEWS = ['inline', 'sides', 'text'] as const;
type View = (typeof VIEWS)[number];

/** The open story's versions: read one, compare any two, name one, go back to one. */
export function VersionsDialog({ session }: { session: Session }) {
  const { versionsShown } = useRoom();
  return useStore(versionsShown) ? <OpenVersions key={session.key} session={session} /> : null;
}

function OpenVersions({ session }: { session: Session }) {
  const words = useWords().versions;
  const { host, notices, desk, versionsShown } = useRoom();
  const [history] = useState(() => createHistory(host, notices, session));
  const versions = useStore(history.versions) ?? [];
  const [chosen, setChosen] = useState(0);
  /** The version that the chosen one is compared with; null is the one before it. */
  const [other, setOther] = useState<number | null>(null);
  const [view, setView] = useState<View>('inline');
  const body = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);

  useEffect(() => void history.refresh(), [history]);
  useLayoutEffect(() => {
    body.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }, []);

  const close = (): void => {
    versionsShown.set(false);
  };
  const version = versions.find(({ n }) => n === chosen);
  const before = other ?? olderThan(versions, chosen);
  const pair = [before === null ? null : hashOf(versions, before), hashOf(versions, chosen)] as const;

  return (
    <Modal title={words.title} className="versions" onClose={close}>
      <div ref={body} className="versions-sides">
        <VersionList versions={versions} chosen={chosen} onChoose={setChosen} />
        <div className="versions-main">
          <div className="versions-tools">
            <Views view={view} onView={setView} />
            {view !== 'text' && (
              <>
                <OtherChoice versions={versions} chosen={chosen} other={other} onOther={setOther} />
                <ChangeSteps page={page} />
              </>
            )}
          </div>
          {/* Scrolled with the keys as well. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div ref={page} className="versions-page" role="region" aria-label={words.views[view]} tabIndex={0}>
            <Shown history={history} pair={pair} view={view} />
          </div>
          <div className="versions-acts">
            <NameForm
              key={chosen}
              label={version?.label ?? ''}
              onName={async (label) => {
                if (version) await history.name(version.n, label);
                else if (await desk.keepVersion(label)) await history.refresh();
              }}
            />
            {version && (
              <button
                type="button"
                className="button"
                data-kind="main"
                onClick={() => {
                  close();
                  void desk.restore(version.hash);
                }}
              >
                {words.restore}
              </button>
            )}
          </div>
        </div>
      </div>
    </Modal>
  );
}

/** The number of the version before this one; null where there is none. */
function olderThan(versions: readonly KeptVersion[], n: number): number | null {
  const place = versions.findIndex((version) => version.n === n);
  return versions[place + 1]?.n ?? null;
}

interface ShownProps {
  history: ReturnType<typeof createHistory>;
  pair: readonly [before: string | null, after: string];
  view: View;
}

function Shown({ history, pair: [before, after], view }: ShownProps) {
  const words = useWords().versions;
  const language = useLanguage();
  const stories = useStore(history.stories);
  useEffect(() => {
    history.want(after);
    if (before !== null) history.want(before);
  }, [history, before, after]);
  const old = before === null ? undefined : stories.get(before);
  const now = stories.get(after);
  const comparison = useMemo(() => (old && now && view !== 'text' ? compareStories(old, now) : null), [old, now, view]);

  if (now === null || old === null) return <p className="compare-same">{words.failed}</p>;
  if (now === undefined || (before !== null && old === undefined)) return null;
  if (view === 'text' || !old || !comparison) return <StoryText story={now} />;
  const number = new Intl.NumberFormat(language);
  const { added, removed } = comparison.words;
  return (
    <>
      {!comparison.isSame && (
        <p className="versions-counts" role="status">
          {fill(words.counts, { added: number.format(added), removed: number.format(removed) })}
        </p>
      )}
      <ComparisonView before={old} after={now} comparison={comparison} layout={view} />
    </>
  );
}

function Views({ view, onView }: { view: View; onView: (view: View) => void }) {
  const words = useWords().versions;
  return (
    <div className="versions-views" role="radiogroup" aria-label={words.view}>
      {VIEWS.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="versions-view"
            checked={one === view}
            onChange={() => {
              onView(one);
            }}
          />
          <span>{words.views[one]}</span>
        </label>
      ))}
    </div>
  );
}

interface OtherChoiceProps {
  versions: readonly KeptVersion[];
  chosen: number;
  other: number | null;
  onOther: (n: number | null) => void;
}

function OtherChoice({ versions, chosen, other, onOther }: OtherChoiceProps) {
  const words = useWords().versions;
  const language = useLanguage();
  return (
    <label className="versions-other">
      <span>{words.comparedWith}</span>
      <select
        className="input"
        value={other === null ? '' : String(other)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onOther(value === '' ? null : Number(value));
        }}
      >
        <option value="">{words.before}</option>
        {chosen !== 0 && <option value="0">{words.now}</option>}
        {versions
          .filter(({ n }) => n !== chosen)
          .map(({ n, at, label }) => (
            <option key={n} value={String(n)}>
              {label === undefined ? longMoment(at, language) : `${label} (${longMoment(at, language)})`}
            </option>
          ))}
      </select>
    </label>
  );
}
