import { useEffect, useEffectEvent, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Query, QueryOptions } from '../../../src/language/find/query.ts';
import { useFind } from '../../find/use-find.ts';
import type { PageTexts } from '../../texts/page-texts.ts';
import { Announcer } from '../../ui/announcer.tsx';
import { Icon } from '../../ui/icons.tsx';
import { noticeSentence } from '../notices/sentence.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { FindPreview } from './find-preview.tsx';
import './find.css';

interface FindBarProps {
  texts: PageTexts | null;
  /** What to look for at first: the words that were selected. */
  begin: string;
  /** How it is looked for; kept from one finding to the next. */
  options: QueryOptions;
  onOptions: (options: QueryOptions) => void;
  isReplacing: boolean;
  onReplacing: (isReplacing: boolean) => void;
  onClose: () => void;
}

const OPTIONS = ['matchCase', 'wholeWord', 'matchAccents', 'isPattern'] as const;

/** Finds in every text of the page, and replaces. Enter and F3 go on, Shift with them goes back, Escape closes. */
export function FindBar(props: FindBarProps) {
  const { texts, begin, options, onOptions, isReplacing, onReplacing, onClose } = props;
  const all = useWords();
  const words = all.find;
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState(begin);
  const query = useMemo((): Query => ({ text, ...options }), [text, options]);
  const [template, setTemplate] = useState('');
  const [said, setSaid] = useState('');
  const { finding, go, goTo } = useFind(texts, query, isReplacing ? template : '');
  const input = useRef<HTMLInputElement>(null);
  // The bar opens to be typed into.
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const { hits, current, failure, isCutOff } = finding;
  const number = new Intl.NumberFormat(language);

  const count = (): string => {
    if (failure) return '';
    if (hits.length === 0) return query.text === '' ? '' : words.none;
    const about = { count: number.format(hits.length), number: number.format(current + 1) };
    return fill(isCutOff ? words.more : current < 0 ? words.count : words.place, about);
  };

  function press(event: KeyboardEvent<HTMLElement>): void {
    // Enter ends a word that an input method is composing; it is not for us then.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (event.target === input.current || event.shiftKey) go(event.shiftKey ? -1 : 1);
      else replaceOne();
    }
  }

  // From wherever the keyboard is: one reads in the text, goes on with F3 and is done with Escape.
  const pressAnywhere = useEffectEvent((event: globalThis.KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'F3') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', pressAnywhere);
    return () => window.removeEventListener('keydown', pressAnywhere);
  }, []);

  /** What was found last is what one goes on with. */
  function close(): void {
    const shown = hits[current];
    onClose();
    if (shown) texts?.reveal(shown, true);
  }

  function replaceOne(): void {
    const hit = hits[current];
    if (!hit) {
      go(1);
      return;
    }
    texts?.replace([hit]);
  }
  function replaceAll(): void {
    if (hits.length === 0) return;
    texts?.replace(hits);
    setSaid(fill(words.replaced, { count: number.format(hits.length) }));
  }

  return (
    <search className="find" aria-label={isReplacing ? words.replaceLabel : words.label} onKeyDown={press}>
      <div className="find-row">
        <button
          type="button"
          className="icon-button"
          aria-label={words.replaceToggle}
          title={words.replaceToggle}
          aria-expanded={isReplacing}
          onClick={() => onReplacing(!isReplacing)}
        >
          <Icon name={isReplacing ? 'down' : 'right'} />
        </button>
        <input
          ref={input}
          className="find-input"
          aria-label={words.find}
          placeholder={words.find}
          defaultValue={begin}
          aria-invalid={failure !== null}
          aria-describedby={`${id}-trouble`}
          autoComplete="off"
          spellCheck={false}
          onInput={({ currentTarget: { value } }) => setText(value)}
        />
        <span className="find-count">{count()}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={words.previous}
          title={`${words.previous} (Shift+F3)`}
          onClick={() => go(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.next}
          title={`${words.next} (F3)`}
          onClick={() => go(1)}
        >
          <Icon name="down" />
        </button>
        <button type="button" className="icon-button" aria-label={words.close} title={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {isReplacing && (
        <div className="find-row">
          <span className="find-indent" />
          <input
            className="find-input"
            aria-label={words.replaceWith}
            placeholder={words.replaceWith}
            autoComplete="off"
            spellCheck={false}
            onInput={({ currentTarget: { value } }) => setTemplate(value)}
          />
          <button
            type="button"
            className="button"
            data-kind="outline"
            disabled={hits.length === 0}
            onClick={replaceOne}
          >
            {words.replace}
          </button>
          <button
            type="button"
            className="button"
            data-kind="outline"
            disabled={hits.length === 0}
            onClick={replaceAll}
          >
            {words.replaceAll}
          </button>
        </div>
      )}
      <div className="find-options">
        {OPTIONS.map((option) => (
          <button
            key={option}
            type="button"
            className="find-option"
            aria-pressed={options[option]}
            onClick={() => onOptions({ ...options, [option]: !options[option] })}
          >
            {words.options[option]}
          </button>
        ))}
      </div>
      <p className="find-trouble" id={`${id}-trouble`}>
        {failure && noticeSentence(failure, all)}
      </p>
      {isReplacing && hits.length > 0 && <FindPreview hits={hits} current={current} onChoose={goTo} />}
      <Announcer sentence={said || count()} />
    </search>
  );
}
