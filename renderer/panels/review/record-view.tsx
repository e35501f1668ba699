import { recordOf, sayDeed } from '../../../src/review/index.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { useStore } from '../../state/use-store.ts';
import { longMoment } from '../../words/dates.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** What was done in review, oldest first, to be read or kept in a file: as a page, or as data. */
export function RecordView({ session }: { session: Session }) {
  const words = useWords().review.handOver;
  const language = useLanguage();
  const { desk, notices } = useRoom();
  const lines = recordOf(useStore(session.fields));
  async function save(as: 'record-html' | 'record-json'): Promise<void> {
    const answer = await desk.exportWith(as, undefined);
    if (!answer.ok) notices.tell('failure', answer.failure);
    else if (answer.value.path !== null)
      notices.tell('done', { code: 'window.exported', about: { path: answer.value.path } });
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
                <time dateTime={line.at}>{longMoment(line.at, language)}</time> {sayDeed(line, language)}
              </li>
            ))}
          </ol>
          <div className="card-acts">
            <button type="button" className="button" onClick={() => void save('record-html')}>
              {words.recordHtml}
            </button>
            <button type="button" className="button" onClick={() => void save('record-json')}>
              {words.recordJson}
            </button>
          </div>
        </>
      )}
    </details>
  );
}
