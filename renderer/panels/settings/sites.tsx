import { useEffect, useState } from 'react';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { useWords } from '../../words/use-words.ts';
import { AddSite } from '../sites/add-site.tsx';
import { SiteCard } from '../sites/site-card.tsx';
import type { SettingsSection } from './section.ts';
import './sites.css';

/** Where stories are sent: sites found, signed in to, tried and forgotten. */
export const sites: SettingsSection = { key: 'sites', title: (words) => words.push.sites.title, Panel: Sites };

function Sites() {
  const { pushing } = useRoom();
  const words = useWords().push.sites;
  const known = useStore(pushing.sites);
  const keepsSecrets = useStore(pushing.keepsSecrets);
  const [added, setAdded] = useState({ id: '', count: 0 });
  useEffect(() => void pushing.ask({ do: 'list' }), [pushing]);
  return (
    <>
      <p className="settings-hint">{words.hint}</p>
      {!keepsSecrets && (
        <p className="site-failure" role="note">
          {words.noKeyring}
        </p>
      )}
      {known.map((site) => (
        <SiteCard key={site.id} site={site} isOpen={site.id === added.id} />
      ))}
      <AddSite key={added.count} onAdded={(id) => setAdded({ id, count: added.count + 1 })} />
      <p className="settings-hint">{words.secure}</p>
    </>
  );
}
