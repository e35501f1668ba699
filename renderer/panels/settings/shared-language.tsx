import { useEffect, useState } from 'react';
import type { LanguageFiles, Shared } from '../../../src/ipc/calls/language.ts';
import { joinStyles } from '../../../src/language/style/join.ts';
import { shippedStyles } from '../../proof/shipped.ts';
import { useRoom } from '../../state/room.ts';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** The house's words and its style, taken in from files and written to files that colleagues take in. */
export function SharedLanguage() {
  const words = useWords().settings.writing;
  const language = useLanguage();
  const { host, notices } = useRoom();
  const [files, setFiles] = useState<LanguageFiles | null>(null);
  useEffect(() => {
    void host.call('language.files', { do: 'read' }).then((answer) => {
      if (answer.ok) setFiles(answer.value);
    });
  }, [host]);

  async function share(what: Shared, how: 'take' | 'give'): Promise<void> {
    const answer = await host.call(
      'language.files',
      how === 'take' ? { do: 'take', what } : { do: 'give', what, text: files ? textOf(what, files) : '' },
    );
    if (!answer.ok) {
      notices.tell('failure', answer.failure);
      return;
    }
    setFiles(answer.value);
    const { done } = answer.value;
    if (done)
      notices.tell('done', {
        code: how === 'take' ? 'window.language-taken' : 'window.language-given',
        about: { ...done },
      });
    // Spelling and style read the newsroom's files anew.
    if (done && how === 'take') window.dispatchEvent(new Event('focus'));
  }
  const button = (label: string, what: Shared, how: 'take' | 'give', isDisabled = false) => (
    <button
      type="button"
      className="button"
      data-kind="outline"
      disabled={files === null || isDisabled}
      onClick={() => void share(what, how)}
    >
      {label}
    </button>
  );

  const count = files?.houseWords.length ?? 0;
  const own = files?.styles.length ?? 0;
  return (
    <fieldset className="settings-line">
      <legend>{words.shared}</legend>
      <p className="settings-shared">{fillCount(language, words.houseWords, count)}</p>
      <div className="settings-acts">
        {button(words.takeWords, 'words', 'take')}
        {button(words.giveWords, 'words', 'give', count === 0)}
      </div>
      <p className="settings-shared">{own === 0 ? words.shippedStyle : fillCount(language, words.houseStyle, own)}</p>
      <div className="settings-acts">
        {button(words.takeStyle, 'style', 'take')}
        {button(words.giveStyle, 'style', 'give')}
      </div>
      <p className="settings-hint">{words.sharedHint}</p>
    </fieldset>
  );
}

/** What is given to colleagues: the list of words; the newsroom's rules as they are written, or Copydesk's to begin from. */
function textOf(what: Shared, { houseWords, styles }: LanguageFiles): string {
  if (what === 'words') return houseWords.map((word) => `${word}\n`).join('');
  const texts = styles.length > 0 ? styles : shippedStyles;
  const [only] = texts;
  return texts.length === 1 && only ? only.text : joinStyles(texts.map(({ text }) => text));
}
