import { withDatedLine } from '../../../src/settings/house.ts';
import type { Session } from '../../state/session.ts';
import { COPY_KINDS, copyStory, type CopyKind } from '../../preview/copy-story.ts';
import { useRoom } from '../../state/room.ts';
import { Menu } from '../../ui/menu.tsx';
import { useWords } from '../../words/use-words.ts';

/** Puts the story on the clipboard in a form that another program takes. */
export function CopyAs({ session }: { session: Session }) {
  const { notices, preferences } = useRoom();
  const words = useWords().preview;
  async function copy(kind: CopyKind): Promise<void> {
    const isCopied = await copyStory(withDatedLine(session.current(), preferences.settings.get().house), kind);
    notices.tell(isCopied ? 'done' : 'failure', { code: isCopied ? `window.copied-${kind}` : 'window.not-copied' });
  }
  const items = COPY_KINDS.map((kind) => ({
    key: kind,
    label: words.copyKinds[kind],
    hint: words.copyHints[kind],
    choose: () => void copy(kind),
  }));
  return <Menu label={words.copy} icon="copy" isIconOnly groups={[{ key: 'kinds', items }]} />;
}
