import { useEffect, useState } from 'react';
import type { Failure } from '../../../src/base/result.ts';
import { cmsAdapter } from '../../../src/cms/index.ts';
import type { SitesAnswer } from '../../state/pushing.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Modal } from '../../ui/modal.tsx';
import { shortWhen } from '../../words/dates.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { noticeSentence } from '../notices/sentence.ts';
import { SiteChoice } from './site-choice.tsx';
import './pull.css';

type Posts = NonNullable<SitesAnswer['posts']>;
type State = { is: 'loading' | 'opening' } | { is: 'failed'; failure: Failure } | { is: 'listed'; isAll: boolean };

/** How long a person may go on typing before the site is asked, in milliseconds. */
const PAUSE = 400;

/** A site's posts, listed and searched; one is opened as a story. */
export function PullDialog() {
  const { pushing, desk, library, notices } = useRoom();
  const all = useWords();
  const words = all.push.pull;
  const language = useLanguage();
  const known = useStore(pushing.sites);
  const sites = known.filter(({ kind }) => cmsAdapter(kind).capabilities.canList);
  const [chosen, setChosen] = useState<string | null>(null);
  const site = chosen ?? sites[0]?.id ?? null;
  const [asked, setAsked] = useState({ search: '', page: 1 });
  const [posts, setPosts] = useState<Posts>([]);
  const [state, setState] = useState<State>({ is: 'loading' });
  const close = (): void => pushing.shown.set(null);

  useEffect(() => {
    if (site === null) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      setState({ is: 'loading' });
      void pushing.ask({ do: 'posts', site, ...asked }).then((answer) => {
        if (!isWanted) return;
        if (!answer.ok) return setState({ is: 'failed', failure: answer.failure });
        const came = answer.value.posts ?? [];
        setPosts((before) => (asked.page === 1 ? came : [...before, ...came]));
        setState({ is: 'listed', isAll: came.length === 0 });
      });
    }, PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [pushing, site, asked]);

  async function pull(post: string): Promise<void> {
    if (site === null) return;
    setState({ is: 'opening' });
    const answer = await pushing.ask({ do: 'pull', site, post });
    if (!answer.ok) return setState({ is: 'failed', failure: answer.failure });
    if (!answer.value.pulled) return;
    const { story, missing } = answer.value.pulled;
    if (missing > 0) notices.tell('warning', { code: 'window.pulled-without', about: { count: missing } });
    close();
    await library.refresh();
    await desk.open(story);
  }

  return (
    <Modal title={words.title} className="pull" onClose={close}>
      <div className="pull-head">
        <SiteChoice
          sites={sites}
          chosen={site}
          onChoice={(id) => {
            setChosen(id);
            setAsked({ ...asked, page: 1 });
          }}
        />
        <input
          type="search"
          className="input"
          aria-label={words.search}
          placeholder={words.search}
          onChange={({ currentTarget: { value } }) => setAsked({ search: value.trim(), page: 1 })}
        />
      </div>
      <p className="pull-state" role="status">
        {site === null && all.push.noSites}
        {site !== null && state.is === 'loading' && words.loading}
        {state.is === 'opening' && words.opening}
        {state.is === 'failed' && noticeSentence(state.failure, all)}
        {state.is === 'listed' && posts.length === 0 && words.none}
      </p>
      <ul className="pull-list" aria-label={words.list}>
        {posts.map((post) => (
          <li key={post.id}>
            <span className="pull-title">
              <strong>{post.title || words.untitled}</strong>
              <small>
                {[
                  all.push.statuses[post.status] ?? post.status,
                  post.author,
                  shortWhen(post.modified, language, all.library.yesterday, new Date()),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <button
              type="button"
              className="button"
              data-kind="outline"
              aria-label={`${words.open}: ${post.title || words.untitled}`}
              disabled={state.is === 'opening'}
              onClick={() => void pull(post.id)}
            >
              {words.open}
            </button>
          </li>
        ))}
      </ul>
      {state.is === 'listed' && !state.isAll && (
        <div className="pull-foot">
          <button type="button" className="button" onClick={() => setAsked({ ...asked, page: asked.page + 1 })}>
            {words.more}
          </button>
        </div>
      )}
    </Modal>
  );
}
