import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalTypeaheadMenuPlugin, MenuOption, type MenuTextMatch } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { useMemo, useState } from 'react';
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

  return (
    <LexicalTypeaheadMenuPlugin<InsertOption>
      options={options}
      onQueryChange={setQuery}
      triggerFn={slashMatch}
      anchorClassName="slash-anchor"
      onSelectOption={(option, textNode, closeMenu) => {
        editor.update(() => {
          textNode?.remove();
          option.insertable.$run(editor);
        });
        closeMenu();
      }}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current && options.length > 0
          ? createPortal(
              <ul className="slash-menu" role="listbox" aria-label={words.menu}>
                {options.map((option, index) => (
                  <li
                    key={option.key}
                    id={`typeahead-item-${index}`}
                    ref={option.setRefElement}
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
