import { useEffect, useRef, useState } from 'react';
import { Announcer } from '../../ui/announcer.tsx';
import type { SaveState } from '../../state/saving.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { saveSentence } from './sentence.ts';

/** Says to screen readers that saving began to fail, and that it works again; not each save. */
export function StatusAnnouncer({ saving }: { saving: SaveState }) {
  const words = useWords().status;
  const language = useLanguage();
  const hadFailed = useRef(false);
  const [sentence, setSentence] = useState('');
  const { is } = saving;

  useEffect(() => {
    if (is === 'failed' && !hadFailed.current) {
      hadFailed.current = true;
      setSentence(saveSentence(saving, words, language));
    } else if (is === 'saved' && hadFailed.current) {
      hadFailed.current = false;
      setSentence(words.savedAgain);
    }
    // The number of waiting changes grows with each key; only the change of kind is news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [is]);

  return <Announcer sentence={sentence} />;
}
