import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../src/base/result.ts';
import type { ExportFormat } from '../../../src/export/format.ts';
import type { ExportOptions } from '../../../src/export/options.ts';
import type { Story } from '../../../src/story/schema.ts';
import { exportSource } from '../../preview/export-source.ts';
import { makeRendition } from '../../pictures/ready.ts';
import { createReaderPage } from '../../preview/reader-page.ts';
import { useRoom } from '../../state/room.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { noticeSentence } from '../notices/sentence.ts';

interface ResultViewProps {
  /** Null for a package, which only Copydesk opens. */
  format: ExportFormat | null;
  story: Story;
  options: ExportOptions;
}

type Source = { text: string; rest: number } | { failure: Failure } | null;

/** What the export will be: as a page where it is one, and as the file's own text. Renewed as options change. */
export function ResultView({ format, story, options }: ResultViewProps) {
  const words = useWords();
  const isPage = format?.mediaType === 'text/html';
  const [view, setView] = useState<'rendered' | 'source'>('rendered');
  const [source, setSource] = useState<Source>(null);
  useEffect(() => {
    let isWanted = true;
    const show = async (): Promise<void> => {
      const made = format && (await exportSource(format, story, options));
      if (isWanted) setSource(!made ? null : made.ok ? made.value : { failure: made.failure });
    };
    void show();
    return () => {
      isWanted = false;
    };
  }, [format, story, options]);

  const isRendered = isPage && view === 'rendered';
  return (
    <section className="export-result" aria-label={words.export.preview}>
      {isPage && (
        <div className="preview-choices" role="group" aria-label={words.export.preview}>
          {(['rendered', 'source'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={each === view} onClick={() => setView(each)}>
              {words.export.views[each]}
            </button>
          ))}
        </div>
      )}
      {isRendered && <Rendered story={story} />}
      {!isRendered && source === null && <p className="export-quiet">{words.export.noPreview}</p>}
      {!isRendered && source && 'failure' in source && (
        <p className="export-quiet">{fill(words.export.failed, { why: noticeSentence(source.failure, words) })}</p>
      )}
      {!isRendered && source && 'text' in source && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keys
        <pre className="export-source" role="region" aria-label={words.export.views.source} tabIndex={0}>
          {source.text}
          {source.rest > 0 && fill(words.export.cut, { count: source.rest })}
        </pre>
      )}
    </section>
  );
}

/** The page, half as large as it will be. */
function Rendered({ story }: { story: Story }) {
  const words = useWords().export;
  const { host } = useRoom();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!sheet.current) return;
    const page = createReaderPage(sheet.current, (job) => makeRendition(host, job));
    page.look({ theme: 'light', isPrint: false });
    page.show(story);
  }, [host, story]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keys
    <div className="export-page" role="region" aria-label={words.views.rendered} tabIndex={0}>
      <div ref={sheet} className="reader-sheet" inert />
    </div>
  );
}
