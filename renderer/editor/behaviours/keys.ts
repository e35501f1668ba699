import {
  COMMAND_PRIORITY_NORMAL,
  createCommand,
  defineExtension,
  KEY_DOWN_COMMAND,
  type LexicalCommand,
} from 'lexical';
import { $moveBlock } from '../commands/move.ts';
import { $setTextKind, type TextKind } from '../commands/kinds.ts';

/** Opens the field for a link's address. */
export const EDIT_LINK_COMMAND: LexicalCommand<undefined> = createCommand('EDIT_LINK');

const BY_ALT_DIGIT: Record<string, TextKind> = {
  Digit0: 'paragraph',
  Digit2: 'heading2',
  Digit3: 'heading3',
  Digit4: 'heading4',
};
const BY_SHIFT_DIGIT: Record<string, TextKind> = { Digit7: 'numbers', Digit8: 'bullets', Digit9: 'quote' };

/** Ctrl+K, Ctrl+Alt+0/2/3/4, Ctrl+Shift+7/8/9, Alt+Shift+Up/Down. Bold, italic, underline and undo are Lexical's own. */
export const KeysExtension = defineExtension({
  name: 'copydesk/keys',
  register: (editor) => {
    const $kind = (kind: TextKind | undefined): boolean => {
      if (!kind) return false;
      $setTextKind(editor, kind);
      return true;
    };
    const $press = (event: KeyboardEvent): boolean => {
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && !event.shiftKey && !event.altKey && event.code === 'KeyK')
        return editor.dispatchCommand(EDIT_LINK_COMMAND, undefined);
      if (isCommand && event.altKey && !event.shiftKey) return $kind(BY_ALT_DIGIT[event.code]);
      if (isCommand && event.shiftKey && !event.altKey) return $kind(BY_SHIFT_DIGIT[event.code]);
      const isMove = event.altKey && event.shiftKey && !isCommand;
      if (isMove && event.key === 'ArrowUp') return $moveBlock(true);
      if (isMove && event.key === 'ArrowDown') return $moveBlock(false);
      return false;
    };
    return editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing || !$press(event)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    );
  },
});
