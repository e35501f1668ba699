import { memo, Suspense, useCallback, useEffect, useRef, useState, type Ref, type RefObject } from 'react';
import type { Notice } from '../../../src/ipc/calls/app.ts';
import type { Caret } from '../../../src/story/caret.ts';
import type { StoryChange } from '../../../src/story/change.ts';
import { bylineOf } from '../../../src/story/byline.ts';
import { datelineOf } from '../../../src/story/dateline.ts';
import { slugify } from '../../../src/story/slug.ts';
import { StoryEditor, type EditorHandle } from '../../editor/editor.tsx';
import { useRoom } from '../../state/room.ts';
import { createIntake, type Intake } from '../../state/intake.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { createPageTexts, type PageTexts } from '../../texts/page-texts.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { caretOnPage, putCaretOnPage } from './caret.ts';
import { ArrangeView } from '../parts.ts';
import { ReceiptStrip } from '../intake/receipt-strip.tsx';
import { fieldId, neighbour, type FieldName, type PageStop } from './order.ts';
import { ReadByline } from './read-byline.tsx';
import { PrintDateline } from './print-dateline.tsx';
import { ReadDateline } from './read-dateline.tsx';
import { StoryDetails } from './story-details.tsx';
import { TextField } from './text-field.tsx';
import { useBylines } from './use-bylines.ts';
import { useHouse } from '../../state/use-house.ts';
import './page.css';

interface PageProps {
  session: Session;
  /** Whether the caret begins in the headline. */
  isNew: boolean;
  /** Where the caret is to be put, as it was when the window was left. */
  caret: Caret | null;
  editor: RefObject<EditorHandle | null>;
  /** Hears the page's texts when they stand there, and null when they go. */
  onTexts: (texts: PageTexts | null) => void;
}

/** The story as a newspaper page shows it: kicker, headline, standfirst, byline, dateline, body, source credit. */
export function Page({ session, isNew, caret, editor, onTexts }: PageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const words = useWords().fields;
  const spoken = useLanguage();
  const fields = useStore(session.fields);
  const { language } = fields;
  const house = useHouse();
  const suggestByline = useBylines();
  const intake = useIntake(session, editor);
  const arranging = useStore(intake.state, (state) => state.arranging);

  useEffect(() => session.onFlush(() => editor.current?.flush()), [session, editor]);
  useEffect(() => session.onCaret(() => caretOnPage(editor.current)), [session, editor]);
  useEffect(() => {
    if (caret) putCaretOnPage(caret, editor.current);
  }, [caret, editor]);
  useEffect(() => {
    if (isNew) document.getElementById(fieldId('headline'))?.focus();
  }, [session, isNew]);

  // With each language of the window the editor begins anew.
  useEffect(() => {
    if (!sheet.current || !editor.current) return;
    const texts = createPageTexts(sheet.current, editor.current.texts);
    onTexts(texts);
    return () => {
      onTexts(null);
      texts.end();
    };
  }, [session, spoken, editor, onTexts]);

  function goTo(stop: PageStop | null): void {
    if (stop === 'body') editor.current?.focus();
    else if (stop) document.getElementById(fieldId(stop))?.focus();
  }

  const field = (name: FieldName) => ({
    name,
    language,
    onMove: (step: 1 | -1) => {
      goTo(neighbour(name, step));
    },
  });

  return (
    <>
      <main
        className="page"
        aria-label={words.page}
        onBlur={() => {
          session.flush();
        }}
      >
        <div className="sheet" ref={sheet}>
          <TextField {...field('kicker')} value={fields.kicker} onValue={(kicker) => session.setFields({ kicker })} />
          <TextField
            {...field('headline')}
            value={fields.headline}
            onValue={(headline) => session.setFields({ headline })}
            onLeave={() => {
              const { slug, headline } = session.fields.get();
              // Named once: an address that changes with every correction of the headline breaks links.
              if (slug === '' && headline !== '') session.setFields({ slug: slugify(headline) });
            }}
          />
          <TextField
            {...field('standfirst')}
            value={fields.standfirst}
            onValue={(standfirst) => session.setFields({ standfirst })}
          />
          <TextField
            {...field('byline')}
            value={fields.byline.text}
            onValue={(text) => session.setFields({ byline: bylineOf(session.fields.get().byline, text) })}
            suggest={suggestByline}
          >
            <ReadByline byline={fields.byline} />
          </TextField>
          <TextField
            {...field('dateline')}
            value={fields.dateline.text}
            onValue={(text) => session.setFields({ dateline: datelineOf(fields.dateline, text, language, house) })}
          >
            <ReadDateline dateline={fields.dateline} language={language} />
            <PrintDateline session={session} fields={fields} />
          </TextField>
          <div className="field field-body">
            <span className="field-label">{words.labels.body}</span>
            <div className="field-content" lang={language}>
              <Body
                key={spoken}
                session={session}
                handle={editor}
                onArriving={intake.arriving}
                onTouched={intake.touched}
              />
            </div>
          </div>
          <TextField
            {...field('sourceCredit')}
            value={fields.sourceCredit}
            onValue={(sourceCredit) => session.setFields({ sourceCredit })}
          />
          <StoryDetails session={session} fields={fields} />
        </div>
      </main>
      <ReceiptStrip intake={intake} fields={fields} />
      {arranging && (
        <Suspense>
          <ArrangeView
            arrangement={arranging}
            onChange={intake.arrange}
            onAccept={() => void intake.accept()}
            onClose={() => {
              intake.arrange(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** The story's intake, which takes the article that was imported for it. */
function useIntake(session: Session, editor: RefObject<EditorHandle | null>): Intake {
  const { desk, host, notices } = useRoom();
  const [intake] = useState(() => createIntake({ session, editor: () => editor.current, host, notices }));
  useEffect(() => {
    const take = (): void => {
      const arrival = desk.arrivals.get();
      if (arrival?.story !== session.opened.id) return;
      desk.arrivals.set(null);
      void intake.take(arrival.read);
    };
    take();
    return desk.arrivals.subscribe(take);
  }, [desk, intake, session]);
  return intake;
}

interface BodyProps {
  onArriving: Intake['arriving'];
  onTouched: Intake['touched'];
  session: Session;
  handle: Ref<EditorHandle>;
}

/** The editor, apart from the fields: it renders once for a story and a language of the window, whatever is typed round it. */
const Body = memo(function Body({ session, handle, onArriving, onTouched }: BodyProps) {
  const { notices } = useRoom();
  // As it stands now: when the window changes its language, the editor begins again in the middle of the work.
  const [story] = useState(() => session.current());
  const tell = useCallback((notice: Notice) => notices.tell('failure', notice), [notices]);
  const change = useCallback(
    (made: StoryChange) => {
      onTouched();
      session.takeChange(made);
    },
    [onTouched, session],
  );
  return (
    <StoryEditor
      story={story}
      fields={session}
      onPending={session.expectChange}
      onChange={change}
      onArriving={onArriving}
      onNotice={tell}
      handle={handle}
    />
  );
});
