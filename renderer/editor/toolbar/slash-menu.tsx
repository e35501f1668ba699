import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalTypeaheadMenuPlugin, MenuOption, type MenuTextMatch } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { $findMatchingParent } from '@lexical/utils';
import { $getSelection, $isElementNode, $isRangeSelection } from 'lexical';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { fold } from '../../../src/base/text.ts';
import { useWords } from '../../words/use-words.ts';
import type { Insertable } from './insertables.ts';

class InsertOption extends MenuOption {
  readonly insertable: Insertable;
  readonly label: string;
  constructor(insertable: Insertable, label: string) {
    super(insertable.key);
    this.insertable = insertable;
    this.label = label;
  }
}

const AT_START = /^\/([\p{L}\p{M}\p{N} ]{0,24})$/u;

/** A slash at the start of a paragraph opens the menu; and/or in the middle of a sentence does not. */
function slashMatch(text: string): MenuTextMatch | null {
  const match = AT_START.exec(text);
  return match ? { leadOffset: 0, matchingString: match[1] ?? '', replaceableString: match[0] } : null;
}

/** Takes away what was typed for the menu: all from the paragraph's start to the caret, however fast it was typed. */
function $removeQuery(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const block = $findMatchingParent(selection.anchor.getNode(), (node) => $isElementNode(node) && !node.isInline());
  if (!block) return;
  selection.anchor.set(block.getKey(), 0, 'element');
  selection.removeText();
}

/**
 * The menu's anchor is the listbox. Lexical puts it at the end of the page with an English name, anew each time it places
 * it; ours is given back at once, before anybody sees or hears the other.
 */
function keepName(name: string): () => void {
  const setName = (): void => {
    for (const listbox of document.querySelectorAll<HTMLElement>('.slash-anchor')) {
      if (listbox.ariaLabel !== name) listbox.ariaLabel = name;
      watch.observe(listbox, { attributeFilter: ['aria-label'] });
    }
  };
  const watch = new MutationObserver(setName);
  watch.observe(document.body, { childList: true });
  // It is there from the start, empty.
  setName();
  return () => {
    watch.disconnect();
  };
}

/** "/" and the first letters of a kind, with or without accents, insert it. */
export function SlashMenu({ items }: { items: readonly Insertable[] }) {
  const [editor] = useLexicalComposerContext();
  const words = useWords().editor;
  const [query, setQuery] = useState<string | null>(null);
  const options = useMemo(() => {
    const wanted = fold(query ?? '').trim();
    return items
      .map((item) => new InsertOption(item, words.blocks[item.key]))
      .filter((option) => fold(option.label).includes(wanted) || option.insertable.key.toLowerCase().includes(wanted));
  }, [items, query, words]);

  useEffect(() => keepName(words.menu), [words]);
  return (
    <LexicalTypeaheadMenuPlugin<InsertOption>
      options={options}
      onQueryChange={setQuery}
      triggerFn={slashMatch}
      anchorClassName="slash-anchor"
      onSelectOption={(option, _textNode, closeMenu) => {
        editor.update(() => {
          $removeQuery();
          option.insertable.$run(editor);
        });
        closeMenu();
      }}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current && options.length > 0
          ? createPortal(
              <ul className="slash-menu" role="none">
                {options.map((option, index) => (
                  // The keys of this list are heard by the text, where the focus stays.
                  // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                  <li
                    key={option.key}
                    id={`typeahead-item-${index}`}
                    ref={(element) => {
                      option.setRefElement(element);
                    }}
                    role="option"
                    aria-selected={selectedIndex === index}
                    onMouseEnter={() => setHighlightedIndex(index)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => selectOptionAndCleanUp(option)}
                  >
                    {option.label}
                  </li>
                ))}
              </ul>,
              anchor.current,
            )
          : null
      }
    />
  );
}
