import { recordHtml, recordJson, recordOf, type RecordLine } from '../../../src/review/index.ts';
import type { ReviewState } from '../../../src/story/review.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { longMoment } from '../../words/dates.ts';
import { fill } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** What was done in review, oldest first, to be read or put on the clipboard as a page or as data. */
export function RecordView({ session }: { session: Session }) {
  const { review, library } = useWords();
  const words = review.handOver;
  const language = useLanguage();
  const fields = useStore(session.fields);
  const lines = recordOf(fields);
  const said: Record<string, string> = words.did;
  const say = ({ by, did, what }: RecordLine): string => {
    const state = library.states[what as ReviewState] as string | undefined;
    return fill(said[did] ?? did, { name: by, what: did === 'state' ? (state ?? what) : what });
  };
  const story = { ...fields, id: session.opened.id };
  async function copy(as: 'html' | 'json'): Promise<void> {
    const text = as === 'json' ? recordJson(story) : recordHtml(story, say);
    const items = { 'text/plain': text, ...(as === 'html' && { 'text/html': text }) };
    await navigator.clipboard.write([new ClipboardItem(items)]);
  }
  return (
    <details className="record">
      <summary>{words.record}</summary>
      {lines.length === 0 ? (
        <p className="card-faint">{words.recordEmpty}</p>
      ) : (
        <>
          <ol>
            {lines.map((line, index) => (
              <li key={index}>
                <time dateTime={line.at}>{longMoment(line.at, language)}</time> {say(line)}
              </li>
            ))}
          </ol>
          <div className="card-acts">
            <button type="button" className="button" onClick={() => void copy('html')}>
              {words.recordHtml}
            </button>
            <button type="button" className="button" onClick={() => void copy('json')}>
              {words.recordJson}
            </button>
          </div>
        </>
      )}
    </details>
  );
}
