import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { PASTE_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { Place } from '../../src/check/index.ts';
import type { Notice } from '../../src/ipc/calls/app.ts';
import type { Caret } from '../../src/story/caret.ts';
import { textToBlocks } from '../../src/import/text/index.ts';
import type { StoryChange } from '../../src/story/change.ts';
import type { Block, MediaFile, Story } from '../../src/story/schema.ts';
import { makeRendition } from '../pictures/ready.ts';
import { useRoom } from '../state/room.ts';
import type { Session } from '../state/session.ts';
import { useWords } from '../words/use-words.ts';
import { $caret, returnCaret } from './behaviours/caret.ts';
import { startJournal, type Journal } from './behaviours/journal.ts';
import { replaceBody, type Replaced } from './behaviours/replace-body.ts';
import { insertPhotos, type Intake } from './behaviours/photos.ts';
import { revealPlace } from './behaviours/reveal.ts';
import { registerViews } from './behaviours/views.ts';
import { usePicker } from './behaviours/use-picker.tsx';
import { $showStandings } from './blocks/figure/standing.ts';
import type { PhotoRoom } from './blocks/figure/photo-room.ts';
import { $pasteBlocks } from './clipboard/paste.ts';
import { createEditorComments, type EditorComments } from './comments/marks.ts';
import { useCrop } from './crop/use-crop.tsx';
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
  /** The words that comments and suggestions are about. */
  comments: EditorComments;
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
  /** The story's fields that the body shows or changes. */
  fields: Pick<Session, 'fields' | 'setFields' | 'missing'>;
  handle: Ref<EditorHandle>;
}

/** The rich-text editor of a story's body. It mounts anew for each story; what it is given afterwards it does not read. */
export function StoryEditor(props: EditorProps) {
  const words = useWords().editor;
  const { story, fields, onNotice } = props;
  const [media] = useState((): Record<string, MediaFile> => ({ ...story.media }));
  const extension = useMemo(() => {
    const room: PhotoRoom = {
      media: () => media,
      lead: () => fields.fields.get().leadPhoto,
      setLead: (leadPhoto) => fields.setFields({ leadPhoto }),
    };
    return storyExtension(story.body, words, room, () => {
      onNotice({ code: 'editor.failed' });
    });
  }, [story, media, fields, words, onNotice]);
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <Desk {...props} media={media} />
    </LexicalExtensionComposer>
  );
}

function Desk({
  media,
  fields,
  onChange,
  onPending,
  onNotice,
  onArriving,
  handle,
}: EditorProps & { media: Record<string, MediaFile> }) {
  const [editor] = useLexicalComposerContext();
  const { host, progress } = useRoom();
  const words = useWords().editor;
  const journal = useRef<Journal>(null);
  /** Ends the watching over the last replaced body. */
  const replacing = useRef<() => void>(() => undefined);

  const intake = useMemo((): Intake => {
    const change = (made: StoryChange): void => {
      Object.assign(media, made.media);
      onChange(made);
    };
    return { host, progress, language: () => fields.fields.get().language, onChange: change, onNotice };
  }, [host, progress, fields, media, onChange, onNotice]);

  useEffect(
    () =>
      registerViews(
        editor,
        () => media,
        (job) => makeRendition(host, job),
        fields.missing,
      ),
    [editor, media, host, fields],
  );

  const picker = usePicker(editor, intake);
  const crop = useCrop(editor, media);

  useEffect(() => {
    const started = startJournal(editor, { onChange: intake.onChange, onPending });
    journal.current = started;
    return () => started.stop();
  }, [editor, intake, onPending]);

  // Chosen elsewhere, or in the story's fields.
  useEffect(() => fields.fields.subscribe(() => editor.read(() => $showStandings(editor))), [editor, fields]);

  useEffect(
    () =>
      registerClipboard(editor, {
        media: () => media,
        onMedia: (pasted) => {
          if (Object.keys(pasted).length > 0) intake.onChange({ blocks: {}, media: pasted });
        },
        onFiles: (files) => void insertPhotos(editor, intake, files),
        clean: (html) => cleanPasted(intake, html),
        onArriving,
        onNotice,
      }),
    [editor, media, intake, onArriving, onNotice],
  );

  useImperativeHandle(
    handle,
    () => ({
      focus: () => editor.focus(),
      caret: () => editor.read($caret),
      putCaret: (caret) => returnCaret(editor, caret),
      flush: () => journal.current?.flush(),
      choosePhotos: picker.choose,
      replaceBody: (blocks, brought, replaced) => {
        if (Object.keys(brought).length > 0) intake.onChange({ blocks: {}, media: { ...brought } });
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
      comments: createEditorComments(editor),
    }),
    [editor, picker.choose, words, intake, onNotice],
  );
  useEffect(() => () => replacing.current(), []);

  const items = useMemo(() => insertables(picker.choose), [picker.choose]);

  return (
    <div className="editor">
      <Toolbar items={items} onPhoto={picker.choose} />
      {picker.input}
      <ContentEditable
        className="editor-body"
        aria-label={words.body}
        aria-multiline
        aria-placeholder={words.bodyPlaceholder}
        placeholder={<div className="editor-placeholder">{words.bodyPlaceholder}</div>}
        spellCheck={false}
      />
      <SlashMenu items={items} />
      {crop}
    </div>
  );
}
