import { useId, useState } from 'react';
import { newId } from '../../../src/base/ids.ts';
import { normalise } from '../../../src/base/text.ts';
import type { Story } from '../../../src/story/schema.ts';
import { useRoom } from '../../state/room.ts';
import type { Session } from '../../state/session.ts';
import { shortWhen } from '../../words/dates.ts';
import { useWords } from '../../words/use-words.ts';
import { en } from '../../words/en/index.ts';
import { vi } from '../../words/vi/index.ts';
import { draftCorrection } from './correction.ts';

interface CorrectionFormProps {
  /** The story as readers last got it. */
  base: Story;
  session: Session;
  onDone: () => void;
}

/** A notice of correction, drafted in the story's own language, that goes into the story before the update is sent. */
export function CorrectionForm({ base, session, onDone }: CorrectionFormProps) {
  const { desk, host, notices } = useRoom();
  const words = useWords().push.correction;
  const id = useId();
  const [text, setText] = useState(() => {
    const story = session.current();
    const inLanguage = (story.language.startsWith('vi') ? vi : en).push.correction;
    return draftCorrection(
      base,
      story,
      inLanguage,
      shortWhen(new Date().toISOString(), story.language, '', new Date(0)),
    );
  });

  async function put(): Promise<void> {
    const story = session.current();
    const block = {
      type: 'paragraph' as const,
      id: newId(10),
      text: [{ text: normalise(text), marks: ['emphasis' as const] }],
    };
    const isIn = await desk.replace(story.id, async (seq) => {
      const order = [...story.body.map((one) => one.id), block.id];
      const change = { blocks: { [block.id]: block }, order };
      const changed = await host.call('stories.change', { id: story.id, seq: seq + 1, change });
      if (!changed.ok) return changed;
      const kept = await host.call('versions.act', { act: 'make', id: story.id, kind: 'saved' });
      if (!kept.ok) return kept;
      const opened = await host.call('stories.open', { id: story.id });
      return opened.ok ? { ok: true, value: { ...opened.value, version: kept.value.version } } : opened;
    });
    if (!isIn) return;
    notices.tell('done', { code: 'window.corrected' });
    onDone();
  }

  if (text === '') return <p>{words.none}</p>;
  return (
    <div className="push-correction">
      <label htmlFor={id}>{words.label}</label>
      <textarea
        id={id}
        className="input"
        rows={4}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <p>{words.text}</p>
      <button type="button" className="button" data-kind="outline" onClick={() => void put()}>
        {words.put}
      </button>
    </div>
  );
}
