import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import type { PlacedRemark } from '../../proof/placed.ts';
import type { Proof } from '../../proof/use-proof.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import '../../ui/menu.css';
import './proof.css';

interface RemarkMenuProps {
  remark: PlacedRemark;
  /** Where it opens, in the window. */
  x: number;
  y: number;
  proof: Proof;
  onReplace: (text: string) => void;
  /** `isBack`: the keyboard goes back to the text. */
  onClose: (isBack: boolean) => void;
}

/** What can be done about a marked word: a suggestion put in its place, or peace. */
export function RemarkMenu({ remark, x, y, proof, onReplace, onClose }: RemarkMenuProps) {
  const words = useWords().proof;
  const menu = useRef<HTMLDivElement>(null);
  const isSpelling = remark.kind === 'spelling';
  const [suggested, setSuggested] = useState<readonly string[] | null>(
    isSpelling ? null : remark.replacement === null ? [] : [remark.replacement],
  );
  const { suggest } = proof;
  useEffect(() => {
    if (isSpelling) void suggest(remark.found, remark.language).then(setSuggested);
  }, [isSpelling, remark, suggest]);
  useEffect(() => menu.current?.showPopover(), []);
  const leave = useEffectEvent((event: Event): void => {
    if (!menu.current?.contains(event.target as Node)) onClose(false);
  });
  useEffect(() => {
    window.addEventListener('pointerdown', leave);
    return () => window.removeEventListener('pointerdown', leave);
  }, []);
  // The first thing that can be done has the focus, also once the suggestions have come.
  useEffect(() => menu.current?.querySelector<HTMLElement>('button')?.focus(), [suggested]);

  function move(event: KeyboardEvent): void {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const here = items.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) items[(here + step + items.length) % items.length]?.focus();
    else if (event.key === 'Tab' || event.key === 'Escape') onClose(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const item = (label: string, act: () => void, isReplacement = false) => (
    <button
      key={label}
      type="button"
      role="menuitem"
      className={isReplacement ? 'menu-item remark-suggestion' : 'menu-item'}
      onClick={() => {
        act();
        onClose(true);
      }}
    >
      <span className="menu-words">{label}</span>
    </button>
  );
  const message = remark.category === 'tones' ? words.toneMessage : remark.message;
  return (
    <div
      ref={menu}
      className="menu remark-menu"
      // Not one that closes by itself: the button that opened it is still to be let go.
      popover="manual"
      role="menu"
      aria-label={fill(words.menu, { text: remark.found })}
      tabIndex={-1}
      style={{ insetInlineStart: `min(${x}px, 100vw - 16rem)`, insetBlockStart: `min(${y + 4}px, 100vh - 18rem)` }}
      onKeyDown={move}
    >
      <div className="menu-group" role="group">
        {message !== '' && <div className="menu-label remark-message">{message}</div>}
        {suggested === null && <div className="menu-label">{words.looking}</div>}
        {suggested?.length === 0 && isSpelling && <div className="menu-label">{words.noSuggestion}</div>}
        {suggested?.map((text) =>
          text.trim() === '' ? item(words.remove, () => onReplace(text)) : item(text, () => onReplace(text), true),
        )}
      </div>
      <div className="menu-group" role="group">
        {item(words.ignore, () => proof.ignore(remark))}
        {isSpelling && item(words.learn, () => void proof.learn(remark.found))}
      </div>
    </div>
  );
}
