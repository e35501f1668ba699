import type { KnownSite } from '../../state/pushing.ts';
import { useWords } from '../../words/use-words.ts';
import { SiteDot } from '../sites/site-dot.tsx';
import './site-choice.css';

interface SiteChoiceProps {
  sites: readonly KnownSite[];
  chosen: string | null;
  onChoice: (id: string) => void;
}

/** Which of the newsroom's sites. */
export function SiteChoice({ sites, chosen, onChoice }: SiteChoiceProps) {
  const words = useWords().push;
  return (
    <fieldset className="site-choice">
      <legend>{words.site}</legend>
      {sites.map(({ id, name, colour }) => (
        <label key={id}>
          <input type="radio" name="site" checked={id === chosen} onChange={() => onChoice(id)} />
          <SiteDot colour={colour} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
