import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { PASTE_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { Place } from '../../src/check/index.ts';
import type { Notice } from '../../src/ipc/calls/app.ts';
import type { Caret } from '../../src/story/caret.ts';
import { textToBlocks } from '../../src/import/text/index.ts';
import type { StoryChange } from '../../src/story/change.ts';
import type { Block, MediaFile, Story } from '../../src/story/schema.ts';
import { useRoom } from '../state/room.ts';
import { useWords } from '../words/use-words.ts';
import { $caret, returnCaret } from './behaviours/caret.ts';
import { startJournal, type Journal } from './behaviours/journal.ts';
import { replaceBody, type Replaced } from './behaviours/replace-body.ts';
import { insertPhotos, type Tell } from './behaviours/photos.ts';
import { revealPlace } from './behaviours/reveal.ts';
import { $pasteBlocks } from './clipboard/paste.ts';
import { cleanPasted } from './clipboard/clean-pasted.ts';
import { registerClipboard, type Arrived } from './clipboard/index.ts';
import { storyExtension } from './extensions.ts';
import { insertables } from './toolbar/insertables.ts';
import { createEditorTexts, type EditorTexts } from './texts.ts';
import { SlashMenu } from './toolbar/slash-menu.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import './editor.css';

/** What the page may ask of the editor. */
export interface EditorHandle {
  focus: () => void;
  /** Where the caret stands in the body; null where it was never put there. */
  caret: () => Caret | null;
  /** Puts the caret back where it was; false where its block is gone. */
  putCaret: (caret: { block: string; at: number }) => boolean;
  /** Hands out pending changes of the body now. */
  flush: () => void;
  /** Opens the system's dialog for picture files. */
  choosePhotos: () => void;
  /** Puts other blocks, with their pictures, in the place of the body, as one step that the reporter can undo. */
  replaceBody: (blocks: readonly Block[], media: Readonly<Record<string, MediaFile>>, replaced: Replaced) => void;
  /** Pastes text at the caret, without anything round it being asked. */
  pasteText: (text: string) => void;
  undo: () => void;
  redo: () => void;
  /** Brings a place of the body into sight, its text selected, the focus on it. */
  reveal: (place: Place) => void;
  /** The body's texts, for those who look through them. */
  texts: EditorTexts;
}

interface EditorProps {
  story: Story;
  /** Hears what changed in the body, at most every 50 ms while something does. */
  onChange: (change: StoryChange) => void;
  /** Hears at once that something was changed and will be handed out (true), or that it came to nothing (false). */
  onPending: (isPending: boolean) => void;
  onNotice: (notice: Notice) => void;
  /** Something from outside is about to come into the body; what it answers hears it once it is there. */
  onArriving: () => (arrived: Arrived) => void;
  handle: Ref<EditorHandle>;
}

/** The rich-text editor of a story's body. It mounts anew for each story; what it is given afterwards it does not read. */
export function StoryEditor(props: EditorProps) {
  const words = useWords().editor;
  const { story, onNotice } = props;
  const extension = useMemo(
    () =>
      storyExtension(story.body, words, () => {
        onNotice({ code: 'editor.failed' });
      }),
    [story, words, onNotice],
  );
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <Desk {...props} />
    </LexicalExtensionComposer>
  );
}

function Desk({ story, onChange, onPending, onNotice, onArriving, handle }: EditorProps) {
  const [editor] = useLexicalComposerContext();
  const { host } = useRoom();
  const words = useWords().editor;
  const journal = useRef<Journal>(null);
  /** Ends the watching over the last replaced body. */
  const replacing = useRef<() => void>(() => undefined);
  const [picker, setPicker] = useState<HTMLInputElement | null>(null);
  const [media] = useState((): Record<string, MediaFile> => ({ ...story.media }));

  const tell = useMemo((): Tell => {
    const change = (made: StoryChange): void => {
      Object.assign(media, made.media);
      onChange(made);
    };
    return { onChange: change, onNotice };
  }, [media, onChange, onNotice]);

  useEffect(() => {
    const started = startJournal(editor, { onChange: tell.onChange, onPending });
    journal.current = started;
    return () => started.stop();
  }, [editor, tell, onPending]);

  useEffect(
    () =>
      registerClipboard(editor, {
        media: () => media,
        onMedia: (pasted) => {
          if (Object.keys(pasted).length > 0) tell.onChange({ blocks: {}, media: pasted });
        },
        onFiles: (files) => void insertPhotos(editor, host, files, tell),
        clean: (html) => cleanPasted(host, html, tell),
        onArriving,
        onNotice,
      }),
    [editor, host, media, tell, onArriving, onNotice],
  );

  useImperativeHandle(
    handle,
    () => ({
      focus: () => editor.focus(),
      caret: () => editor.read($caret),
      putCaret: (caret) => returnCaret(editor, caret),
      flush: () => journal.current?.flush(),
      choosePhotos: () => picker?.click(),
      replaceBody: (blocks, brought, replaced) => {
        if (Object.keys(brought).length > 0) tell.onChange({ blocks: {}, media: { ...brought } });
        replacing.current();
        replacing.current = replaceBody(editor, blocks, replaced);
      },
      pasteText: (text) => {
        const read = textToBlocks(text);
        if (!read.ok) onNotice(read.failure);
        else editor.update(() => $pasteBlocks(read.value.blocks, read.value.blocks.length === 1), { tag: PASTE_TAG });
      },
      undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
      redo: () => void editor.dispatchCommand(REDO_COMMAND, undefined),
      reveal: (place) => void revealPlace(editor, place, { alt: words.photo.alt, credit: words.photo.credit }),
      texts: createEditorTexts(editor),
    }),
    [editor, picker, words, tell, onNotice],
  );
  useEffect(() => () => replacing.current(), []);

  const onPhoto = useCallback(() => picker?.click(), [picker]);
  const items = useMemo(() => insertables(onPhoto), [onPhoto]);

  return (
    <div className="editor">
      <Toolbar items={items} onPhoto={onPhoto} />
      <input
        ref={setPicker}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again.
          event.target.value = '';
          void insertPhotos(editor, host, files, tell);
        }}
      />
      <ContentEditable
        className="editor-body"
        aria-label={words.body}
        aria-multiline
        aria-placeholder={words.bodyPlaceholder}
        placeholder={<div className="editor-placeholder">{words.bodyPlaceholder}</div>}
        spellCheck={false}
      />
      <SlashMenu items={items} />
    </div>
  );
}
