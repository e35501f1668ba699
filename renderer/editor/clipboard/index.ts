import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DRAGEND_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type BaseSelection,
  type LexicalEditor,
} from 'lexical';
import type { Failure } from '../../../src/base/result.ts';
import { fromFontEncoding } from '../../../src/import/encoding/index.ts';
import type { Imported } from '../../../src/import/imported.ts';
import { tally } from '../../../src/import/receipt.ts';
import { textToBlocks } from '../../../src/import/text/index.ts';
import type { Block, MediaFile } from '../../../src/story/schema.ts';
import { blockText } from '../../../src/story/walk.ts';
import { htmlFragment } from '../../../src/export/page/fragment.ts';
import { freshBlock, mediaOf, PAYLOAD_TYPE, readPayload } from './payload.ts';
import { $pasteBlocks, $restoreSelection } from './paste.ts';
import { keepFocus } from '../dom/focus.ts';
import { $selected } from './selected.ts';
import { $selectDropPoint } from './drop-point.ts';

export interface ClipboardHost {
  /** The story's pictures by hash. */
  media: () => Readonly<Record<string, MediaFile>>;
  /** Pictures that came with pasted blocks. */
  onMedia: (media: Record<string, MediaFile>) => void;
  /** Picture files that were pasted or dropped. */
  onFiles: (files: File[]) => void;
  /** Foreign HTML as clean blocks, or null where it could not be read; the person has been told then. */
  clean: (html: string) => Promise<Imported | null>;
  /** Asked before something from outside comes in; what it answers hears what came. */
  onArriving: () => (arrived: Arrived) => void;
  /** Hears of what could not be taken in. */
  onNotice: (failure: Failure) => void;
}

/** What was pasted or dropped from another program: as it was read, and as plain text. */
export interface Arrived {
  imported: Imported;
  text: string;
}

/** A single line is pasted into the text; more become paragraphs. */
const ONE_LINE = /^[^\n\r]*$/;

const filesOf = (data: DataTransfer): File[] =>
  [...data.files].filter((file) => file.type.startsWith('image/') || file.type === '');

/**
 * Copy, cut, paste and drag. Everything goes through story blocks: out as our own checked form, as HTML and as text; in
 * from our own form, or from HTML that the cleaner has read, or from text. Lexical never sees foreign HTML.
 */
export function registerClipboard(editor: LexicalEditor, host: ClipboardHost): () => void {
  let isDraggingOwn = false;

  const $write = (data: DataTransfer): boolean => {
    const selected = $selected();
    if (selected === null || selected.blocks.length === 0) return false;
    const { blocks, isInline } = selected;
    data.setData('text/plain', blocks.map(blockText).join('\n\n'));
    data.setData('text/html', htmlFragment(blocks));
    data.setData(PAYLOAD_TYPE, JSON.stringify({ blocks, isInline, media: mediaOf(blocks, host.media()) }));
    return true;
  };

  /** @param then what is to be done when they stand there: the editor puts changes in a little later than they are asked for */
  const insert = (
    blocks: readonly Block[],
    isInline: boolean,
    { place = null, then }: { place?: BaseSelection | null; then?: () => void } = {},
  ): void => {
    editor.update(
      () => {
        $restoreSelection(place);
        $pasteBlocks(blocks, isInline);
      },
      { tag: [PASTE_TAG, ...keepFocus(editor)], ...(then && { onUpdate: then }) },
    );
  };

  const pasteHtml = async (html: string, text: string): Promise<void> => {
    const place = editor.read(() => $getSelection()?.clone() ?? null);
    const imported = await host.clean(fromFontEncoding(html)?.text ?? html);
    if (imported === null) return;
    const { blocks } = imported;
    const onArrived = host.onArriving();
    const isInline = blocks.length === 1 && blocks[0]?.type === 'paragraph';
    insert(blocks, isInline, { place, then: () => onArrived({ imported, text }) });
  };

  const pasteText = (text: string): void => {
    const unicode = fromFontEncoding(text);
    const read = textToBlocks(unicode?.text ?? text);
    if (!read.ok) {
      host.onNotice(read.failure);
      return;
    }
    if (unicode) tally(read.value.receipt.changed, `from-${unicode.encoding}`);
    const onArrived = host.onArriving();
    insert(read.value.blocks, ONE_LINE.test(text), { then: () => onArrived({ imported: read.value, text }) });
  };

  const take = (data: DataTransfer): void => {
    const payload = readPayload(data.getData(PAYLOAD_TYPE));
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    const files = filesOf(data);
    if (payload) {
      host.onMedia(payload.media);
      insert(payload.blocks.map(freshBlock), payload.isInline);
    } else if (files.length > 0 && text.trim() === '') {
      host.onFiles(files);
    } else if (html !== '') {
      void pasteHtml(html, text);
    } else if (text !== '') {
      pasteText(text);
    }
  };

  const $copy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    if (!(event instanceof ClipboardEvent) || !event.clipboardData || !$write(event.clipboardData)) return false;
    event.preventDefault();
    return true;
  };

  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, $copy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!$copy(event)) return false;
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.removeText();
        else selection?.getNodes().forEach((node) => node.remove());
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = event instanceof ClipboardEvent ? event.clipboardData : null;
        if (!data) return false;
        event.preventDefault();
        take(data);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // What is dragged within the editor moves: Lexical does that by itself, with its own nodes.
    editor.registerCommand(
      DRAGSTART_COMMAND,
      () => {
        isDraggingOwn = true;
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGEND_COMMAND,
      () => {
        isDraggingOwn = false;
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        if (isDraggingOwn || !event.dataTransfer) return false;
        event.preventDefault();
        $selectDropPoint(editor, event);
        take(event.dataTransfer);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
