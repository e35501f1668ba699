import { useId, useRef, useState } from 'react';
import { newId } from '../../../src/base/ids.ts';
import type { Failure } from '../../../src/base/result.ts';
import { CMS_IDS, type CmsId, type Site } from '../../../src/cms/site.ts';
import type { SitesAnswer } from '../../state/pushing.ts';
import { useRoom } from '../../state/room.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { noticeSentence } from '../notices/sentence.ts';
import { TextLine } from '../settings/parts.tsx';
import { SecretLine } from './secret-line.tsx';
import { secretWords } from './secret-words.ts';
import { SITE_COLOURS } from './site-colours.ts';

type Found = NonNullable<SitesAnswer['found']> & { url: string };
type State =
  | { is: 'asking' }
  | { is: 'finding' }
  | { is: 'found'; found: Found; approved: { token: string; user: string } | null; approving: Approving };

/** The sign-in on the site's own page: under way in the browser, or its password is to be pasted here. */
type Approving = 'no' | 'there' | 'paste';

/** A new site: its address, what answers there, who signs in. @param onAdded hears its id */
export function AddSite({ onAdded }: { onAdded: (id: string) => void }) {
  const { pushing } = useRoom();
  const all = useWords();
  const words = all.push.sites;
  const id = useId();
  const [address, setAddress] = useState('');
  const [kind, setKind] = useState<CmsId | ''>('');
  const [name, setName] = useState<string | null>(null);
  const [user, setUser] = useState('');
  const [state, setState] = useState<State>({ is: 'asking' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const secret = useRef<HTMLInputElement>(null);

  async function find(): Promise<void> {
    setFailure(null);
    setState({ is: 'finding' });
    const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
    const answer = await pushing.ask({ do: 'find', url, kind: kind === '' ? null : kind });
    if (!answer.ok) setFailure(answer.failure);
    const found = answer.ok ? answer.value.found : undefined;
    setState(found ? { is: 'found', found: { ...found, url }, approved: null, approving: 'no' } : { is: 'asking' });
  }

  async function approve(found: Found, approveAt: string): Promise<void> {
    setFailure(null);
    setState({ is: 'found', found, approved: null, approving: 'there' });
    const answer = await pushing.ask({ do: 'approve', url: found.url, approveAt });
    if (!answer.ok) setFailure(answer.failure);
    const approved = (answer.ok && answer.value.approved) || null;
    const approving = answer.ok && answer.value.approved === null ? 'paste' : 'no';
    setState({ is: 'found', found, approved, approving });
  }

  async function keep(found: Found, approved: { token: string; user: string } | null): Promise<void> {
    const typed = secret.current?.value.trim() ?? '';
    const site: Site = {
      id: newId(12),
      name: (name ?? found.title).trim() || new URL(found.url).host,
      kind: found.kind,
      url: found.url,
      api: found.api,
      user: approved?.user ?? user.trim(),
      colour: SITE_COLOURS.teal,
      defaults: { category: '', tags: [], author: '', status: 'draft' },
    };
    const answer = await pushing.ask({
      do: 'keep',
      site,
      ...(typed !== '' && { secret: typed }),
      ...(approved && { approved: approved.token }),
    });
    if (!answer.ok) return setFailure(answer.failure);
    onAdded(site.id);
  }

  return (
    <section className="site-card" aria-label={words.add}>
      <h3>{words.add}</h3>
      <form
        className="site-find"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <TextLine label={words.address} hint={words.addressHint} value="" placeholder="https://" onValue={setAddress} />
        <div className="settings-line">
          <label htmlFor={id}>{words.kind}</label>
          <select
            id={id}
            className="input"
            value={kind}
            onChange={({ currentTarget: { value } }) => setKind(value as CmsId | '')}
          >
            {['', ...CMS_IDS].map((each) => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="site-buttons">
          <button type="submit" className="button" data-kind="outline" disabled={address.trim() === ''}>
            {state.is === 'finding' ? words.finding : words.find}
          </button>
        </div>
      </form>
      {state.is === 'found' && (
        <>
          <p role="status">
            {fill(state.found.title === '' ? words.foundUntitled : words.found, {
              kind: words.kinds[state.found.kind] ?? '',
              title: state.found.title,
            })}
          </p>
          <TextLine label={words.name} value={state.found.title} maxLength={120} onValue={setName} />
          {state.approved ? (
            <p role="status">{fill(words.approved, { user: state.approved.user })}</p>
          ) : (
            <>
              <Approve state={state} onApprove={approve} onStop={() => void pushing.ask({ do: 'stop' })} />
              {state.found.kind === 'wordpress' && <TextLine label={words.user} value="" onValue={setUser} />}
              <SecretLine {...secretWords(state.found.kind, words)} field={secret} />
            </>
          )}
          <div className="site-buttons">
            <button
              type="button"
              className="button"
              data-kind="main"
              onClick={() => void keep(state.found, state.approved)}
            >
              {words.save}
            </button>
          </div>
        </>
      )}
      {failure && (
        <p className="site-failure" role="alert">
          {noticeSentence(failure, all)}
        </p>
      )}
    </section>
  );
}

interface ApproveProps {
  state: Extract<State, { is: 'found' }>;
  onApprove: (found: Found, approveAt: string) => Promise<void>;
  onStop: () => void;
}

/** The way without typing a password here, where the site offers it. */
function Approve({ state: { found, approving }, onApprove, onStop }: ApproveProps) {
  const words = useWords().push.sites;
  const { approveAt } = found;
  if (approveAt === null) return null;
  return (
    <div className="site-buttons">
      {approving === 'paste' && <p role="status">{words.approvePaste}</p>}
      {approving === 'there' ? (
        <>
          <p role="status">{words.approving}</p>
          <button type="button" className="button" onClick={onStop}>
            {words.stop}
          </button>
        </>
      ) : (
        <button type="button" className="button" data-kind="outline" onClick={() => void onApprove(found, approveAt)}>
          {words.approve}
        </button>
      )}
    </div>
  );
}
