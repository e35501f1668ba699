import { flushSync } from 'react-dom';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { newId } from '../../../src/base/ids.ts';
import type { EventData } from '../../../src/ipc/contract.ts';
import type { Comment, Suggestion } from '../../../src/review/index.ts';
import type { EditorHandle } from '../../editor/editor.tsx';
import { drawReview, undrawReview } from '../../review/draw.ts';
import { useReviewKeys } from '../../review/keys.ts';
import { selectedSuggestions } from '../../review/selected.ts';
import { createStruckWords, type StruckWords } from '../../review/struck.ts';
import { createReview, type StoryReview } from '../../state/review.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import type { PageTexts } from '../../texts/page-texts.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { fieldId, PAGE_ORDER } from '../fields/order.ts';
import type { Composing } from './compose.ts';
import { MarkedView } from './marked-view.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { spoken } from './spoken.ts';

interface ReviewDeskProps {
  session: Session;
  editor: RefObject<EditorHandle | null>;
  /** There as soon as the page stands. */
  texts: PageTexts | null;
}

/** Review of the open story: its marks on the page, its keys, its panel. */
export function ReviewDesk({ session, editor, texts }: ReviewDeskProps) {
  const { preferences } = useRoom();
  const [review] = useState(() =>
    createReview({
      session,
      preferences,
      replaceBody: (blocks, onUndone, onRedone) => editor.current?.replaceBody(blocks, {}, { onUndone, onRedone }),
    }),
  );
  useEffect(() => review.begin(), [review]);
  return <Desk session={session} editor={editor} texts={texts} review={review} />;
}

type Mark = Suggestion | Comment;
const idOf = (mark: Mark): string => ('thread' in mark ? mark.thread.id : mark.id);

function Desk({ session, editor, texts, review }: ReviewDeskProps & { review: StoryReview }) {
  const allWords = useWords();
  const words = allWords.review;
  const language = useLanguage();
  const { host, side } = useRoom();
  const isShown = useStore(side, (shown) => shown === 'review');
  const { all, places } = useStore(review.suggestions);
  const comments = useStore(review.comments);
  const isSuggesting = useStore(review.isSuggesting);
  const [composing, setComposing] = useState<Composing | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const [said, setSaid] = useState('');

  const struck = useRef<StruckWords | null>(null);
  const draw = useEffectEvent(() => {
    if (editor.current && struck.current)
      drawReview(editor.current.comments, comments, places, composing?.id ?? current, struck.current);
  });
  useEffect(() => {
    const sheet = document.querySelector<HTMLElement>('.sheet');
    if (!texts || !sheet) return;
    const words = createStruckWords(sheet);
    struck.current = words;
    draw();
    // Only marks near what is seen are drawn.
    const moved = (): void => draw();
    window.addEventListener('scrollend', moved, { capture: true, passive: true });
    window.addEventListener('resize', moved);
    return () => {
      window.removeEventListener('scrollend', moved, { capture: true });
      window.removeEventListener('resize', moved);
      struck.current = null;
      words.end();
    };
  }, [texts]);
  const isMarked = isSuggesting || all.length > 0;
  useEffect(() => {
    document.querySelector('.sheet')?.toggleAttribute('data-marked', isMarked);
  }, [texts, isMarked]);
  useEffect(() => {
    draw();
    // Another text node in the place of one takes its mark along: the ranges are made anew once the keys rest.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = texts?.listen(() => {
      clearTimeout(timer);
      timer = setTimeout(draw, 400);
    });
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [texts, comments, places, current, composing]);
  useEffect(() => undrawReview, []);
  useEffect(() => {
    if (!texts) return;
    // Undo, another version or a merge can take the mark from words that are still there.
    const lost = comments.flatMap(({ thread, isOrphan }) =>
      isOrphan && !thread.resolved && thread.anchor.on === 'text'
        ? [{ id: thread.id, block: thread.anchor.block, quote: thread.quote }]
        : [],
    );
    if (lost.length > 0) editor.current?.comments.markAgain(lost);
  }, [comments, texts, editor]);

  function show(mark: Mark): void {
    setCurrent(idOf(mark));
    if ('thread' in mark) {
      const { anchor, id } = mark.thread;
      if (anchor.on === 'field') document.getElementById(fieldId(anchor.field as (typeof PAGE_ORDER)[number]))?.focus();
      else if (anchor.on === 'photo' && mark.block !== null)
        editor.current?.reveal({ in: 'photo', block: mark.block, photo: anchor.photo, field: 'picture' });
      else if (!editor.current?.comments.reveal(id) && mark.block !== null)
        editor.current?.reveal({ in: 'block', block: mark.block });
      return;
    }
    const place = places.find(({ suggestion }) => suggestion.id === mark.id);
    if (place && editor.current?.comments.revealPlace(place)) return;
    if (mark.block !== null) editor.current?.reveal({ in: 'block', block: mark.block });
    else document.getElementById(fieldId(mark.part as (typeof PAGE_ORDER)[number]))?.focus();
  }

  function compose(next: Composing | null): void {
    // Words that were marked for a comment which never came.
    if (composing?.id && !(session.fields.get().threads ?? []).some(({ id }) => id === composing.id))
      editor.current?.comments.unmark(composing.id);
    // At once, in the task of the key: what is typed next must not fall on the words that are selected.
    flushSync(() => {
      setComposing(next);
      if (next) side.set('review');
    });
    if (next) document.querySelector<HTMLElement>('.card[data-composing] textarea')?.focus();
    else editor.current?.focus();
  }

  function comment(): void {
    const active = document.activeElement;
    const field = PAGE_ORDER.find((name) => name !== 'body' && active?.id === fieldId(name));
    if (field !== undefined && active instanceof HTMLTextAreaElement) {
      const { value, selectionStart, selectionEnd } = active;
      const quote = value.slice(selectionStart, selectionEnd) || value;
      return compose({ anchor: { on: 'field', field }, id: null, quote });
    }
    const photo = editor.current?.comments.photoAround(active);
    if (photo) return compose({ ...photo, id: null });
    const id = newId(12);
    const anchored = editor.current?.comments.mark(id);
    if (anchored) compose({ ...anchored, id });
    else compose({ anchor: { on: 'story' }, id: null, quote: '' });
  }

  function step(by: 1 | -1): void {
    const cards = [...document.querySelectorAll<HTMLElement>('.review .card[data-mark]')];
    if (!isShown) side.set('review');
    const ids = isShown && cards.length > 0 ? cards.map((card) => card.dataset['mark'] ?? '') : [];
    const marks: Mark[] = [...all, ...comments.filter(({ thread }) => !thread.resolved)];
    const order = ids.length > 0 ? ids : marks.map(idOf);
    if (order.length === 0) return;
    const here = current === null ? -1 : order.indexOf(current);
    const next = here < 0 ? (by === 1 ? 0 : order.length - 1) : (here + by + order.length) % order.length;
    const mark = marks.find((one) => idOf(one) === order[next]);
    if (!mark) return;
    show(mark);
    const card = cards[next];
    card?.scrollIntoView({ block: 'nearest' });
    setSaid(spoken(mark, { people: session.fields.get().people ?? {}, me: review.me(), words: allWords, language }));
  }

  /** Decides on what is selected, or stands at the caret; in a field, on what is suggested for it. */
  function decide(how: 'accept' | 'reject'): void {
    const field = PAGE_ORDER.find((name) => name !== 'body' && document.activeElement?.id === fieldId(name));
    const chosen =
      field !== undefined
        ? all.filter(({ block, part }) => block === null && part === field)
        : editor.current
          ? selectedSuggestions(editor.current.comments, places)
          : [];
    const ids = chosen.length > 0 ? chosen.map(({ id }) => id) : all.flatMap(({ id }) => (id === current ? [id] : []));
    if (ids.length > 0) review.decide(ids, how);
    setSaid(ids.length > 0 ? fillCount(language, words.decided[how], ids.length) : words.noneSelected);
  }

  function toggleSuggesting(): void {
    review.setSuggesting(!isSuggesting);
    setSaid(isSuggesting ? words.suggestingOff : words.suggestingOn);
  }
  const togglePanel = (): void => side.set(isShown ? null : 'review');
  useReviewKeys({ comment, toggleSuggesting, step, togglePanel, decide });
  const choose = useEffectEvent((choice: EventData<'menu.chosen'>): void => {
    if (choice === 'comment') comment();
    else if (choice === 'suggest') toggleSuggesting();
    else if (choice === 'next-mark') step(1);
    else if (choice === 'previous-mark') step(-1);
    else if (choice === 'accept-selected') decide('accept');
    else if (choice === 'reject-selected') decide('reject');
    else if (choice === 'review') togglePanel();
  });
  useEffect(() => host.listen('menu.chosen', choose), [host]);

  return (
    <>
      {isShown && (
        <ReviewPanel
          session={session}
          review={review}
          composing={composing}
          onCompose={compose}
          onShow={show}
          onDecide={decide}
          onRead={() => {
            session.flush();
            setReading(true);
          }}
        />
      )}
      {isReading && <MarkedView story={session.current()} onClose={() => setReading(false)} />}
      <Announcer sentence={said} />
    </>
  );
}
