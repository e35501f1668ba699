import { countLevels } from '../../../src/check/heed.ts';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../words/use-words.ts';
import { useCheckCounts } from './use-check-counts.ts';

/** The counts in the status line; opens and closes the panel. */
export function CheckButton() {
  const { checks, side } = useRoom();
  const words = useWords().checks;
  const findings = useStore(checks.findings);
  const isOpen = useStore(side, (shown) => shown === 'checks');
  const counts = useCheckCounts();
  const { error, warning } = countLevels(findings ?? []);
  return (
    <button
      type="button"
      className="status-checks"
      data-is={error > 0 ? 'error' : warning > 0 ? 'warning' : 'clean'}
      aria-expanded={isOpen}
      title={words.open}
      onClick={() => {
        side.set(isOpen ? null : 'checks');
      }}
    >
      <Icon name={error + warning > 0 ? 'warning' : 'check'} />
      <span>{counts}</span>
    </button>
  );
}
