import { useEffect, useRef, useState } from 'react';
import { Announcer } from '../../ui/announcer.tsx';
import type { FailedSave } from '../../state/saving.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { failedSentence } from './sentence.ts';

/** Says to screen readers that saving began to fail, and that it works again; not each save. */
export function StatusAnnouncer({ failed, isSaved }: { failed: FailedSave | null; isSaved: boolean }) {
  const words = useWords().status;
  const language = useLanguage();
  const hadFailed = useRef(false);
  const [sentence, setSentence] = useState('');
  const hasFailed = failed !== null;

  useEffect(() => {
    if (failed && !hadFailed.current) {
      hadFailed.current = true;
      setSentence(failedSentence(failed, words, language));
    } else if (isSaved && hadFailed.current) {
      hadFailed.current = false;
      setSentence(words.savedAgain);
    }
    // The number of waiting changes grows with each key; only the change of kind is news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hasFailed, isSaved]);

  return <Announcer sentence={sentence} />;
}
