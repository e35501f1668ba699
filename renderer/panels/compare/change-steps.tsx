import { useState, type RefObject } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useWindowKeys } from '../../ui/use-window-keys.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';

/** From change to change of a comparison on show: two buttons, F9 and Shift+F9; each is focused, and which of how many is said. */
export function ChangeSteps({ page }: { page: RefObject<HTMLElement | null> }) {
  const words = useWords().versions;
  const [where, setWhere] = useState('');

  function step(by: 1 | -1): void {
    const changes = [...(page.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    const here = changes.findIndex((change) => change.contains(document.activeElement));
    const next = here < 0 ? (by > 0 ? 0 : changes.length - 1) : (here + by + changes.length) % changes.length;
    if (!changes[next]) return;
    changes[next].focus();
    setWhere(fill(words.changeOf, { n: next + 1, count: changes.length }));
  }
  useWindowKeys((event) => {
    if (event.key !== 'F9' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });

  const button = (icon: 'up' | 'down', label: string, by: 1 | -1) => (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={() => step(by)}>
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="change-steps">
      {button('up', words.previous, -1)}
      {button('down', words.next, 1)}
      <span role="status">{where}</span>
    </div>
  );
}
