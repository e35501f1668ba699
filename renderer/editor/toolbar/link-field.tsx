import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_EDITOR } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { safeLink } from '../../../src/story/links.ts';
import { useWords } from '../../words/use-words.ts';
import { EDIT_LINK_COMMAND } from '../behaviours/keys.ts';
import { $linkAtCaret, $setLink } from '../commands/link.ts';

/** What was meant by what was typed: an address without its scheme is a web address. */
function meant(typed: string): string | null {
  const text = typed.trim();
  return safeLink(text) ?? (/^[^\s/:]+\.[^\s/:.]{2,}(?:[/?#]\S*)?$/.test(text) ? safeLink(`https://${text}`) : null);
}

/** The field for a link's address, under the toolbar while it is needed. Enter sets the link, Escape leaves it as it was. */
export function LinkField() {
  const [editor] = useLexicalComposerContext();
  const words = useWords().editor.link;
  const [address, setAddress] = useState<string | null>(null);
  const [isUnsafe, setUnsafe] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isOpen = address !== null;

  useEffect(
    () =>
      editor.registerCommand(
        EDIT_LINK_COMMAND,
        () => {
          setAddress($linkAtCaret() ?? '');
          setUnsafe(false);
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );
  useEffect(() => {
    if (isOpen) input.current?.select();
  }, [isOpen]);

  if (address === null) return null;

  const close = (): void => {
    setAddress(null);
    editor.focus();
  };
  const set = (link: string | null): void => {
    editor.update(() => $setLink(link));
    close();
  };

  return (
    <form
      className="link-field"
      onSubmit={(event) => {
        event.preventDefault();
        const link = meant(address);
        if (link === null) setUnsafe(true);
        else set(link);
      }}
    >
      <input
        ref={input}
        type="text"
        inputMode="url"
        aria-label={words.label}
        aria-invalid={isUnsafe}
        placeholder="https://"
        value={address}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
        onChange={(event) => setAddress(event.target.value)}
      />
      <button type="submit" className="button">
        {words.apply}
      </button>
      <button type="button" className="button" onClick={() => set(null)}>
        {words.remove}
      </button>
      {isUnsafe && (
        <p className="link-unsafe" role="alert">
          {words.unsafe}
        </p>
      )}
    </form>
  );
}
