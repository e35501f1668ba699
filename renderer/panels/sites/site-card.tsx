import { useId, useRef, useState } from 'react';
import type { Failure } from '../../../src/base/result.ts';
import { cmsAdapter } from '../../../src/cms/index.ts';
import type { Site } from '../../../src/cms/site.ts';
import type { ConnectionShown } from '../../../src/ipc/calls/sites.ts';
import { PERSON_COLOURS } from '../../../src/settings/schema.ts';
import type { KnownSite } from '../../state/pushing.ts';
import { useRoom } from '../../state/room.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { noticeSentence } from '../notices/sentence.ts';
import { tagsOf } from '../push/order.ts';
import { ChoiceLine, TextLine } from '../settings/parts.tsx';
import { SecretLine } from './secret-line.tsx';
import { secretWords } from './secret-words.ts';
import { SITE_COLOURS } from './site-colours.ts';
import { SiteDot } from './site-dot.tsx';

type Tested =
  { is: 'quiet' | 'asking' } | { is: 'well'; connection: ConnectionShown } | { is: 'ill'; failure: Failure };

/** One site: what it is called, how stories begin there, whether it lets us in, and the way to forget it. */
export function SiteCard({ site, isOpen }: { site: KnownSite; isOpen: boolean }) {
  const { pushing } = useRoom();
  const all = useWords();
  const words = all.push.sites;
  const [tested, setTested] = useState<Tested>({ is: 'quiet' });
  const [isAsking, setAsking] = useState(false);
  const secret = useRef<HTMLInputElement>(null);

  async function change(choice: Partial<Site>, typed?: string): Promise<void> {
    const now = pushing.sites.get().find(({ id }) => id === site.id);
    if (!now) return;
    const { hasSecret: _, ...kept } = { ...now, ...choice };
    const answer = await pushing.ask({ do: 'keep', site: kept, ...(typed !== undefined && { secret: typed }) });
    if (!answer.ok) setTested({ is: 'ill', failure: answer.failure });
  }
  const choose = (choice: Partial<Site>): void => void change(choice);
  const begin = (choice: Partial<Site['defaults']>): void => {
    const now = pushing.sites.get().find(({ id }) => id === site.id) ?? site;
    choose({ defaults: { ...now.defaults, ...choice } });
  };

  async function test(): Promise<void> {
    setTested({ is: 'asking' });
    const answer = await pushing.ask({ do: 'test', site: site.id });
    if (!answer.ok) setTested({ is: 'ill', failure: answer.failure });
    else if (answer.value.connection) setTested({ is: 'well', connection: answer.value.connection });
  }

  return (
    <details className="site-card" open={isOpen}>
      <summary>
        <SiteDot colour={site.colour} />
        <strong>{site.name}</strong>
        <span className="site-kind">{words.kinds[site.kind]}</span>
      </summary>
      <p className="settings-hint">{[site.url, site.user].filter(Boolean).join(' · ')}</p>
      {!site.hasSecret && <p className="site-failure">{words.needsSecret}</p>}
      <TextLine
        label={words.name}
        value={site.name}
        maxLength={120}
        onValue={(name) => {
          if (name.trim() !== '') choose({ name: name.trim() });
        }}
      />
      <ChoiceLine
        label={words.colour}
        value={site.colour}
        choices={PERSON_COLOURS.map((colour) => ({
          value: SITE_COLOURS[colour],
          label: all.settings.you.colours[colour],
          mark: <SiteDot colour={SITE_COLOURS[colour]} />,
        }))}
        onValue={(colour) => {
          choose({ colour });
        }}
      />
      <Defaults site={site} onChoice={begin} />
      <BodyLine site={site} onBody={(body) => choose({ body })} />
      <SecretLine {...secretWords(site.kind, words)} label={words.change} field={secret} />
      <div className="site-buttons">
        <button
          type="button"
          className="button"
          data-kind="outline"
          onClick={() => {
            const typed = secret.current?.value.trim() ?? '';
            if (secret.current) secret.current.value = '';
            if (typed !== '') void change({}, typed).then(test);
          }}
        >
          {words.keep}
        </button>
        <button type="button" className="button" data-kind="outline" onClick={() => void test()}>
          {words.test}
        </button>
        <button
          type="button"
          className="button"
          data-kind={isAsking ? 'danger' : undefined}
          onClick={() => {
            if (isAsking) void pushing.ask({ do: 'remove', site: site.id });
            else setAsking(true);
          }}
        >
          {isAsking ? words.removeSure : words.remove}
        </button>
      </div>
      <p role="status" className={tested.is === 'ill' ? 'site-failure' : 'site-tested'}>
        {tested.is === 'asking' && words.testing}
        {tested.is === 'ill' && noticeSentence(tested.failure, all)}
        {tested.is === 'well' &&
          fill(tested.connection.user === '' ? words.testedUnnamed : words.tested, {
            user: tested.connection.user,
            rights: rightsOf(tested.connection, words.rights),
          })}
      </p>
    </details>
  );
}

function rightsOf(
  { rights }: ConnectionShown,
  said: Record<'all' | 'noPublish' | 'noUpload' | 'markup', string>,
): string {
  const missing = [!rights.publish && said.noPublish, !rights.upload && said.noUpload].filter((line) => line !== false);
  return [...(missing.length > 0 ? missing : [said.all]), ...(rights.anyMarkup ? [] : [said.markup])].join(' ');
}

/** In which form a text goes there, where there is more than one. */
function BodyLine({ site, onBody }: { site: Site; onBody: (body: NonNullable<Site['body']>) => void }) {
  const words = useWords().push.sites;
  const id = useId();
  const { bodies } = cmsAdapter(site.kind).capabilities;
  if (bodies.length < 2) return null;
  return (
    <div className="settings-line">
      <label htmlFor={id}>{words.body}</label>
      <select
        id={id}
        className="input"
        value={site.body ?? bodies[0]}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget: { value } }) => onBody(value as NonNullable<Site['body']>)}
      >
        {bodies.map((body) => (
          <option key={body} value={body}>
            {words.bodies[body]}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="settings-hint">
        {words.bodyHint}
      </p>
    </div>
  );
}

/** What a story begins with there. */
function Defaults({ site, onChoice }: { site: Site; onChoice: (choice: Partial<Site['defaults']>) => void }) {
  const words = useWords().push;
  const id = useId();
  const { hasPending, hasCategories } = cmsAdapter(site.kind).capabilities;
  const { defaults } = site;
  return (
    <fieldset className="site-defaults">
      <legend>{words.sites.defaults}</legend>
      <div className="settings-line">
        <label htmlFor={id}>{words.status}</label>
        <select
          id={id}
          className="input"
          value={defaults.status}
          onChange={({ currentTarget: { value } }) => onChoice({ status: value as Site['defaults']['status'] })}
        >
          {(['draft', ...(hasPending ? (['pending'] as const) : []), 'published'] as const).map((status) => (
            <option key={status} value={status}>
              {words.statuses[status]}
            </option>
          ))}
        </select>
      </div>
      {hasCategories && (
        <TextLine label={words.category} value={defaults.category} onValue={(category) => onChoice({ category })} />
      )}
      <TextLine
        label={words.tags}
        value={defaults.tags.join(', ')}
        onValue={(text) => onChoice({ tags: tagsOf(text) })}
      />
      <TextLine label={words.sites.author} value={defaults.author} onValue={(author) => onChoice({ author })} />
    </fieldset>
  );
}
