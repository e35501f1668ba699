import type { Ref } from 'react';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { Menu } from '../../ui/menu.tsx';
import { useWords } from '../../words/use-words.ts';

const FORMATS = ['html', 'html-single', 'story'] as const;

/** The button "Export" and its menu: each format with what it is good for. The host asks where to. */
export function ExportMenu({ button }: { button: Ref<HTMLButtonElement> }) {
  const words = useWords().bar;
  const said = useWords().export;
  const { desk, exportShown, merging } = useRoom();
  const isOpen = useStore(desk.state, (state) => state.is === 'open');
  const formats = FORMATS.map((as) => ({
    key: as,
    label: words.exportAs[as],
    hint: words.exportHints[as],
    choose: () => {
      void desk.export(as);
    },
  }));
  const all = {
    key: 'all',
    label: said.open,
    hint: said.openHint,
    choose: () => {
      exportShown.set(true);
    },
  };
  const article = {
    key: 'import',
    label: words.importArticle,
    hint: words.importHint,
    choose: () => void desk.import(),
  };
  const takeIn = { key: 'open', label: words.openPackage, choose: () => void merging.takeIn() };
  return (
    <Menu
      label={words.export}
      icon="export"
      isDisabled={!isOpen}
      button={button}
      groups={[
        { key: 'formats', items: formats },
        { key: 'all', items: [all] },
        { key: 'open', items: [article, takeIn] },
      ]}
    />
  );
}
