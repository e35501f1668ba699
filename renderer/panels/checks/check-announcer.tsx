import { useEffect, useState } from 'react';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { useCheckCounts } from './use-check-counts.ts';

/** What was found must have stood so long before it is said, in milliseconds: a half-typed word is no news. */
const REST = 2000;

/** Says the counts to screen readers when they have changed and the typing rests, while the panel is open. */
export function CheckAnnouncer() {
  const { checks } = useRoom();
  const findings = useStore(checks.findings);
  const counts = useCheckCounts();
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    if (findings === null) return;
    const timer = setTimeout(() => {
      setSentence(counts);
    }, REST);
    return () => {
      clearTimeout(timer);
    };
  }, [findings, counts]);
  return <Announcer sentence={sentence} />;
}
