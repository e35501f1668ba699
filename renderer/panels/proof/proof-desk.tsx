import { useEffect, useEffectEvent, useState } from 'react';
import type { PlacedRemark } from '../../proof/placed.ts';
import { useProof } from '../../proof/use-proof.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import type { PageTexts } from '../../texts/page-texts.ts';
import { useWindowKeys } from '../../ui/use-window-keys.ts';
import { ProofPanel } from './proof-panel.tsx';
import { RemarkMenu } from './remark-menu.tsx';

/** So long the caret rests in a word before its suggestions are looked for, in milliseconds: the menu then has them at once. */
const REST = 120;

/** Spelling and style of the open story: the marks on the page, the menu of a marked word (right click, Ctrl+.), the panel (Shift+F7). */
export function ProofDesk({ texts, session }: { texts: PageTexts | null; session: Session }) {
  const { side } = useRoom();
  const shown = useStore(side);
  const proof = useProof(texts, session);
  const [asked, setAsked] = useState<{ remark: PlacedRemark; x: number; y: number } | null>(null);

  const remarkAt = (at?: { x: number; y: number }): PlacedRemark | null => {
    const caret = proof.remarks.length > 0 ? texts?.caret(at) : null;
    const isHere = ({ id, start, end }: PlacedRemark): boolean =>
      id === caret?.id && start <= caret.offset && caret.offset <= end;
    return (caret && proof.remarks.find(isHere)) ?? null;
  };
  function open(at?: { x: number; y: number }): boolean {
    const remark = remarkAt(at);
    if (!texts || !remark) return false;
    const box = texts.rangeOf(remark)?.getBoundingClientRect();
    setAsked({ remark, x: at?.x ?? box?.left ?? 0, y: at?.y ?? box?.bottom ?? 0 });
    return true;
  }
  useWindowKeys((event) => {
    if (event.key === 'F7' && event.shiftKey && !event.ctrlKey && !event.altKey)
      side.set(shown === 'language' ? null : 'language');
    else if (!((event.ctrlKey || event.metaKey) && event.key === '.' && open())) return;
    event.preventDefault();
  });
  const rest = useEffectEvent((): void => {
    const remark = remarkAt();
    if (remark?.kind === 'spelling') void proof.suggest(remark.found, remark.language);
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => rest(), REST);
    };
    document.addEventListener('selectionchange', moved);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', moved);
    };
  }, []);
  const menu = useEffectEvent((event: MouseEvent): void => {
    // A right click has put the caret where it fell; the key for the menu comes with no place of its own.
    const isKey = event.button < 0 || (event.clientX === 0 && event.clientY === 0);
    if (open(isKey ? undefined : { x: event.clientX, y: event.clientY })) event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('contextmenu', menu);
    return () => window.removeEventListener('contextmenu', menu);
  }, []);

  function replace(remark: PlacedRemark, replacement: string): void {
    texts?.replace([{ ...remark, replacement }]);
  }
  return (
    <>
      {shown === 'language' && texts && <ProofPanel proof={proof} texts={texts} />}
      {asked && (
        <RemarkMenu
          key={`${asked.remark.id} ${asked.remark.start} ${asked.x} ${asked.y}`}
          {...asked}
          proof={proof}
          onReplace={(text) => replace(asked.remark, text)}
          onClose={(isBack) => {
            setAsked(null);
            if (isBack) texts?.reveal({ ...asked.remark, start: asked.remark.end }, true);
          }}
        />
      )}
    </>
  );
}
