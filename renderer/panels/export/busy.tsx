import { useEffect, useState } from 'react';
import { useRoom } from '../../state/room.ts';
import { useWords } from '../../words/use-words.ts';

/** How far the export is: said once, and drawn as it goes on. */
export function Busy() {
  const { host } = useRoom();
  const words = useWords().export;
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => host.listen('export.progress', setPercent), [host]);
  return (
    <span className="export-busy">
      <span>{words.busy}</span>
      {percent !== null && <progress aria-label={words.busy} max={100} value={percent} />}
      {percent !== null && <span aria-hidden>{percent}%</span>}
    </span>
  );
}
