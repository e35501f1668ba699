import { HistoryExtension } from '@lexical/history';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
} from '@lexical/table';
import { FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor, type TextFormatType } from 'lexical';
import type { ReactNode } from 'react';
import type { MenuGroup } from '../../ui/menu-items.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useRoom } from '../../state/room.ts';
import { useStore } from '../../state/use-store.ts';
import { offeredLanguages } from '../../words/languages.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import type { EditorWords } from '../../words/en/editor.ts';
import { EDIT_LINK_COMMAND } from '../behaviours/keys.ts';
import { $chooseLanguage } from '../behaviours/languages.ts';
import { $setTextKind, TEXT_KINDS, type TextKind } from '../commands/kinds.ts';
import { ToolIcon } from './icons.tsx';
import type { Insertable } from './insertables.ts';
import { LinkField } from './link-field.tsx';
import { rove } from './rove.ts';
import { useSelectionState } from './use-selection-state.ts';

interface ToolProps {
  label: string;
  keys?: string;
  isPressed?: boolean;
  isDisabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** A button that keeps the caret where it is. */
function Tool({ label, keys, isPressed, isDisabled, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-pressed={isPressed}
      aria-disabled={isDisabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isDisabled) onPress();
      }}
    >
      {children}
    </button>
  );
}

const STYLES: readonly {
  format: TextFormatType;
  word: 'strong' | 'emphasis' | 'underline' | 'strike';
  letter: string;
  keys?: string;
}[] = [
  { format: 'bold', word: 'strong', letter: 'B', keys: 'Ctrl+B' },
  { format: 'italic', word: 'emphasis', letter: 'I', keys: 'Ctrl+I' },
  { format: 'underline', word: 'underline', letter: 'U', keys: 'Ctrl+U' },
  { format: 'strikethrough', word: 'strike', letter: 'S' },
];

function tableGroup(editor: LexicalEditor, words: EditorWords['table']): MenuGroup {
  const item = (key: Exclude<keyof EditorWords['table'], 'tools'>, $run: () => unknown) => ({
    key,
    label: words[key],
    choose: () => {
      editor.update(() => void $run());
      editor.focus();
    },
  });
  return {
    key: 'table',
    label: words.tools,
    items: [
      item('rowBelow', () => $insertTableRowAtSelection(true)),
      item('columnRight', () => $insertTableColumnAtSelection(true)),
      item('removeRow', $deleteTableRowAtSelection),
      item('removeColumn', $deleteTableColumnAtSelection),
    ],
  };
}

/** The tools over the story's text. */
export function Toolbar({ items, onPhoto }: { items: readonly Insertable[]; onPhoto: () => void }) {
  const [editor] = useLexicalComposerContext();
  const words = useWords().editor;
  const spoken = useLanguage();
  const { kind, language, formats, link, isInTable } = useSelectionState(editor);
  const canUndo = useExtensionSignalValue(HistoryExtension, 'canUndo');
  const canRedo = useExtensionSignalValue(HistoryExtension, 'canRedo');

  const format = (name: TextFormatType) => () => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, name);
  const setKind = (name: TextKind) => () => {
    editor.update(() => $setTextKind(editor, name));
    editor.focus();
  };
  const kinds: MenuGroup = {
    key: 'kinds',
    items: TEXT_KINDS.map((name) => ({
      key: name,
      label: words.blocks[name],
      isChosen: kind === name,
      choose: setKind(name),
    })),
  };
  const dropped = useStore(useRoom().reader.languages);
  const names = new Intl.DisplayNames([spoken], { type: 'language', fallback: 'code' });
  const languages: MenuGroup = {
    key: 'languages',
    label: words.toolbar.language,
    items: ['', ...offeredLanguages(language ?? '', dropped)].map((tag) => ({
      key: tag || 'story',
      label: tag === '' ? words.toolbar.storyLanguage : (names.of(tag) ?? tag),
      isChosen: language === tag,
      choose: () => {
        editor.update(() => $chooseLanguage(tag));
        editor.focus();
      },
    })),
  };
  const moreStyles: MenuGroup = {
    key: 'styles',
    items: (['subscript', 'superscript', 'code'] as const).map((name) => ({
      key: name,
      label: words.toolbar[name === 'subscript' ? 'sub' : name === 'superscript' ? 'sup' : 'code'],
      choose: () => {
        format(name)();
        editor.focus();
      },
    })),
  };
  const insert: MenuGroup = {
    key: 'insert',
    items: items
      .filter((item) => !item.isTextKind)
      .map((item) => ({
        key: item.key,
        label: words.blocks[item.key],
        choose: () => {
          editor.focus();
          editor.update(() => item.$run(editor));
        },
      })),
  };

  return (
    <div className="editor-tools">
      <div className="toolbar" role="toolbar" aria-label={words.toolbar.label} onKeyDown={rove}>
        <Menu
          label={kind ? words.blocks[kind] : words.toolbar.block}
          icon="down"
          groups={language === null ? [kinds] : [kinds, languages]}
        />
        <span className="tool-group">
          {STYLES.map(({ format: name, word, letter, keys }) => (
            <Tool
              key={name}
              label={words.toolbar[word]}
              keys={keys}
              isPressed={formats.includes(name)}
              onPress={format(name)}
            >
              <span className={`letter letter-${word}`}>{letter}</span>
            </Tool>
          ))}
          <Tool
            label={words.toolbar.link}
            keys="Ctrl+K"
            isPressed={link !== null}
            onPress={() => void editor.dispatchCommand(EDIT_LINK_COMMAND, undefined)}
          >
            <ToolIcon name="link" />
          </Tool>
        </span>
        <span className="tool-group">
          <Tool
            label={words.blocks.bullets}
            keys="Ctrl+Shift+8"
            isPressed={kind === 'bullets'}
            onPress={setKind('bullets')}
          >
            <ToolIcon name="bullets" />
          </Tool>
          <Tool
            label={words.blocks.numbers}
            keys="Ctrl+Shift+7"
            isPressed={kind === 'numbers'}
            onPress={setKind('numbers')}
          >
            <ToolIcon name="numbers" />
          </Tool>
        </span>
        <Menu
          label={words.toolbar.insert}
          icon="plus"
          isIconOnly
          groups={isInTable ? [tableGroup(editor, words.table), insert, moreStyles] : [insert, moreStyles]}
        />
        <button
          type="button"
          className="button tool-photo"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onPhoto}
        >
          <ToolIcon name="photo" />
          <span>{words.toolbar.photo}</span>
        </button>
        <span className="tool-group tool-history">
          <Tool
            label={words.toolbar.undo}
            keys="Ctrl+Z"
            isDisabled={!canUndo}
            onPress={() => void editor.dispatchCommand(UNDO_COMMAND, undefined)}
          >
            <ToolIcon name="undo" />
          </Tool>
          <Tool
            label={words.toolbar.redo}
            keys="Ctrl+Y"
            isDisabled={!canRedo}
            onPress={() => void editor.dispatchCommand(REDO_COMMAND, undefined)}
          >
            <ToolIcon name="redo" />
          </Tool>
        </span>
      </div>
      <LinkField />
    </div>
  );
}
